import { InputError, type Problem } from "../errors.ts";
import { readScenarioFile } from "../node/scenario-file.ts";
import { monthInWords } from "../report/numbers.ts";
import { printScenario } from "../scenarios/files/print.ts";
import type { Scenario } from "../scenarios/scenario.ts";
import { print, printJson } from "./output.ts";

/** `eslabon validate <files...>` */
export function validateCommand(files: readonly string[], options: { readonly json?: boolean }): void {
  const scenarios: Scenario[] = [];
  const problems: Problem[] = [];
  for (const file of files) {
    try {
      scenarios.push(readScenarioFile(file));
    } catch (error) {
      if (!(error instanceof InputError)) throw error;
      problems.push(...error.problems);
    }
  }
  if (options.json === true) {
    printJson({ scenarios: scenarios.map(content), problems });
    if (problems.length > 0) process.exitCode = 2;
    return;
  }
  if (problems.length > 0) throw new InputError("eslabon validate", problems);
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
    `${title}: valid, content ${hash}`,
    ...(windows.length === 0 ? ["No policy."] : ["Policies in force:", ...windows]),
    ...events,
    "",
    "In full:",
    "",
    printScenario(scenario).trimEnd(),
  ].join("\n");
}
