import { describe, expect, it } from "vitest";

import {
  type MineRecord,
  mineIds,
  mines,
  printedTotalOutputTonnes2017,
  regions,
} from "../../src/data/mines.ts";

const kebabCase = /^[a-z0-9]+(-[a-z0-9]+)*$/;
const topTen = mines.filter((mine) => mine.id !== "other-mines");

function output(rows: readonly MineRecord[]): number {
  return rows.reduce((sum, mine) => sum + mine.outputTonnes2017, 0);
}

function mineNamed(id: string): MineRecord {
  const mine = mines.find((candidate) => candidate.id === id);
  if (mine === undefined) throw new Error(`no mine ${id}`);
  return mine;
}

describe("Table 1, the leading copper mines", () => {
  it("has ten mines and a row for the rest, each with its own kebab-case id and in the order of the ids", () => {
    expect(mines.map((mine) => mine.id)).toEqual([...mineIds]);
    expect(new Set(mineIds).size).toBe(11);
    expect(mineIds.filter((id) => !kebabCase.test(id))).toEqual([]);
    expect(topTen).toHaveLength(10);
  });

  it("adds up to the printed total to the tonne", () => {
    expect(output(mines)).toBe(printedTotalOutputTonnes2017);
    expect(output(mines)).toBe(2_445_584);
  });

  it("prints the percentage of every row as rounding gives it, so that the percentages add up to 101", () => {
    const computed = mines.map((mine) =>
      Math.round((100 * mine.outputTonnes2017) / printedTotalOutputTonnes2017),
    );
    expect(mines.map((mine) => mine.printedSharePercent)).toEqual(computed);
    expect(computed.reduce((sum, percent) => sum + percent, 0)).toBe(101);
  });

  it("lists the mines from the largest to the smallest", () => {
    const outputs = topTen.map((mine) => mine.outputTonnes2017);
    expect(outputs).toEqual([...outputs].sort((a, b) => b - a));
  });

  it("gives the ten leading mines the 96 % of output that Section 3.2 prints", () => {
    expect(output(topTen) / printedTotalOutputTonnes2017).toBeCloseTo(0.96, 3);
  });

  it("gives the South 65.0 % of output, five points short of the 70 % printed, and 69.0 % even with all other mines", () => {
    const south = output(mines.filter((mine) => mine.region === "south"));
    const others = mineNamed("other-mines").outputTonnes2017;
    expect(south).toBe(1_589_193);
    expect(south / printedTotalOutputTonnes2017).toBeCloseTo(0.65, 3);
    expect((south + others) / printedTotalOutputTonnes2017).toBeCloseTo(0.69, 3);
  });

  it("puts at least one of the ten mines in every region", () => {
    expect(new Set(topTen.map((mine) => mine.region))).toEqual(new Set(regions));
  });

  it("pairs exactly two pairs of mines, each with an owner that both rows name", () => {
    const pairs = mines.flatMap((mine) =>
      mine.sharesOwnerWith === undefined ? [] : [[mine.id, mine.sharesOwnerWith]],
    );
    expect(pairs).toEqual([
      ["cerro-verde", "el-brocal"],
      ["antamina", "antapaccay"],
      ["antapaccay", "antamina"],
      ["el-brocal", "cerro-verde"],
    ]);
    for (const [one = "", other = ""] of pairs) {
      const common = mineNamed(one).owners.filter((owner) => mineNamed(other).owners.includes(owner));
      expect(common).toHaveLength(1);
    }
  });

  it("finds a common owner of no other two mines", () => {
    const sharing = topTen.filter((mine) =>
      topTen.some(
        (other) => other.id !== mine.id && other.owners.some((owner) => mine.owners.includes(owner)),
      ),
    );
    expect(sharing.map((mine) => mine.id)).toEqual(["cerro-verde", "antamina", "antapaccay", "el-brocal"]);
  });

  it("holds Peruvian equity in Cerro Verde (a fifth) and El Brocal only", () => {
    const peruvian = mines.filter((mine) => mine.peruvianEquityShare > 0);
    expect(peruvian.map((mine) => [mine.id, mine.peruvianEquityShare])).toEqual([
      ["cerro-verde", 0.2],
      ["el-brocal", 1],
    ]);
  });

  it("has five mines above the paper's bound of a large one, and leaves Cerro Corona below its bound of a medium-sized one", () => {
    expect(topTen.filter((mine) => mine.outputTonnes2017 > 200_000)).toHaveLength(5);
    expect(topTen.filter((mine) => mine.outputTonnes2017 < 45_000).map((mine) => mine.id)).toEqual([
      "cerro-corona",
    ]);
  });

  it("names its source in every row, and the origin of every region, since Table 1 has none", () => {
    expect(mines.filter((mine) => !mine.source.startsWith("Table 1"))).toEqual([]);
    expect(
      mines.filter((mine) => !mine.assumption?.startsWith("Region") && mine.id !== "other-mines"),
    ).toEqual([]);
  });
});
