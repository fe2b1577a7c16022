import { packs } from "../../src/data/packs/packs.ts";
import { readdirSync, readFileSync } from "node:fs";
import { describe, expect, it } from "vitest";
import { failureProbability } from "../../src/agents/belief.ts";
import { categoryColumns } from "../../src/data/category-columns.ts";
import { externalRecords } from "../../src/data/external.ts";
import { parameterNames, resolveParameters } from "../../src/data/parameter-values.ts";
import { parameters } from "../../src/data/parameters.ts";
import { policies } from "../../src/scenarios/policies.ts";

const records = Object.entries(parameters);
const model = readdirSync("src", { recursive: true, encoding: "utf8" })
  .filter((file) => file.endsWith(".ts") && !file.startsWith("data/parameters"))
  .map((file) => readFileSync(`src/${file}`, "utf8"))
  .join("\n");

describe("every parameter", () => {
  it("has a value within its range, a unit, a meaning and a section", () => {
    expect(records.length).toBeGreaterThan(300);
    const outside = records.filter(([, { value, low, high }]) => !(low <= value && value <= high));
    expect(outside.map(([name]) => name)).toEqual([]);
    const mute = records.filter(([, { unit, meaning, section }]) => [unit, meaning, section].includes(""));
    expect(mute.map(([name]) => name)).toEqual([]);
  });

  it("has ends that are written as decimals, so that whoever writes an end as it is meant is not refused", () => {
    const ends = records.flatMap(([name, { low, high }]) => [low, high].map((end) => `${name} ${end}`));
    expect(ends.filter((end) => /\.\d{9}/.test(end))).toEqual([]);
  });

  it("comes from a source or admits to be an assumption", () => {
    const neither = records.filter(([, { source = "", assumption = "" }]) => `${source}${assumption}` === "");
    expect(neither.map(([name]) => name)).toEqual([]);
  });

  it("is read by the model", () => {
    const general = parameterNames.filter((name) => !name.includes("."));
    expect(general.filter((name) => !new RegExp(`\\b${name}\\b`).test(model))).toEqual([]);
    const columns = Object.keys(categoryColumns);
    expect(columns.filter((column) => !model.includes(`"${column}"`))).toEqual([]);
  });

  it("gives as its reason what the values come to", () => {
    const values = resolveParameters();
    const percent = (share: number, digits = 0) => `${(100 * share).toFixed(digits)} %`;
    const { priorFailures, priorSuccesses, evidenceRetention, learningRate } = values;
    // Where the tolerance of a lot's risk is that of an innovation.
    const likeInnovations =
      1 -
      ((values.innovationTolerance - values.toleranceAtFullRisk) / values.toleranceSlope) **
        (1 / values.toleranceExponent);
    const reasons: readonly (readonly [keyof typeof values, string])[] = [
      ["priorSuccesses", `fail in ${percent(priorFailures / (priorFailures + priorSuccesses))} of months`],
      ["evidenceRetention", `half-life of ${Math.round(Math.log(0.5) / Math.log(evidenceRetention))} months`],
      ["failureSlope", `able firm (0.8) fails in ${percent(failureProbability(values, 0.8), 1)} of months`],
      ["failureSlope", `a weak one (0.4) in ${percent(failureProbability(values, 0.4))}`],
      ["innovationTolerance", `a lot of risk ${likeInnovations.toFixed(1)}`],
      ["learningRate", `${percent(1 - (1 - learningRate) ** 24)} of the gap in two years`],
      ["frontierRate", `${percent(1 - (1 - values.frontierRate) ** 12, 1)} a year`],
      ["overheadShare", `${percent(12 * values.overheadShare)} of a month's capacity`],
      [
        "leaveProbability",
        `about ${10 * Math.round(10 * (1 - (1 - values.leaveProbability) ** 12))} % a year`,
      ],
    ];
    const said = ({ meaning, source = "", assumption = "" }: (typeof parameters)[string]) =>
      `${meaning}; ${source}; ${assumption}`;
    expect(reasons.filter(([name, words]) => !said(parameters[name]).includes(words))).toEqual([]);
  });

  it("keeps its default unless a scenario says otherwise", () => {
    expect(resolveParameters().taxRate).toBe(parameters.taxRate.value);
    expect(resolveParameters({ caution: 2 }).caution).toBe(2);
  });
});

describe("sources of parameters and policies", () => {
  it("name outside figures that are on record", () => {
    const texts = [
      ...records.map(([, { source = "", assumption = "" }]) => `${source} ${assumption}`),
      ...Object.values(policies).map(({ source }) => source),
      ...Object.values(packs).flatMap(({ parameters: own, facts }) => [
        ...Object.values(own).map(({ source = "", assumption = "" }) => `${source} ${assumption}`),
        ...(facts ?? []).map(({ source }) => source),
      ]),
    ];
    const cited = texts.flatMap((text) => text.match(/\b[A-Z]{2}\d{3}\b/g) ?? []);
    expect(cited.length).toBeGreaterThan(20);
    const known = new Set(externalRecords.map(({ id }) => id));
    expect(cited.filter((id) => !known.has(id))).toEqual([]);
  });
});

it("lies in another order in a run than among the records, lest an engine box every number", () => {
  const ofRecords = parameterNames.filter((name) => !name.includes("."));
  const ofRun = Object.keys(resolveParameters());
  expect(ofRun.toSorted()).toEqual(ofRecords.toSorted());
  expect(ofRun[0]).not.toBe(ofRecords[0]);
});
