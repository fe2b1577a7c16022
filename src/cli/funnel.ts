import { originNames } from "../agents/codes.ts";
import { funnelSteps } from "../analysis/funnel.ts";
import { categoryIds } from "../data/spend.ts";
import { simulate } from "../engine/run.ts";
import { funnelReport, funnelSentence } from "../report/funnel.ts";
import { titleSaidOf } from "../report/nation.ts";
import { provenanceOf } from "../report/provenance.ts";
import { inputOf } from "./input.ts";
import { outputStyle, printJson, printResult } from "./output.ts";

interface FunnelCommandOptions {
  readonly category?: string;
  readonly origin?: string;
  readonly seed?: string;
  readonly population?: string;
  readonly pack?: string;
  readonly months?: string;
  readonly json?: boolean;
}

const bidderOrigins = originNames.filter((origin) => origin !== "imported");

/** `eslabon funnel <scenario>` */
export function funnelCommand(id: string, options: FunnelCommandOptions): void {
  const input = inputOf("funnel");
  const scenario = input.scenario("scenario", id, input.size(options));
  const category = input.name("--category", options.category, categoryIds, "a category of Table A1");
  const origin = input.name(
    "--origin",
    options.origin ?? "peruvian",
    bidderOrigins,
    `one of: ${bidderOrigins.join(", ")}`,
  );
  const seed = input.seed("--seed", options.seed ?? "1");
  input.check();
  if (scenario === undefined || origin === undefined || seed === undefined) return;

  const run = simulate(scenario, { seed });
  const { funnel, manifest } = run;
  const steps = funnelSteps(funnel, { origin, ...(category === undefined ? {} : { category }) });
  const adjectives = {
    peruvian: `${scenario.pack.demonym} firms`,
    chilean: scenario.pack.demonym === "Peruvian" ? "Chilean subsidiaries" : "neighbours' subsidiaries",
    global: "global subsidiaries",
  };
  const whom = `${adjectives[origin]}${category === undefined ? "" : ` of ${category}`}`;
  if (options.json === true) {
    printJson({ manifest, category: category ?? null, origin, steps, summary: funnelSentence(steps, whom) });
  } else {
    const title = titleSaidOf(scenario.pack, scenario);
    const text = `${title}, seed ${manifest.seed}, ${whom}\n\n${funnelReport(steps, whom, outputStyle())}`;
    printResult(text, provenanceOf(run));
  }
}
