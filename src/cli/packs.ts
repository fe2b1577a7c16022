import { compareCountries } from "../analysis/countries.ts";
import type { DataPack } from "../data/packs/pack.ts";
import { packs } from "../data/packs/packs.ts";
import { readPackFolder, writePackFolder } from "../node/pack-folder.ts";
import { countriesReport, packReport, packsReport } from "../report/packs.ts";
import { unknownName } from "../errors.ts";
import { inputOf, type Input } from "./input.ts";
import { outputStyle, print, printJson, printResult } from "./output.ts";
import { packNamed } from "./scenario-size.ts";
import { notedExecutor } from "./study-run.ts";

interface PacksCommandOptions {
  readonly seeds?: string;
  readonly population?: string;
  readonly workers?: string;
  readonly json?: boolean;
}

/** Seeds unless asked otherwise. */
const usualSeeds = "5";

/** `eslabon packs [packs...]` */
export async function packsCommand(names: readonly string[], options: PacksCommandOptions): Promise<void> {
  const input = inputOf("packs");
  const seeds = input.whole("--seeds", options.seeds ?? usualSeeds, 2);
  const population = input.whole("--population", options.population, 50);
  const workers = input.whole("--workers", options.workers, 0);
  const chosen = names.flatMap((name) => packFor(input, name) ?? []);
  for (const { id } of chosen.filter((pack, i) => chosen.findIndex((other) => other.id === pack.id) < i)) {
    input.problems.push({ path: "pack", value: id, expected: "packs with an id of their own each" });
  }
  for (const name of ["seeds", "population", "workers"] as const) {
    if (names.length > 1 || options[name] === undefined) continue;
    const expected = `two packs or more beside --${name}: a list makes no runs`;
    input.problems.push({ path: "", value: `--${name}`, expected });
  }
  input.check();
  if (chosen.length < 2) {
    const listed = chosen.length === 0 ? Object.values(packs) : chosen;
    if (options.json === true) printJson(listed);
    else print(packsReport(listed, outputStyle()));
    return;
  }
  if (seeds === undefined) return;
  const { execute, notes } = notedExecutor(workers);
  const levels = await compareCountries(chosen, {
    seeds,
    ...(population === undefined ? {} : { population }),
    execute,
  });
  const provenance = notes.provenance();
  if (options.json === true) printJson({ packs: chosen.map(({ id }) => id), seeds, levels, provenance });
  else printResult(countriesReport(chosen, levels, seeds, outputStyle()), provenance);
}

interface PackCommandOptions {
  readonly out?: string;
  readonly json?: boolean;
}

/** `eslabon pack <pack>` */
export function packCommand(name: string, options: PackCommandOptions): void {
  const input = inputOf("pack");
  const pack = packFor(input, name);
  input.outputFolder("--out", options.out);
  input.check();
  if (pack === undefined) return;
  if (options.out !== undefined) {
    writePackFolder(pack, options.out);
    readPackFolder(options.out);
  }
  if (options.json === true) printJson(pack);
  else if (options.out !== undefined) print(`${pack.title} stands in ${options.out}.`);
  else print(packReport(pack, outputStyle()));
}

function packFor(input: Input, name: string): DataPack | undefined {
  const found = input.take(
    () => packNamed(name),
    () => "pack",
  );
  if (found === undefined) return undefined;
  if (typeof found !== "string") return found;
  if (Object.hasOwn(packs, found)) return packs[found];
  input.problems.push(unknownName("pack", name, "the id of a data pack, or a folder", Object.keys(packs)));
  return undefined;
}
