import { describe, expect, it } from "vitest";
import { chainView, firstCharacter, lineText, storyView, type PeopleData } from "../../explorer/people.ts";
import type { Character, StoryLine } from "../../explorer/story.ts";
import { wordsOf } from "../../explorer/text.ts";
import { shown, textsOf, withDocument } from "./document.ts";

const en = wordsOf("en");
const character = (id: number, wonInBaseline: number, wonInScenario: number): Character => ({
  ...{ id, name: `peruvian consumables ${id}`, region: "lima", category: "consumables" },
  ...{ wonInBaseline, wonInScenario },
});
const before = character(1, 4, 9);
const [few, many, some] = [character(2, 0, 1), character(3, 0, 5), character(5, 0, 3)];
const never = character(4, 2, 0);
const characters = [before, few, many, never, some];

const shared: StoryLine = { month: 3, kind: "entered" };
const baseline: StoryLine[] = [shared, { month: 35, kind: "stopped", gate: "not-informed", times: 4 }];
const scenario: StoryLine[] = [
  shared,
  { month: 24, kind: "won", buyer: "antamina", usdPerMonth: 1200.4, months: 14 },
  { month: 35, kind: "stopped", gate: "not-informed", times: 3 },
];

const dataOf = (supplier: number | null): PeopleData => ({
  cast: {
    kind: "cast",
    number: 1,
    characters,
    chain: [
      { from: "antamina", to: "@global", tier: 1, usdPerMonth: 6000.4 },
      { from: "antamina", to: "peruvian consumables 3", tier: 1, usdPerMonth: 500 },
      { from: "peruvian consumables 3", to: "Resemin S.A.", tier: 2, usdPerMonth: 50 },
    ],
  },
  story: supplier === null ? null : { kind: "story", number: 1, supplier, baseline, scenario },
  ...{ pack: "peru-2017", language: "en", width: 700 },
});

withDocument();

describe("who supplies whom", () => {
  it("is a table of buyers, firms and money a month, each by its name", () => {
    const rows = [...shown(chainView(dataOf(null))).querySelectorAll("tr")].map((row) =>
      textsOf(row, "th, td"),
    );
    expect(rows).toEqual([
      [en.from, en.to, en.perMonth],
      ["Antamina", en.origins.global, "6,000"],
      ["Antamina", "Consumables 3", "500"],
      ["Consumables 3", "Resemin S.A.", "50"],
    ]);
  });

  it("waits for the run that tells", () => {
    const page = shown(chainView({ ...dataOf(null), cast: null }));
    expect(textsOf(page, ".wait")).toEqual([en.chainWait]);
    expect(page.querySelector("svg")).toBeNull();
  });
});

describe("the story of a supplier", () => {
  it("is told first of who got in only with the policies, and most; where nobody did, of who won most", () => {
    expect(firstCharacter(characters)).toBe(many);
    expect(firstCharacter([never, before])).toBe(before);
    expect(firstCharacter([])).toBeUndefined();
  });

  it("has a list of suppliers by what they won with the policies, and in both worlds, the told one chosen", () => {
    const page = shown(storyView(dataOf(3), () => undefined));
    expect(textsOf(page, "#supplier option")).toEqual([
      "Consumables 1 · 4 → 9 contracts",
      "Consumables 3 · 0 → 5 contracts",
      "Consumables 5 · 0 → 3 contracts",
      "Consumables 2 · 0 → 1 contract",
      "Consumables 4 · 2 → 0 contracts",
    ]);
    expect(textsOf(page, "option[selected]")).toEqual(["Consumables 3 · 0 → 5 contracts"]);
    expect(textsOf(page, "#story-lines")).toEqual([en.storyLines("Consumables 3", 2, 3)]);
  });

  it("goes on with its button from one who got in only with the policies to the next, and round", () => {
    const told: number[] = [];
    for (const at of [3, 5, 2, 1]) {
      const page = shown(storyView(dataOf(at), (supplier) => told.push(supplier)));
      page.querySelector("button")?.click();
    }
    expect(told).toEqual([5, 2, 3, 3]);
    const nobody = {
      ...dataOf(1),
      cast: { kind: "cast", number: 1, characters: [before], chain: [] },
    } as const;
    const page = shown(storyView(nobody, () => undefined));
    expect(page.querySelector("button")?.hasAttribute("disabled")).toBe(true);
    expect(page.textContent).toContain(en.noneOnly);
  });

  it("marks in each world what did not happen in the other, in its words, a year's tenders by the year", () => {
    const page = shown(storyView(dataOf(3), () => undefined));
    const [without, withThem] = [...page.querySelectorAll("section")];
    expect(textsOf(without, "h4")).toEqual([en.worlds.baseline]);
    expect(textsOf(without, "li")).toEqual([
      "Apr 2017 enters the market",
      `2019 in 4 tenders of the year ${en.stoppedBy["not-informed"]}`,
    ]);
    expect(textsOf(withThem, "li")).toEqual([
      "Apr 2017 enters the market",
      "Jan 2019 gets a contract of Antamina: US$ 1,200 a month for 14 months",
      `2019 in 3 tenders of the year ${en.stoppedBy["not-informed"]}`,
    ]);
    expect(textsOf(without, ".own")).toEqual(textsOf(without, "li").slice(1));
    expect(textsOf(withThem, ".own")).toEqual(textsOf(withThem, "li").slice(1));
  });

  it("says of a world in which nothing happened to it that nothing did", () => {
    const { story, ...data } = dataOf(3);
    if (story === null) throw new Error("no story");
    const page = shown(storyView({ ...data, story: { ...story, baseline: [] } }, () => undefined));
    expect(textsOf(page, "section:first-child .note")).toEqual([en.quiet]);
    expect(page.querySelectorAll("ol")).toHaveLength(1);
  });

  it.each<[StoryLine, string]>([
    [{ month: 1, kind: "registered", buyer: "antamina" }, "is on the register of Antamina"],
    [{ month: 1, kind: "refused", buyer: "antamina" }, "is refused by the register of Antamina"],
    [{ month: 1, kind: "certified", level: 2 }, "gets a certificate of level 2"],
    [{ month: 1, kind: "invested", what: "grow", costUsd: 1999.6 }, "spends US$ 2,000: growing"],
    [
      { month: 1, kind: "subcontract", buyer: "antamina", usdPerMonth: 12, months: 1 },
      "works for Antamina in the second tier: US$ 12 a month for 1 month",
    ],
    [{ month: 1, kind: "project", buyer: "antamina", step: "adopted" }, "a solution for Antamina: adopted"],
    [{ month: 1, kind: "exported" }, "exports for the first time"],
    [{ month: 1, kind: "left" }, "leaves mining"],
  ])("tells %j in words", (line, words) => {
    expect(lineText(line, "peru-2017", en)).toBe(words);
  });
});
