// `eslabon report --from`: a report of what was computed before. Its runs are made again only where that is asked for, and must
// come out as they did.
import { statSync } from "node:fs";
import { planComparison } from "../analysis/compare.ts";
import type { Comparison } from "../analysis/comparison.ts";
import { assembleDetails, withDetails, type ComparisonDetails } from "../analysis/details/details.ts";
import type { PathPoint } from "../analysis/details/paths.ts";
import type { Executor } from "../analysis/executor.ts";
import { InputError } from "../errors.ts";
import { readComparisonFile } from "../node/comparison-file.ts";
import { studyComparison } from "../node/study/study-comparison.ts";
import { planOfStudy } from "../node/study/study-file.ts";
import { shownInDetail } from "../report/figures/figures.ts";
import type { ReportInput } from "../report/page.ts";
import { leftOutSentences, unitsOf } from "../report/study.ts";
import { usualNation, type Nation } from "../report/words.ts";
import { parseScenario } from "../scenarios/files/parse.ts";
import type { Scenario } from "../scenarios/scenario.ts";
import { inputOf } from "./input.ts";
import { commandLine } from "./output.ts";
import { scenarioFileOf, writeReport } from "./report-document.ts";
import { factsNote, focusOf, shownNote, type ReportCommandOptions } from "./report-options.ts";
import { studyExecutor } from "./study-run.ts";

/** What a report can be made from. */
interface Source {
  readonly comparison: Comparison;
  readonly paths?: readonly PathPoint[] | undefined;
  /** Whose mines and firms it is about; unknown where a file does not say. */
  readonly nation?: Nation | undefined;
  /** The scenarios, where the runs can be made again; else why not. */
  readonly scenarios: readonly Scenario[] | string;
  readonly page: Omit<ReportInput, "comparison" | "version" | "facts"> & { readonly version?: string };
}

/** Options that ask for runs of their own. */
const refused = [
  "seeds",
  "population",
  "months",
  "pack",
  "baseline",
  "confidence",
  "attribute",
] as const satisfies readonly (keyof ReportCommandOptions)[];

/** Writes a report of a comparison's file or a study's folder. */
export async function reportFrom(
  from: string,
  ids: readonly string[],
  options: ReportCommandOptions,
): Promise<void> {
  const input = inputOf("report");
  const isStudy = statSync(from, { throwIfNoEntry: false })?.isDirectory() === true;
  const expected = "nothing beside --from, which takes what is there";
  if (ids.length > 0) input.problems.push({ path: "scenarios", value: ids.join(" "), expected });
  for (const name of refused) {
    if (options[name] !== undefined)
      input.problems.push({ path: `--${name}`, value: options[name], expected });
  }
  if (options.window !== undefined && !isStudy)
    input.problems.push({ path: "--window", value: options.window, expected });
  for (const name of ["workers", "cache"] as const) {
    if (options[name] === undefined || options.again === true) continue;
    const words = `--again beside --${name}: without it no runs are made`;
    input.problems.push({ path: `--${name}`, value: options[name], expected: words });
  }
  const focusNeedsRuns = (hasPaths: boolean) => {
    if (options.focus === undefined || options.again === true || hasPaths) return;
    const words = "--again beside --focus: without it nothing is shown in detail";
    input.problems.push({ path: "--focus", value: options.focus, expected: words });
  };
  // A study may have paths to show.
  focusNeedsRuns(isStudy);
  const workers = input.whole("--workers", options.workers, 0);
  const { out = "report.html" } = options;
  input.output("--out", out);
  input.outputFolder("--figures", options.figures);
  input.outputFolder("--cache", options.cache);
  input.there("--from", from, "what eslabon compare --json printed, or the folder of a finished study");
  input.check();

  const source = isStudy
    ? await input.late(() => studySource(from, options.window), { windowId: "--window" })
    : comparisonSource(from);
  const { comparison, paths, page } = source;
  focusNeedsRuns(paths !== undefined);
  const focus = focusOf(
    input,
    options.focus,
    comparison.scenarios.slice(1).map(({ id }) => id),
  );
  input.check();
  const details =
    options.again === true
      ? await detailsAgain(from, source, studyExecutor(workers, options.cache))
      : undefined;
  const shown = focus ?? shownInDetail(comparison);
  await writeReport({
    comparison,
    details,
    paths,
    shown,
    nation: source.nation,
    units: page.units,
    out,
    folder: options.figures,
    page: {
      ...page,
      facts: details?.facts ?? null,
      notes: [
        ...(page.notes ?? []),
        ...(source.nation === undefined ? [unknownNationNote] : []),
        ...(options.again === true || paths !== undefined ? shownNote(comparison, shown) : []),
        ...(details === undefined
          ? [missingNote(paths !== undefined, source.scenarios)]
          : factsNote(details)),
      ],
    },
  });
}

const unknownNationNote = `The file does not say of which country its data are: this page speaks of ${usualNation.country}, as the model does. What eslabon compare --json prints says it.`;

function missingNote(hasPaths: boolean, scenarios: readonly Scenario[] | string): string {
  const missing = `${hasPaths ? "The" : "Time paths, the"} insertion funnel, who gains, the matrix of risk and cost, the flow of money and the facts need the runs themselves`;
  return typeof scenarios === "string"
    ? `${missing}, and ${scenarios}.`
    : `${missing}: --again makes them again and adds these.`;
}

function comparisonSource(file: string): Source {
  const { comparison, origin } = readComparisonFile(file);
  if (origin === null) {
    return {
      comparison,
      scenarios: "the file does not say how they were made",
      page: { commands: [commandLine()], files: [], version: "unknown" },
    };
  }
  const { version, command, scenarioFiles, nation } = origin;
  const scenarios = scenarioFiles
    .filter(({ name }) => name.endsWith(".yaml"))
    .map(({ text, name }) => parseScenario(text, { file: `${file}, ${name}` }));
  return {
    comparison,
    nation,
    scenarios:
      scenarios.length === scenarioFiles.length
        ? scenarios
        : "a scenario is code or has a data pack of its own, which the file does not hold",
    page: { version, commands: [command, commandLine()], files: scenarioFiles },
  };
}

async function studySource(folder: string, windowId: string | undefined): Promise<Source> {
  const { study, comparison, paths, finished, leftOut } = await studyComparison(folder, windowId);
  const drawn = study.draws !== null;
  const units = unitsOf(study);
  return {
    comparison,
    paths,
    nation: study.scenarios[0]?.pack,
    scenarios: drawn ? "a study whose parameters are drawn has other runs in every draw" : study.scenarios,
    page: {
      version: finished.version,
      question: study.question,
      units,
      commands: [`npx eslabon study ${study.id}.json --out ${study.id}`, commandLine()],
      files: [...study.scenarios.map(scenarioFileOf), { name: `${study.id}.json`, text: planOfStudy(study) }],
      notes: [
        `Study “${study.id}”, ${finished.runs.to} runs, hash ${finished.study}; SHA-256 of all rows ${finished.rowsSha256}.`,
        ...leftOutSentences(leftOut, units),
      ],
    },
  };
}

/** The details of a comparison, from its runs made again. */
async function detailsAgain(
  from: string,
  { comparison, scenarios }: Source,
  execute: Executor,
): Promise<ComparisonDetails> {
  if (typeof scenarios === "string") {
    const expected = "a comparison whose runs can be made again";
    throw new InputError(from, [{ path: "--again", value: scenarios, expected }]);
  }
  const { seeds, window, confidence, fingerprints } = comparison;
  const [named, found] = [comparison.scenarios, scenarios].map((list) => list.map(({ id }) => id).join(", "));
  if (named !== found) {
    throw new InputError(from, [{ path: "scenarioFiles", value: found, expected: `files of ${named}` }]);
  }
  const plan = withDetails(planComparison(scenarios, { seeds, window, confidence }));
  const reductions = await execute(plan);
  const other = plan.tasks.filter(
    ({ scenario, seed }, i) => reductions[i].fingerprint !== fingerprints[scenario][seed],
  );
  if (other.length > 0) {
    const [{ scenario, seed }] = other;
    const expected = `the runs of ${from}: the model that made them was another one`;
    const value = `${other.length} of ${plan.tasks.length} runs come out differently, first ${scenarios[scenario].id} with seed ${seeds[seed]}`;
    throw new InputError(from, [{ path: "--again", value, expected }]);
  }
  return assembleDetails(plan, reductions);
}
