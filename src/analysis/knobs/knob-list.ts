// Every knob of the model: parameters, and settings of policies, with the values to be tried and the scenarios to try them in.
import { parameterNames } from "../../data/parameter-values.ts";
import { describeSettings } from "../../scenarios/describe.ts";
import { parameterIn } from "../../scenarios/pack-choice.ts";
import { policies as catalogue, type PolicyId } from "../../scenarios/policies.ts";
import { scenarios as catalogueScenarios } from "../../scenarios/catalogue.ts";
import type { PolicyRequest } from "../../scenarios/policy-request.ts";
import type { Scenario } from "../../scenarios/scenario.ts";
import { variantOf } from "../../scenarios/variant.ts";

/** A parameter or a setting. */
export interface Knob {
  /** Name of the parameter; of a setting `policy.setting`. */
  readonly name: string;
  /** A parameter of the model, or a setting of a policy of the catalogue. */
  readonly kind: "parameter" | "setting";
  /** Unit of its values. */
  readonly unit: string;
  /** Both ends of its range, or every option; one alone when nothing can be turned. */
  readonly ends: readonly unknown[];
}

/** A scenario in which knobs are tried. */
export interface Context {
  readonly id: string;
  readonly policies: readonly KnobRequest[];
}

/** A policy whose settings are known at run time only. */
interface KnobRequest {
  readonly policy: PolicyId;
  readonly settings?: Readonly<Record<string, unknown>>;
}

/** All knobs, parameters first. */
export function knobsOf({ pack }: Scenario): Knob[] {
  const ofParameters = parameterNames.map((name): Knob => {
    const { low, high, unit } = parameterIn(pack, name);
    return { name, kind: "parameter", unit, ends: low < high ? [low, high] : [low] };
  });
  return [...ofParameters, ...settingKnobs()];
}

/** Names of all knobs: the same whatever the pack. */
export function knobNames(): string[] {
  return [...parameterNames, ...settingKnobs().map(({ name }) => name)];
}

function settingKnobs(): Knob[] {
  return Object.entries(catalogue).flatMap(([id, policy]) =>
    describeSettings(policy).map(({ name, unit, low, high, options }): Knob => {
      const ends = options ?? (low === undefined || high === undefined ? [false, true] : [low, high]);
      return { name: `${id}.${name}`, kind: "setting", unit, ends };
    }),
  );
}

/**
 * Where a knob is tried, until it acts: a parameter in the baseline, then with every policy in force, then without those that
 * govern the others, and in the catalogue's scenarios of one policy with settings that are not its defaults; a setting with its
 * policy alone, in the catalogue's scenarios of it, then with all; both also with each option of a policy that is not its default.
 */
export function contextsOf({ name: knobName, kind }: Knob): Context[] {
  const all = Object.keys(catalogue) as PolicyId[];
  const everything = { id: "all policies", policies: all.map((policy) => ({ policy })) };
  if (kind === "parameter") {
    return [
      { id: "baseline", policies: [] },
      everything,
      {
        id: "all policies but of institutionalisation",
        policies: all.filter((id) => pillarOf(id) !== "institutionalisation").map((policy) => ({ policy })),
      },
      ...variants(() => true),
      ...all.flatMap((id) =>
        otherOptions(id).map(({ label, settings }) => ({
          id: `all policies, ${label}`,
          policies: all.map((policy) => (policy === id ? { policy, settings } : { policy })),
        })),
      ),
    ];
  }
  const [id, setting] = knobName.split(".") as [PolicyId, string];
  return [
    { id, policies: [{ policy: id }] },
    ...otherOptions(id)
      .filter((each) => each.setting !== setting)
      .map(({ label, settings }) => ({ id: label, policies: [{ policy: id, settings }] })),
    ...variants((policy) => policy === id),
    everything,
  ];
}

/** The catalogue's scenarios of one policy, with settings that are not all its defaults. */
function variants(wanted: (policy: string) => boolean): Context[] {
  return Object.values(catalogueScenarios).flatMap(({ id, policies }): Context[] => {
    if (policies.length !== 1) return [];
    const [{ policy, settings }] = policies;
    const turnedFrom = describeSettings(policy).some((setting) => settings[setting.name] !== setting.default);
    if (!turnedFrom || !wanted(policy.id)) return [];
    return [{ id, policies: [{ policy: policy.id as PolicyId, settings }] }];
  });
}

/** A scenario with a knob at one of its ends. */
export function turned(scenario: Scenario, { id, policies }: Context, knob: Knob, end: number): Scenario {
  const value = knob.ends[end];
  const named = { id: `knob-${end}`, title: `${id}: ${knob.name}` };
  if (knob.kind === "parameter") {
    return variantOf(scenario, {
      ...named,
      policies: asked(policies),
      parameters: { [knob.name]: value as number },
    });
  }
  const [policy, setting] = knob.name.split(".");
  return variantOf(scenario, {
    ...named,
    policies: asked(
      policies.map((each) =>
        each.policy === policy ? { ...each, settings: { ...each.settings, [setting]: value } } : each,
      ),
    ),
  });
}

/** As a scenario asks for them; settings are checked when the scenario is defined. */
function asked(requests: readonly KnobRequest[]): readonly PolicyRequest[] {
  return requests as readonly PolicyRequest[];
}

function pillarOf(id: string) {
  return catalogue[id as keyof typeof catalogue].pillar;
}

/** Each option of a policy that is not the default's, one at a time; of a number whose default is one end, the other end. */
function otherOptions(id: string) {
  const policy = catalogue[id as keyof typeof catalogue];
  return describeSettings(policy).flatMap((setting) => {
    const { name, options, low, high } = setting;
    const isEnd = setting.default === low || setting.default === high;
    const values: readonly unknown[] =
      options ?? (typeof setting.default === "boolean" ? [false, true] : isEnd ? [low, high] : []);
    return values
      .filter((value) => value !== setting.default)
      .map((value) => ({
        setting: name,
        label: `${id} with ${name} ${String(value)}`,
        settings: { [name]: value },
      }));
  });
}
