import { describe, expect, it } from "vitest";
import type { DataPack } from "../../src/data/packs/pack.ts";
import { packs } from "../../src/data/packs/packs.ts";
import { parameters as parametersOfTheModel } from "../../src/data/parameters.ts";
import { countriesReport, packReport, packsReport } from "../../src/report/packs.ts";

const peru = packs["peru-2017"];
const place = { region: "south", domesticOwned: false, source: "a map" } as const;
const own: DataPack = {
  id: "own",
  title: "A country of one's own",
  country: "Ruritania",
  demonym: "Ruritanian",
  mines: [{ id: "upper", name: "Upper mine", outputTonnesPerYear: 420_000, ...place }],
  projects: [
    {
      ...{ id: "valley", name: "Valley", kind: "greenfield", ...place },
      ...{ capexUsdMillion: 2100, addedTonnesPerYear: 140_000 },
      start: { kind: "committed", startMonth: 24, developmentMonths: 36 },
    },
    {
      ...{ id: "larger", name: "Larger", kind: "expansion", host: "upper", ...place },
      ...{ capexUsdMillion: 900, addedTonnesPerYear: null },
      start: { kind: "price", triggerUsdPerLb: 3.1, developmentMonths: 24 },
    },
    {
      ...{ id: "secret", name: "Secret", kind: "greenfield", ...place },
      ...{ capexUsdMillion: 500, addedTonnesPerYear: null },
      start: { kind: "committed", startMonth: 24, developmentMonths: 36 },
    },
    {
      ...{ id: "dream", name: "Dream", kind: "smelter", host: "upper", ...place },
      ...{ capexUsdMillion: null, addedTonnesPerYear: null },
      start: { kind: "listed-only" },
    },
  ],
  parameters: {
    trialMonths: { value: 4, source: "two mines", assumption: "the others are alike" },
    learningRate: { value: 0.00002, assumption: "slow" },
  },
  suppliers: [{ name: "Talleres", category: "metal-structures", source: "a register" }],
  facts: [{ fact: "stationarity", low: -1, high: 1, source: "a survey" }],
  gaps: ["Nobody has counted its firms.", "Its roads are drawn."],
};
const cellsOf = (line: string) => line.trim().split(/ {2,}/);
/** Cells of the rows of a part of a report. */
const rowsOf = (part: string) => part.split("\n").slice(2).map(cellsOf);

describe("a data pack in words", () => {
  const [head, mines, projects, parameters, firms, facts, gaps] = packReport(own, {}).split("\n\n");

  it("tells whose it is, and each mine, project and parameter with its source", () => {
    expect(head).toBe("A country of one's own (own). Where metrics say Peruvian, read Ruritanian.");
    expect(rowsOf(mines)).toEqual([["Upper mine", "south", "420,000", "a map"]]);
    expect(cellsOf(projects.split("\n")[0]).slice(3)).toEqual([
      "US$ million",
      "t a year",
      "Starts",
      "Source",
    ]);
    expect(rowsOf(projects)).toEqual([
      ["Valley", "greenfield", "south", "2,100", "140,000", "January 2019", "a map"],
      ["Larger", "expansion", "south", "900", "not known", "at US$ 3.1 a pound", "a map"],
      // Of a new mine that is not known to add anything nothing is built.
      ["Secret", "greenfield", "south", "500", "not known", "never", "a map"],
      ["Dream", "smelter", "south", "not known", "not known", "never", "a map"],
    ]);
    const { unit } = parametersOfTheModel.learningRate;
    // A small number does not read as 0.
    expect(rowsOf(parameters)).toEqual([
      ["trialMonths", "4", "months", "two mines; assumption: the others are alike"],
      ["learningRate", "0.00002", unit, "assumption: slow"],
    ]);
  });

  it("tells how many firms it names, which facts it is held against, and what is missing", () => {
    expect(firms).toBe("1 firm by name; the others are drawn.");
    expect(facts).toBe("Facts: stationarity (a survey).");
    expect(gaps).toBe("Gaps:\n- Nobody has counted its firms.\n- Its roads are drawn.");
  });

  it("says where there is nothing of a kind", () => {
    const empty = {
      ...own,
      demonym: "Peruvian",
      projects: [],
      parameters: {},
      suppliers: [],
      facts: [],
      gaps: [],
    };
    const [title, , ...rest] = packReport(empty, {}).split("\n\n");
    expect(title).toBe("A country of one's own (own).");
    expect(rest).toEqual([
      "No projects.",
      "Parameters are the defaults.",
      "All firms are drawn.",
      "Facts: none.",
      "Gaps: none is told.",
    ]);
    expect(packReport(peru, {})).toContain("\n\nFacts: all of the paper's.\n\n");
  });

  it("is one line of a list, with how much it holds of each kind", () => {
    expect(packsReport([own, peru], {}).split("\n").map(cellsOf).slice(0, 3)).toEqual([
      ["Pack", "Title", "Mines", "Projects", "Own parameters", "Firms by name", "Gaps"],
      expect.anything(),
      ["own", "A country of one's own", "1", "4", "2", "1", "2"],
    ]);
  });
});

describe("countries side by side", () => {
  const level = (mean: number) => ({ n: 5, mean, low: mean - 1, high: mean + 1 });
  const levels = [{ name: "procurement", unit: "US$ million a year", levels: [level(4500), level(900)] }];

  it("have their levels with intervals under their titles, and the gaps of each below", () => {
    const [text, words, gaps] = countriesReport([{ ...peru, gaps: [] }, own], levels, 5, {}).split("\n\n");
    expect(text.split("\n").map(cellsOf)).toEqual([
      ["Baseline, 2022-2031", "Peru, 2017", "A country of one's own", "Unit"],
      expect.anything(),
      ["procurement", "4,500 [4,499, 4,501]", "900.0 [899.0, 901.0]", "US$ million a year"],
    ]);
    expect(words.replaceAll("\n", " ")).toMatch(
      /^Levels with 95 % intervals over 5 seeds\. They are not paired effects: .* Read them with the gaps of the data:$/,
    );
    expect(gaps.split("\n")).toEqual([
      "- A country of one's own: Nobody has counted its firms.",
      "- A country of one's own: Its roads are drawn.",
    ]);
    const without = countriesReport([{ ...peru, gaps: [] }], levels, 5, {});
    expect(without).toMatch(/is not the\s+effect\s+of anything\.$/);
  });
});
