// Numbers and names as the reader's language writes them, and the answer as a sentence.
import { packs, policies, type PolicyId } from "../src/index.ts";
import { isAlike, type PairedEffect } from "../src/analysis/effects.ts";
import { noInterval } from "../src/report/effect-text.ts";
import { digitsThatTell } from "../src/report/numbers.ts";
import type { Language } from "./words/language.ts";
import { effectOn, valuePerPublicUsd } from "./readings.ts";
import type { Setting } from "./settings.ts";
import { firstStudy, type Study } from "./study.ts";
import { mainMetric, type Pair } from "./summary.ts";
import { english, type Words } from "./words/en.ts";
import { spanish } from "./words/es.ts";
import { nationOf, saidIn } from "./words/nations.ts";
import { lawWords, legislatedStarts } from "./words/laws.ts";
import { policiesEs } from "./words/policies-es.ts";
import { optionsEs, settingsEs, unitsEs } from "./words/settings-es.ts";
import { startTitles, type StartId } from "./words/start-titles.ts";

const dictionaries = new Map<string, Words>();

/** The words of a language, as they are said of a data pack's country. Default: of the first visit's. */
export function wordsOf(language: Language, pack: string = firstStudy.pack): Words {
  const key = `${language} ${pack}`;
  const known = dictionaries.get(key);
  if (known !== undefined) return known;
  const made = (language === "es" ? spanish : english)(nationOf(pack, language));
  dictionaries.set(key, made);
  return made;
}

/** Title of a policy. */
export function policyTitle(id: string, language: Language): string {
  if (!Object.hasOwn(policies, id)) return id;
  return language === "es" ? policiesEs[id as PolicyId][0] : policies[id as PolicyId].title;
}

/** How a policy acts. */
export function policyMechanism(id: PolicyId, language: Language): string {
  return language === "es" ? policiesEs[id][1] : policies[id].mechanism;
}

/** What a setting of a policy means in a data pack's country, with the unit and the range of a number. */
export function settingText(setting: Setting, pack: string, language: Language): string {
  const { name, meaning, unit, range } = setting;
  const law = isOfLaw(setting) ? lawWords(pack, language) : null;
  if (law !== null) return law.form;
  const text = saidIn(language === "es" ? (settingsEs[name] ?? meaning) : meaning, pack, language);
  if (range === null) return text;
  const words = wordsOf(language, pack);
  const [low, high] = range.map((bound) => number(bound, words, Number.isInteger(bound) ? 0 : 2));
  return `${text} (${language === "es" ? (unitsEs[unit] ?? unit) : unit}, ${low}–${high})`;
}

/** An option of a setting, in a data pack's country. */
export function optionText(setting: Setting, option: string, pack: string, language: Language): string {
  const law = isOfLaw(setting) ? lawWords(pack, language) : null;
  if (law !== null) return law.options[option] ?? option;
  return language === "es" ? saidIn(optionsEs[option] ?? option, pack, language) : option;
}

/** Title of a scenario that the page offers as a start, in a data pack's country. */
export function startTitle(id: StartId, pack: string, language: Language): string {
  const title = saidIn(startTitles[id][language], pack, language);
  return legislatedStarts.includes(id) ? title + (lawWords(pack, language)?.start ?? "") : title;
}

/** Whether a setting says which law of the R&D credit holds. */
function isOfLaw({ name, options }: Setting): boolean {
  return name === "form" && options.length > 0;
}

/** A number with so many digits after the point; what these show as nothing has no sign. */
export function number(value: number, words: Words, digits: number): string {
  const text = numberFormatOf(words.locale, digits, digits).format(value);
  return text.replace("-", /[1-9]/.test(text) ? "−" : "");
}

/** A number at an axis: as many digits after the point as it has. */
export function tickText(value: number, words: Words): string {
  return numberFormatOf(words.locale, 0, mostTickDigits).format(value).replace(/^-0$/, "0").replace("-", "−");
}

const mostTickDigits = 6;

const numberFormats = new Map<string, Intl.NumberFormat>();

/** Making a format takes longer than a hundred uses of it. */
function numberFormatOf(locale: string, least: number, most: number): Intl.NumberFormat {
  const key = `${locale} ${least} ${most}`;
  const known = numberFormats.get(key);
  if (known !== undefined) return known;
  const made = new Intl.NumberFormat(locale, {
    minimumFractionDigits: least,
    maximumFractionDigits: most,
  });
  numberFormats.set(key, made);
  return made;
}

/** US dollars in millions: one digit after the point below a hundred, more for what would read as nothing. */
export function usdMillions(usd: number, words: Words): string {
  const value = usd / 1e6;
  const size = Math.abs(value);
  return number(value, words, size >= 100 ? 0 : size >= 1 || size === 0 ? 1 : digitsThatTell(value, 2));
}

/** The same with its sign. */
export function signedMillions(usd: number, words: Words): string {
  const text = usdMillions(Math.abs(usd), words);
  return `${usd < 0 ? "−" : usd > 0 ? "+" : ""}${text}`;
}

/** Month and year of a month counted from January 2017. */
export function monthText(month: number, words: Words): string {
  return monthFormatOf(words.locale).format(new Date(Date.UTC(2017, month, 1)));
}

const monthFormats = new Map<string, Intl.DateTimeFormat>();

function monthFormatOf(locale: string): Intl.DateTimeFormat {
  const known = monthFormats.get(locale);
  if (known !== undefined) return known;
  const made = new Intl.DateTimeFormat(locale, { month: "short", year: "numeric", timeZone: "UTC" });
  monthFormats.set(locale, made);
  return made;
}

/** Name of a mine, a project or another buyer of a pack. */
export function buyerName(id: string, pack: string, words: Words): string {
  const { mines, projects } = packs[pack];
  const found = [...mines, ...projects].find((each) => each.id === id);
  const firm = /^engineering-firm-(\w)$/.exec(id)?.[1];
  if (firm !== undefined) return words.engineeringFirm(firm.toUpperCase());
  const standIn = /^stand-in-(\d+)$/.exec(id)?.[1];
  if (standIn !== undefined) return words.standIn(standIn);
  if (id === "other-mines") return words.otherMines;
  return found?.name ?? id.charAt(0).toUpperCase() + id.slice(1).replaceAll("-", " ");
}

/** Name of a supplier: its own, or for a firm that the model has drawn, what it does and its number there. */
export function supplierName(name: string, words: Words): string {
  const [, category = "", place = ""] = /^\w+ ([a-z-]+) (\S+)$/.exec(name) ?? [];
  const categories = words.categories as Readonly<Record<string, string>>;
  return category in categories ? `${categories[category]} ${place}` : name;
}

/** A text cut to so many letters; a number at its end stays, if need be alone, since it tells apart what begins alike. */
export function shortened(text: string, letters: number): string {
  if (text.length <= letters) return text;
  const end = / \S*\d$/.exec(text)?.[0] ?? "";
  const kept = letters - 1 - end.length;
  if (kept < 1 && end !== "") return end.trimStart();
  return `${text.slice(0, Math.max(1, kept)).trimEnd()}…${end}`;
}

/** Pixels that the longest of some texts takes beside a figure in letters of a size, with a gap. */
export function roomBeside(texts: readonly string[], fontSize: number): number {
  const letterWidth = 0.56 * fontSize;
  return 10 + letterWidth * Math.max(...texts.map((text) => text.length));
}

/** The policies of a study in a few words. */
function chosenText({ policies: chosen }: Study, language: Language, words: Words): string {
  if (chosen.length === 0) return words.noPolicy;
  return chosen.length > mostNamed ? words.thesePolicies(chosen.length) : titlesText(chosen, language, words);
}

const mostNamed = 3;

/** The titles of the policies that the answer only counts; empty where it names them. */
export function countedText({ policies: chosen, pack }: Study, language: Language): string {
  return chosen.length > mostNamed ? `${titlesText(chosen, language, wordsOf(language, pack))}.` : "";
}

function titlesText(chosen: Study["policies"], language: Language, words: Words): string {
  const titles = chosen.map(({ policy }) => `“${policyTitle(policy, language)}”`);
  if (titles.length === 1) return titles[0];
  const last = titles[titles.length - 1];
  return `${titles.slice(0, -1).join(", ")} ${words.and(last)} ${last}`;
}

/** The interval of an effect in US$ million; `[?]` where it was the same in too few pairs to have one. */
export function intervalText({ low, high, verdict }: PairedEffect, words: Words): string {
  if (verdict === "too few pairs") return noInterval;
  return `[${signedMillions(low, words)}, ${signedMillions(high, words)}]`;
}

/** The answer so far: a sentence, and what more the numbers say. */
export interface AnswerText {
  readonly sentence: string;
  readonly rest: string;
}

/** The answer, written from the numbers of the pairs. */
export function answerText(study: Study, pairs: readonly Pair[], language: Language): AnswerText {
  const words = wordsOf(language, study.pack);
  const who = chosenText(study, language, words);
  if (pairs.length === 0) return { sentence: words.waiting, rest: "" };
  const effect = effectOn(pairs, mainMetric);
  if (effect === null) return { sentence: words.verdicts.early(who), rest: "" };
  const money = (usd: number) => usdMillions(usd, words);
  const { difference, low, high, relative, baselineMean } = effect;
  const rest: string[] = [];
  if (!effect.tie && relative !== null) {
    const sign = relative < 0 ? "−" : "+";
    const percent = `${sign}${number(Math.abs(relative) * 100, words, digitsThatTell(relative * 100, 1))} %`;
    rest.push(words.relative(percent, money(baselineMean)));
  }
  if (isAlike(effect)) rest.push(words.alike(effect.n));
  const same = Math.round(effect.probabilitySame * effect.n);
  if (effect.probabilitySame >= 0.5) rest.push(words.rare(same, effect.n));
  rest.push(...costText(pairs, words, true));
  switch (effect.verdict) {
    case "higher":
      return {
        sentence: words.verdicts.higher(who, money(difference), money(low), money(high)),
        rest: rest.join(" "),
      };
    case "lower":
      return {
        sentence: words.verdicts.lower(who, money(-difference), money(-high), money(-low)),
        rest: rest.join(" "),
      };
    case "not told apart":
      return {
        sentence: words.verdicts.unclear(who, signedMillions(low, words), signedMillions(high, words)),
        rest: costText(pairs, words, false).join(" "),
      };
    case "too few pairs":
      return {
        sentence: words.verdicts.tooFew(who, signedMillions(difference, words), effect.n),
        rest: costText(pairs, words, false).join(" "),
      };
    case "identical":
      return { sentence: words.verdicts.same(who), rest: costText(pairs, words, false).join(" ") };
  }
}

/** What it costs; per public dollar only where local value has changed by more than chance could. */
function costText(pairs: readonly Pair[], words: Words, told: boolean): string[] {
  const effect = effectOn(pairs, "publicCostUsd");
  if (effect === null) return [];
  const { difference: cost, verdict, ...bounds } = effect;
  if (verdict === "identical") return [words.publicNothing];
  if (verdict === "not told apart") {
    return [words.publicUnclear(signedMillions(bounds.low, words), signedMillions(bounds.high, words))];
  }
  if (cost < 0) return [words.publicSaving(usdMillions(-cost, words))];
  const { value, low, high } = (told ? valuePerPublicUsd(pairs) : null) ?? {
    value: null,
    low: null,
    high: null,
  };
  if (value === null || low === null || high === null) {
    return [words.publicCost(usdMillions(cost, words)) + words.costStop];
  }
  const nearer = low > 0 ? low : high < 0 ? high : value;
  const [ratio, from, to] = [value, low, high].map((each) => number(each, words, digitsThatTell(nearer, 1)));
  return [words.publicCost(usdMillions(cost, words)) + words.perDollar(`${ratio} [${from}, ${to}]`)];
}
