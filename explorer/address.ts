// The page's state as the part of an address after #, so that a link is a scenario. What comes from an address is checked as
// strictly as a scenario file: it becomes names and numbers of the catalogue, or an InputError that says what is wrong.
import { InputError, policies, type PolicyId, type Problem } from "../src/index.ts";
import { isDecimal, settingsOf, settingValue } from "./settings.ts";
import { firstStudy, mostFirms, mostSeeds, scenariosOf, type ChosenPolicy, type Study } from "./study.ts";
import { wordsOf } from "./text.ts";
import type { Words } from "./words/en.ts";
import { languages, type Language } from "./words/language.ts";

/** All that a link holds. */
export interface PageState {
  readonly language: Language;
  readonly study: Study;
}

/** What is wrong with an address. */
export class AddressError extends InputError {
  /** What could be read of it; null for nothing. */
  readonly study: Study | null;
  /** Whether the model refuses what is asked for, in its own words; else problems say what is expected in the reader's language. */
  readonly isOfModel: boolean;

  constructor(problems: readonly Problem[], study: Study | null, isOfModel = false) {
    super("the address", problems);
    this.study = study;
    this.isOfModel = isOfModel;
  }
}

/** The language that an address asks for, whatever else is wrong with it; null where it does not. */
export function languageOf(hash: string): Language | null {
  const asked = new URLSearchParams(hash.replace(/^#/, "")).get("l");
  return languages.find((each) => each === asked) ?? null;
}

const version = "1";
const longest = 6_000;
const keys = ["v", "l", "k", "n", "m", "s", "p"] as const;
/** What a policy has beside its settings, each a number. */
const timing = [
  "startMonth",
  "endMonth",
  "rampMonths",
  "delayMonths",
  "strength",
  "fixedCostUsdPerYear",
] as const;

/** The state as text; what is as on a first visit is left out, but for the version and the policies. */
export function addressOf({ language, study }: PageState): string {
  const parts = [`v=${version}`, `l=${language}`];
  const say = (key: string, value: string | number, usual: string | number) => {
    if (value !== usual) parts.push(`${key}=${encodeURIComponent(value)}`);
  };
  say("k", study.pack, firstStudy.pack);
  say("n", study.population, firstStudy.population);
  say("m", study.months, firstStudy.months);
  say("s", study.seeds, firstStudy.seeds);
  for (const chosen of study.policies) parts.push(`p=${encodeURIComponent(policyText(chosen))}`);
  return `#${parts.join("&")}`;
}

function policyText(chosen: ChosenPolicy): string {
  const times = timing.flatMap((name) => (chosen[name] === undefined ? [] : [`~${name}*${chosen[name]}`]));
  const settings = Object.entries(chosen.settings ?? {}).map(([name, value]) => `~${name}*${String(value)}`);
  return [chosen.policy, ...times, ...settings].join("");
}

/** What is found wrong, and the words for it. */
interface Findings {
  readonly problems: Problem[];
  readonly expected: Words["expected"];
}

/**
 * The state that an address asks for; null for an address without any.
 *
 * @param usual Language of a reader whose address names none. Default: English.
 * @throws AddressError naming every problem of the address, or of what it asks the model for.
 */
export function stateOf(hash: string, usual: Language = "en"): PageState | null {
  const text = hash.replace(/^#/, "");
  if (text === "") return null;
  const { expected } = wordsOf(languageOf(hash) ?? usual);
  const problems: Problem[] = [];
  if (text.length > longest) {
    const shown = `${text.slice(0, 40)}…`;
    throw new AddressError([{ path: "", value: shown, expected: expected.shorter(longest) }], null);
  }
  const given = new URLSearchParams(text);
  for (const key of new Set(given.keys())) {
    if (!(keys as readonly string[]).includes(key)) {
      problems.push({ path: key, value: given.get(key), expected: expected.oneOf(keys.join(", ")) });
    } else if (key !== "p" && given.getAll(key).length > 1) {
      problems.push({ path: key, value: given.getAll(key), expected: expected.oneValue });
    }
  }
  if (given.get("v") !== version) {
    problems.push({ path: "v", value: given.get("v"), expected: expected.version(version) });
  }
  const language = languages.find((each) => each === (given.get("l") ?? usual));
  if (language === undefined) {
    problems.push({ path: "l", value: given.get("l"), expected: expected.oneOf(languages.join(", ")) });
  }
  const findings: Findings = { problems, expected };
  const study: Study = {
    pack: given.get("k") ?? firstStudy.pack,
    population: whole(given, "n", firstStudy.population, [50, mostFirms], findings),
    months: whole(given, "m", firstStudy.months, [36, 360], findings),
    seeds: whole(given, "s", firstStudy.seeds, [2, mostSeeds], findings),
    policies: given.getAll("p").map((each, index) => policyOf(each, `p[${index}]`, findings)),
  };
  if (problems.length > 0) throw new AddressError(problems, study);
  try {
    scenariosOf(study);
  } catch (error) {
    if (error instanceof InputError) throw new AddressError(error.problems, study, true);
    throw error;
  }
  return { language: language ?? usual, study };
}

function whole(
  given: URLSearchParams,
  key: string,
  usual: number,
  [low, high]: readonly [number, number],
  { problems, expected }: Findings,
): number {
  const text = given.get(key);
  if (text === null) return usual;
  const value = /^\d{1,6}$/.test(text) ? Number(text) : NaN;
  if (value >= low && value <= high) return value;
  problems.push({ path: key, value: text, expected: expected.wholeNumber(low, high) });
  return usual;
}

function policyOf(text: string, path: string, { problems, expected }: Findings): ChosenPolicy {
  const [id, ...pairs] = text.split("~");
  const known = Object.hasOwn(policies, id) ? settingsOf(policies[id as PolicyId]) : [];
  const times: Partial<Record<(typeof timing)[number], number>> = {};
  const settings = new Map<string, string | number | boolean>();
  for (const pair of pairs) {
    const [name, value, ...more] = pair.split("*");
    const time = timing.find((each) => each === name);
    if (value === undefined || more.length > 0) {
      problems.push({ path, value: pair, expected: expected.nameAndValue });
    } else if (time !== undefined) {
      if (isDecimal(value)) times[time] = Number(value);
      else problems.push({ path: `${path}.${name}`, value, expected: expected.number });
    } else if (name === "__proto__") {
      problems.push({ path, value: pair, expected: expected.otherName });
    } else {
      const setting = known.find((each) => each.name === name);
      settings.set(name, settingValue(setting, value));
    }
  }
  return {
    policy: id,
    ...times,
    ...(settings.size === 0 ? {} : { settings: Object.fromEntries(settings) }),
  };
}
