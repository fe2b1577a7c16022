import { table } from "../report/table.ts";
import { scenarios } from "../scenarios/catalogue.ts";
import { inputOf } from "./input.ts";
import { outputStyle, print, printJson } from "./output.ts";

/** `eslabon scenarios` */
export function scenariosCommand(options: { readonly json?: boolean }): void {
  inputOf("scenarios").check();
  const rows = Object.values(scenarios).map(
    ({ id, title, hash, months, burnInMonths, population, policies }) => ({
      id,
      title,
      hash,
      months,
      burnInMonths,
      population,
      policies: policies.map(({ policy, settings, startMonth, endMonth }) => ({
        policy: policy.id,
        settings,
        startMonth,
        endMonth,
      })),
    }),
  );
  if (options.json === true) {
    printJson(rows);
    return;
  }
  const text = table(
    [{ heading: "Scenario" }, { heading: "Title", words: "below" }, { heading: "Policies", rank: 1 }],
    rows.map(({ id, title, policies }) => [
      id,
      title,
      policies.length > 3 ? `${policies.length} policies` : policies.map(({ policy }) => policy).join(", "),
    ]),
    outputStyle(),
  );
  print(text);
}
