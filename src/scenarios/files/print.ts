// A scenario as a file: everything that it is, in one order, so that reading it again gives the same scenario.
import { stringify } from "yaml";
import { defaultPack, packs } from "../../data/packs/packs.ts";
import { InputError, unknownName, refuseIfAny } from "../../errors.ts";
import type { PolicyInForce } from "../policy.ts";
import { scenarioProblems, type Scenario } from "../scenario.ts";
import type { Shock } from "../shocks.ts";
import { calendarOf } from "./dates.ts";
import { scenarioFileVersion } from "./parse.ts";

/** Formats of scenario files. */
export type ScenarioFormat = "yaml" | "json";

const formats: readonly ScenarioFormat[] = ["yaml", "json"];

/**
 * The text of a scenario file.
 *
 * @throws InputError for what is no scenario or no format, and when a policy of the scenario is code, which no file can hold.
 */
export function printScenario(scenario: Scenario, format: ScenarioFormat = "yaml"): string {
  const problems = scenarioProblems(scenario);
  if (!formats.includes(format))
    problems.push(unknownName("format", format, `one of: ${formats.join(", ")}`, formats));
  refuseIfAny("printing a scenario", problems);
  if (!scenario.reproducible) {
    const expected = "policies of the catalogue only: a file cannot hold code";
    const value = scenario.policies.map(({ policy }) => policy.id);
    throw new InputError(`scenario "${scenario.id}"`, [{ path: "policies", value, expected }]);
  }
  if (packs[scenario.pack.id] !== scenario.pack) {
    const expected = "a pack that comes with the library: one of your own is written as a folder";
    throw new InputError(`scenario "${scenario.id}"`, [{ path: "pack", value: scenario.pack.id, expected }]);
  }
  return textOf(scenario, format);
}

/** What would stand in a scenario's file but for its data pack: of a pack of the user's own it has the id, which no file can be read by. */
export function textOf(scenario: Scenario, format: ScenarioFormat = "yaml"): string {
  const content = fileContent(scenario);
  return format === "json"
    ? `${JSON.stringify(content, null, 2)}\n`
    : stringify(content, { version: "1.2", lineWidth: 0 });
}

function fileContent(scenario: Scenario): object {
  const { id, title, months, burnInMonths, population, parameters, beyondRanges, policies, shocks } =
    scenario;
  return {
    schema: scenarioFileVersion,
    id,
    title,
    months,
    burnInMonths,
    population,
    ...(scenario.pack === defaultPack ? {} : { pack: scenario.pack.id }),
    ...(Object.keys(parameters).length === 0 ? {} : { parameters }),
    ...(beyondRanges ? { beyondRanges } : {}),
    ...(policies.length === 0 ? {} : { policies: policies.map((each) => policyContent(each)) }),
    ...(shocks.length === 0 ? {} : { shocks: shocks.map(shockContent) }),
  };
}

function policyContent(inForce: PolicyInForce): object {
  const { policy, settings, startMonth, endMonth, ...rest } = inForce;
  return {
    policy: policy.id,
    settings,
    startMonth: calendarOf(startMonth),
    endMonth: calendarOf(endMonth),
    ...rest,
  };
}

function shockContent(shock: Shock): object {
  if (shock.kind === "copper-price") {
    return {
      ...shock,
      path: shock.path.map(({ month, usdPerLb }) => ({ month: calendarOf(month), usdPerLb })),
    };
  }
  return "month" in shock ? { ...shock, month: calendarOf(shock.month) } : shock;
}
