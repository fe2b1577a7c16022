// The views that are told from one run: who supplies whom, and the story of one supplier.
import type { Language } from "./words/language.ts";
import { chainInWords } from "./alternatives.ts";
import { chainChart } from "./chain-chart.ts";
import { dataTable, element } from "./dom.ts";
import type { Answer } from "./messages.ts";
import type { Character, StoryLine } from "./story.ts";
import { firstYear } from "./summary.ts";
import { buyerName, monthText, number, supplierName, wordsOf } from "./text.ts";
import { view } from "./views.ts";
import type { Words } from "./words/en.ts";

type Cast = Extract<Answer, { kind: "cast" }>;
type Story = Extract<Answer, { kind: "story" }>;

/** What these views are drawn from; null for what has not come yet. */
export interface PeopleData {
  readonly cast: Cast | null;
  readonly story: Story | null;
  readonly pack: string;
  readonly language: Language;
  readonly width: number;
}

const textOf = (texts: Readonly<Record<string, string>>, key: string) => texts[key] ?? key;

/** Who supplies whom. */
export function chainView({ cast, pack, language, width }: PeopleData): HTMLElement[] {
  const words = wordsOf(language, pack);
  if (cast === null) {
    return [
      element("h3", {}, words.chainTitle),
      element("p", { class: "note" }, words.chainNote),
      element("p", { class: "wait" }, words.chainWait),
    ];
  }
  const nameOf = (key: string, isBuyer: boolean) => {
    if (isBuyer) return buyerName(key, pack, words);
    return key.startsWith("@") ? textOf(words.origins, key.slice(1)) : supplierName(key, words);
  };
  const table = dataTable(
    words.chainTitle,
    [words.from, words.to, words.perMonth],
    cast.chain.map(({ from, to, tier, usdPerMonth }) => [
      nameOf(from, tier === 1),
      nameOf(to, false),
      number(usdPerMonth, words, 0),
    ]),
  );
  const figure = chainChart(cast.chain, nameOf, chainInWords(cast.chain, nameOf, words), width);
  return view(["chain", words.chainTitle, words.chainNote], figure, table, words);
}

/** Those who got in only with the policies, those with the most contracts there first. */
function onlyWithPolicies(characters: readonly Character[]): Character[] {
  return characters
    .filter(({ wonInBaseline, wonInScenario }) => wonInBaseline === 0 && wonInScenario > 0)
    .sort((a, b) => b.wonInScenario - a.wonInScenario);
}

/** The story of one supplier in both worlds. */
export function storyView(data: PeopleData, choose: (supplier: number) => void): HTMLElement[] {
  const { cast, story, pack, language } = data;
  const words = wordsOf(language, pack);
  const head = [element("h3", {}, words.storyTitle), element("p", { class: "note" }, words.storyNote)];
  if (cast === null) return [...head, element("p", { class: "wait" }, words.chainWait)];
  const only = onlyWithPolicies(cast.characters);
  const place = only.findIndex(({ id }) => id === story?.supplier);
  const next = only.length === 0 ? null : only[(place + 1) % only.length].id;
  const button = element(
    "button",
    { type: "button", id: "only-under", disabled: next === null, "data-next": next },
    words.onlyUnder,
  );
  button.addEventListener("click", () => choose(Number(button.dataset["next"])));
  const select = element(
    "select",
    { id: "supplier" },
    ...[...cast.characters]
      .sort((a, b) => b.wonInScenario - a.wonInScenario)
      .map(({ id, name, category, wonInBaseline, wonInScenario }) =>
        element(
          "option",
          { value: id, selected: id === story?.supplier },
          `${characterName(name, category, words)} · ${wonInBaseline} → ${words.contracts(wonInScenario)}`,
        ),
      ),
  );
  select.addEventListener("change", () => choose(Number(select.value)));
  return [
    ...head,
    element(
      "div",
      { class: "field inline" },
      element("label", { for: "supplier" }, words.pick),
      select,
      button,
    ),
    ...(only.length === 0 ? [element("p", { class: "note" }, words.noneOnly)] : []),
    ...(story === null ? [] : [linesText(story, cast, words), worlds(story, data, words)]),
  ];
}

/** A firm by its name, and what it does unless the name says so. */
function characterName(name: string, category: string, words: Words): string {
  const said = supplierName(name, words);
  return said === name ? `${name} · ${textOf(words.categories, category)}` : said;
}

/** The supplier whose story is told before the reader has picked one: who got in only with the policies, if anybody did. */
export function firstCharacter(characters: readonly Character[]): Character | undefined {
  const [first] = onlyWithPolicies(characters);
  return first ?? [...characters].sort((a, b) => b.wonInScenario - a.wonInScenario)[0];
}

/** Announces whose story has come in: the stories themselves are too long to be read out. */
function linesText({ supplier, baseline, scenario }: Story, { characters }: Cast, words: Words): HTMLElement {
  const found = characters.find(({ id }) => id === supplier);
  const name = found === undefined ? "" : characterName(found.name, found.category, words);
  const text = words.storyLines(name, baseline.length, scenario.length);
  return element("p", { class: "note", role: "status", id: "story-lines" }, text);
}

function worlds(story: Story, { pack }: PeopleData, words: Words): HTMLElement {
  return element(
    "div",
    { class: "worlds" },
    ...(["baseline", "scenario"] as const).map((world) =>
      element(
        "section",
        {},
        element("h4", {}, words.worlds[world]),
        story[world].length === 0
          ? element("p", { class: "note" }, words.quiet)
          : element(
              "ol",
              { class: `story ${world}`, tabindex: 0, "aria-label": words.worlds[world] },
              ...story[world].map((line) =>
                element(
                  "li",
                  { class: isShared(line, story, world) ? line.kind : `${line.kind} own` },
                  element(
                    "time",
                    {},
                    line.kind === "stopped" ? yearText(line.month) : monthText(line.month, words),
                  ),
                  " ",
                  lineText(line, pack, words),
                ),
              ),
            ),
      ),
    ),
  );
}

/** Whether the same happened in the other world too. */
function isShared(line: StoryLine, story: Story, world: "baseline" | "scenario"): boolean {
  const other = story[world === "baseline" ? "scenario" : "baseline"];
  const text = JSON.stringify(line);
  return other.some((each) => each.month === line.month && JSON.stringify(each) === text);
}

/** Scrolls both stories to where they part. */
export function showWhereWorldsPart(): void {
  for (const line of document.querySelectorAll<HTMLElement>(".story")) {
    const own = line.querySelector<HTMLElement>(".own");
    line.scrollTop = own === null ? 0 : own.offsetTop - line.offsetTop - own.offsetHeight;
  }
}

function yearText(month: number): string {
  return String(firstYear + Math.floor(month / 12));
}

/** A line of a story in words. */
export function lineText(line: StoryLine, pack: string, words: Words): string {
  const usd = (value: number) => number(value, words, 0);
  const { story } = words;
  switch (line.kind) {
    case "registered":
    case "refused":
      return story[line.kind](buyerName(line.buyer, pack, words));
    case "certified":
      return story.certified(line.level);
    case "invested":
      return story.invested(textOf(words.investments, line.what), usd(line.costUsd));
    case "won":
    case "subcontract":
      return story[line.kind](buyerName(line.buyer, pack, words), usd(line.usdPerMonth), line.months);
    case "failed":
      // No revenue hangs on a solution that was adopted.
      return line.lossUsd === 0
        ? story.solutionFailed(buyerName(line.buyer, pack, words))
        : story.failed(buyerName(line.buyer, pack, words), usd(line.lossUsd));
    case "project":
      return story.project(buyerName(line.buyer, pack, words), textOf(words.steps, line.step));
    case "stopped":
      return story.stopped(line.times, textOf(words.stoppedBy, line.gate));
    case "entered":
    case "exported":
    case "left":
      return story[line.kind];
  }
}
