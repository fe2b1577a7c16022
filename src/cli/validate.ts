import { readScenarioFile } from "../node/scenario-file.ts";
import { monthInWords } from "../report/numbers.ts";
import { wrap } from "../report/wrap.ts";
import { printScenario } from "../scenarios/files/print.ts";
import type { Scenario } from "../scenarios/scenario.ts";
import { inputOf } from "./input.ts";
import { outputStyle, print, printJson } from "./output.ts";

/** `eslabon validate <files...>` */
export function validateCommand(files: readonly string[], options: { readonly json?: boolean }): void {
  const input = inputOf("validate");
  const scenarios = files.flatMap((file) => {
    const read = input.take(
      () => readScenarioFile(file),
      (path) => (path === "path" ? "files" : `${file}: ${path}`),
    );
    return read ?? [];
  });
  if (options.json === true) {
    printJson({ scenarios: scenarios.map(content), problems: input.problems });
    if (input.problems.length > 0) process.exitCode = 2;
    return;
  }
  input.check();
  print(scenarios.map(describe).join("\n\n"));
}

function content({ id, title, hash, canonical }: Scenario) {
  return { id, title, hash, content: JSON.parse(canonical) as unknown };
}

function describe(scenario: Scenario): string {
  const { title, hash, months, policies, shocks } = scenario;
  const windows = policies.map(({ policy, startMonth, endMonth }) => {
    const until = endMonth === months ? "to the end" : `to ${monthInWords(endMonth - 1)}`;
    return `  ${policy.id}: from ${monthInWords(startMonth)} ${until}`;
  });
  const events = shocks.length === 0 ? [] : [`Shocks: ${shocks.map(({ kind }) => kind).join(", ")}`];
  return [
    wrap(`${title}: valid, content ${hash}`, outputStyle().width ?? Infinity),
    ...(windows.length === 0 ? ["No policy."] : ["Policies in force:", ...windows]),
    ...events,
    "",
    "In full:",
    "",
    printScenario(scenario).trimEnd(),
  ].join("\n");
}
