// The views that are told from one run: who supplies whom, and the story of one supplier.
import type { Language } from "./address.ts";
import { chainChart } from "./chain-chart.ts";
import { dataTable, element } from "./dom.ts";
import type { Answer } from "./messages.ts";
import type { Character, StoryLine } from "./story.ts";
import { buyerName, monthText, number, wordsOf } from "./text.ts";
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
  const words = wordsOf(language);
  const head = [element("h3", {}, words.chainTitle), element("p", { class: "note" }, words.chainNote)];
  if (cast === null) return [...head, element("p", { class: "wait" }, words.chainWait)];
  const nameOf = (key: string) =>
    key.startsWith("@") ? textOf(words.origins, key.slice(1)) : buyerName(key, pack);
  const table = dataTable(
    words.chainTitle,
    [words.from, words.to, words.perMonth],
    cast.chain.map(({ from, to, usdPerMonth }) => [nameOf(from), nameOf(to), number(usdPerMonth, words, 0)]),
  );
  return [
    ...head,
    element("figure", {}, chainChart(cast.chain, nameOf, words.chainTitle, width)),
    element("details", {}, element("summary", {}, words.table), table),
  ];
}

/** Those who got in only with the policies, those with the most contracts there first. */
function onlyWithPolicies(characters: readonly Character[]): Character[] {
  return characters
    .filter(({ wonInBaseline, wonInScenario }) => wonInBaseline === 0 && wonInScenario > 0)
    .sort((a, b) => b.wonInScenario - a.wonInScenario);
}

/** The story of one supplier in both worlds. */
export function storyView(data: PeopleData, choose: (supplier: number) => void): HTMLElement[] {
  const { cast, story, language } = data;
  const words = wordsOf(language);
  const head = [element("h3", {}, words.storyTitle), element("p", { class: "note" }, words.storyNote)];
  if (cast === null) return [...head, element("p", { class: "wait" }, words.chainWait)];
  const only = onlyWithPolicies(cast.characters);
  const button = element(
    "button",
    { type: "button", id: "only-under", disabled: only.length === 0 },
    words.onlyUnder,
  );
  button.addEventListener("click", () => {
    const place = only.findIndex(({ id }) => id === story?.supplier);
    choose(only[(place + 1) % only.length].id);
  });
  const select = element(
    "select",
    { id: "supplier" },
    ...[...cast.characters]
      .sort((a, b) => b.wonInScenario - a.wonInScenario)
      .map(({ id, name, category, wonInBaseline, wonInScenario }) =>
        element(
          "option",
          { value: id, selected: id === story?.supplier },
          `${name} · ${textOf(words.categories, category)} · ${wonInBaseline} → ${words.contracts(wonInScenario)}`,
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
    ...(story === null ? [] : [worlds(story, data, words)]),
  ];
}

function worlds(story: Story, { pack }: PeopleData, words: Words): HTMLElement {
  return element(
    "div",
    { class: "worlds", "aria-live": "polite" },
    ...(["baseline", "scenario"] as const).map((world) =>
      element(
        "section",
        {},
        element("h4", {}, words.worlds[world]),
        story[world].length === 0
          ? element("p", { class: "note" }, words.quiet)
          : element(
              "ol",
              { class: `story ${world}` },
              ...story[world].map((line) =>
                element(
                  "li",
                  { class: line.kind },
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

function yearText(month: number): string {
  return String(2017 + Math.floor(month / 12));
}

function lineText(line: StoryLine, pack: string, words: Words): string {
  const usd = (value: number) => number(value, words, 0);
  const { story } = words;
  switch (line.kind) {
    case "registered":
    case "refused":
      return story[line.kind](buyerName(line.buyer, pack));
    case "certified":
      return story.certified(line.level);
    case "invested":
      return story.invested(textOf(words.investments, line.what), usd(line.costUsd));
    case "won":
    case "subcontract":
      return story[line.kind](buyerName(line.buyer, pack), usd(line.usdPerMonth), line.months);
    case "failed":
      return story.failed(buyerName(line.buyer, pack), usd(line.lossUsd));
    case "project":
      return story.project(buyerName(line.buyer, pack), textOf(words.steps, line.step));
    case "stopped":
      return story.stopped(line.times, textOf(words.stoppedBy, line.gate));
    case "entered":
    case "exported":
    case "left":
      return story[line.kind];
  }
}
