import { Ajv2020 } from "ajv/dist/2020.js";
import { readFileSync } from "node:fs";
import { describe, expect, it } from "vitest";
import { parse } from "yaml";
import { estimate, pairedEffect } from "../../../src/analysis/effects.ts";
import { studyFileSchema } from "../../../src/analysis/study/json-schema.ts";
import { layoutOf, missingPieces, rangeOfShard } from "../../../src/analysis/study/layout.ts";
import { parseStudy } from "../../../src/analysis/study/parse.ts";
import { rowsOf, type StudyRow } from "../../../src/analysis/study/rows.ts";
import { defineStudy } from "../../../src/analysis/study/study.ts";
import { StudyTally } from "../../../src/analysis/study/tally.ts";
import { simulate } from "../../../src/engine/run.ts";
import { InputError } from "../../../src/errors.ts";
import { defineScenario } from "../../../src/scenarios/scenario.ts";
import { ownPolicy } from "../../scenarios/own-policy.ts";
import { scenarioFileSchema } from "../../../src/scenario-files.ts";

const text = `
id: small
scenarios: [baseline, matchmaking, { id: both, policies: [matchmaking, scholarships] }]
seeds: 3
draws: { count: 4, parameters: [trialMonths, programmeSurvival] }
population: 60
months: 30
burnInMonths: 6
metrics: [peruvianBids, localValueNetUsd]
`;
const study = parseStudy(text);
const layout = layoutOf(study);

function refusal(wrong: string): InputError {
  try {
    parseStudy(wrong, { file: "s.yaml" });
  } catch (error) {
    if (error instanceof InputError) return error;
    throw error;
  }
  throw new Error("accepted");
}

describe("the layout of a study", () => {
  it("gives each run a scenario, seed and draw, those of one draw and seed side by side", () => {
    expect(layout.runs).toBe(36);
    const places = Array.from({ length: 36 }, (_, run) => layout.place(run));
    expect(new Set(places.map(({ scenario, seed }) => `${scenario} ${seed}`)).size).toBe(36);
    for (let run = 0; run < 36; run += 3) {
      expect(places.slice(run, run + 3).map(({ scenario }) => scenario)).toEqual([0, 1, 2]);
      expect(new Set(places.slice(run, run + 3).map(({ seed }) => seed)).size).toBe(1);
    }
  });

  it("splits into shards that are all runs, each once", () => {
    for (const count of [1, 2, 5, 12]) {
      const ranges = Array.from({ length: count }, (_, i) => rangeOfShard(layout, { index: i + 1, count }));
      expect(ranges[0].from).toBe(0);
      expect(ranges.at(-1)?.to).toBe(36);
      for (const [i, { from, to }] of ranges.entries()) {
        expect(to).toBeGreaterThan(from);
        expect(from % 3).toBe(0);
        if (i > 0) expect(from).toBe(ranges[i - 1].to);
      }
    }
  });

  it.each([
    { index: 0, count: 2 },
    { index: 3, count: 2 },
    { index: 1, count: 0 },
    { index: 1.5, count: 2 },
    { index: 1, count: 2.5 },
    { index: 1 },
    "1/2",
  ])("has no part %j", (shard) => {
    expect(() => rangeOfShard(layout, shard as never)).toThrow(
      "expected a part of a study, as { index: 3, count: 8 } for the third of eight",
    );
  });

  it("finds what is missing between batches of any size that may overlap", () => {
    const done = [
      { from: 21, to: 27 },
      { from: 6, to: 12 },
      { from: 9, to: 15 },
    ];
    const pieces = [...missingPieces(layout, { from: 3, to: 36 }, done, 7)];
    expect(pieces).toEqual([
      { from: 3, to: 6 },
      { from: 15, to: 21 },
      { from: 27, to: 33 },
      { from: 33, to: 36 },
    ]);
  });

  it.each(["sobol", "latin-hypercube", "random"])(
    "draws parameters by %s from the draw's number alone, within their ranges, the same for all scenarios",
    (design) => {
      const drawn = layoutOf(parseStudy(text.replace("count: 4", `count: 8, design: ${design}`)));
      const values = [8, 1, 2, 3, 4, 5, 6, 7].map((draw) => {
        const scenarios = drawn.scenariosOf(draw);
        expect(new Set(scenarios.map(({ parameters }) => JSON.stringify(parameters))).size).toBe(1);
        return scenarios[0].parameters["programmeSurvival"];
      });
      expect(new Set(values).size).toBe(8);
      expect(drawn.scenariosOf(8)[0].parameters["programmeSurvival"]).toBe(values[0]);
      // An even design has one draw in each eighth of the range.
      const { low, high } = study.draws!.parameters["programmeSurvival"];
      const eighths = values.map((value) => Math.floor(((value - low) / (high - low)) * 8));
      if (design !== "random") expect(new Set(eighths).size).toBe(8);
      expect(Math.min(...eighths)).toBeGreaterThanOrEqual(0);
      expect(Math.max(...eighths)).toBeLessThan(8);
    },
  );
});

describe("the rows of a study", () => {
  const range = { from: 0, to: 6 };
  const rows = [...rowsOf(study, layout, range)];

  it("are those of whole runs, though scenarios share their first months", () => {
    for (const row of rows) {
      const { scenario, draw, seed } = layout.place(row.run);
      expect(row.fingerprint).toBe(simulate(layout.scenariosOf(draw)[scenario], { seed }).fingerprint);
    }
    expect([...rowsOf(study, layout, { from: 4, to: 6 })]).toEqual(rows.slice(4));
  });

  it("tell why a run failed, and the rest goes on", () => {
    const impossible = { ...study.scenarios[1], months: -1 };
    const broken = { ...study, draws: null, scenarios: [study.scenarios[0], impossible, study.scenarios[2]] };
    const [first, failed, third] = [...rowsOf(broken, layoutOf(broken), { from: 0, to: 3 })];
    expect(first.fingerprint).toBeDefined();
    expect(third.fingerprint).toBeDefined();
    expect(failed).toMatchObject({ run: 1, scenario: "matchmaking" });
    expect(failed.error).toMatch(/^\w*Error: /);
    const tally = new StudyTally(broken, layoutOf(broken));
    tally.add([first, failed, third]);
    expect(tally.failures).toEqual([
      { run: 1, scenario: "matchmaking", seed: "1", draw: 0, error: failed.error },
    ]);
    expect(tally.effects().map(({ pairs }) => pairs)).toEqual([0, 0, 1, 1]);
  });
});

describe("the tally of a study", () => {
  const values = (seed: number, scenario: number) => [
    [Math.sin(seed * 7 + scenario) + scenario, seed * seed * scenario],
  ];
  const row = (run: number, scenario: number, draw: number): StudyRow => {
    const seed = Math.floor(run / 3);
    return {
      run,
      scenario: study.scenarios[scenario].id,
      seed: String(seed),
      draw,
      fingerprint: "",
      values: values(seed, scenario),
    };
  };

  it("gives the effects of whole samples", () => {
    const plain = { ...study, draws: null, seeds: 40 };
    const tally = new StudyTally(plain, layoutOf(plain));
    for (let run = 0; run < 120; run += 3)
      tally.add([0, 1, 2].map((scenario) => row(run + scenario, scenario, 0)));
    const sample = (scenario: number, metric: number) =>
      Array.from({ length: 40 }, (_, seed) => values(seed, scenario)[0][metric]);
    for (const [i, effect] of tally.effects().entries()) {
      const whole = pairedEffect(sample(0, i % 2), sample(1 + Math.floor(i / 2), i % 2));
      expect(effect).toMatchObject({
        pairs: 40,
        units: 40,
        tie: false,
        probabilityHigher: whole.probabilityHigher,
        probabilitySame: whole.probabilitySame,
      });
      for (const name of [
        "difference",
        "low",
        "high",
        "baselineMean",
        "scenarioMean",
        "varianceReduction",
      ] as const) {
        expect(effect[name], name).toBeCloseTo(whole[name]!, 8);
      }
    }
  });

  it("takes its interval over draws, each the mean of its seeds, in whatever order they come", () => {
    const groups = Array.from({ length: 12 }, (_, group) =>
      [0, 1, 2].map((scenario) => row(group * 3 + scenario, scenario, 1 + Math.floor(group / 3))),
    );
    const tallies = [groups, groups.toReversed()].map((order) => {
      const tally = new StudyTally(study, layout);
      for (const group of order) tally.add(group);
      return { effect: tally.effects()[0], level: tally.levels()[0] };
    });
    const means = (scenario: number) =>
      [0, 1, 2, 3].map(
        (draw) => [0, 1, 2].reduce((sum, i) => sum + values(draw * 3 + i, scenario)[0][0], 0) / 3,
      );
    const whole = pairedEffect(means(0), means(1));
    const ofBaseline = estimate(means(0));
    for (const { effect, level } of tallies) {
      expect(level).toMatchObject({ runs: 12, units: 4 });
      for (const name of ["mean", "low", "high"] as const)
        expect(level[name]).toBeCloseTo(ofBaseline[name], 10);
      expect(effect).toMatchObject({ pairs: 12, units: 4 });
      expect(effect.difference).toBeCloseTo(whole.difference, 10);
      expect(effect.low).toBeCloseTo(whole.low, 10);
    }
  });
});

describe("a study file", () => {
  const schema = new Ajv2020({ strict: false, schemas: { "scenario-1.json": scenarioFileSchema() } }).compile(
    studyFileSchema(),
  );

  it("is what its schema allows, as the examples are", () => {
    expect(schema(parse(text)), JSON.stringify(schema.errors)).toBe(true);
    for (const name of ["portal-and-centre", "ten-million"]) {
      const example = readFileSync(`examples/studies/${name}.yaml`, "utf8");
      expect(schema(parse(example)), JSON.stringify(schema.errors)).toBe(true);
      expect(parseStudy(example).id).toBe(name);
    }
    expect(schema(parse(text.replace("seeds: 3", "seeds: 0")))).toBe(false);
    const until = (month: string) => schema(parse(`${text}windows: [{ fromMonth: 0, toMonth: ${month} }]`));
    // The longest horizon ends with 2116; before 2017 there is no month.
    for (const month of ["1200", "2117-01", "2017-02"]) expect(until(month), month).toBe(true);
    for (const month of ["1201", "2117-02", "2016-12"]) expect(until(month), month).toBe(false);
  });

  it("is refused with line and column of every problem", () => {
    const { message, problems } = refusal(`id: Small
scenaros: []
scenarios:
  - basline
  - id: own
    policies: [{ policy: matchmaking, startMonth: 2019-13 }]
seeds: none
draws: { count: 0, parameters: { trialMonth: {} } }
windows: [{ fromMonth: 2019-01, toMonth: 2018-01 }]
metrics: [spendUSD]
keep: [weekly]
`);
    for (const line of [
      's.yaml:1:1: id: found "Small", expected a name in kebab-case',
      's.yaml:2:1: scenaros: found "scenaros"',
      's.yaml:4:5: scenarios[0]: found "basline"',
      's.yaml:6:39: scenarios[1].policies[0].startMonth: found "2019-13"',
      's.yaml:7:1: seeds: found "none"',
      "s.yaml:8:10: draws.count: found 0",
      's.yaml:8:34: draws.parameters.trialMonth: found "trialMonth"',
      's.yaml:10:11: metrics[0]: found "spendUSD", expected the name of a metric; did you mean "spendUsd"?',
      's.yaml:11:8: keep[0]: found "weekly"',
    ]) {
      expect(message).toContain(line);
    }
    expect(problems.length).toBeLessThan(12);
  });

  it("has one meaning: its hash changes with what it says and with nothing else", () => {
    expect(parseStudy(`# a comment\n${text}`).hash).toBe(study.hash);
    expect(parseStudy(text.replace("seeds: 3", "seeds: 4")).hash).not.toBe(study.hash);
    expect(parseStudy(text.replace("population: 60", "population: 61")).hash).not.toBe(study.hash);
  });

  it("names a scenario that cannot be read where it is written, with all else", () => {
    const lost = (value: string) => {
      throw new InputError("a shelf", [{ path: "", value, expected: "one of mine" }]);
    };
    const wrong = text.replace("matchmaking, {", "mine.yaml, {").replace("seeds: 3", "sedes: 3");
    const read = () => parseStudy(wrong, { file: "s.yaml", resolve: lost });
    expect(read).toThrow('s.yaml:3:23: scenarios[1]: found "mine.yaml", expected one of mine');
    expect(read).toThrow('did you mean "seeds"?');
    expect(() => parseStudy(text, { resolve: 3 as never })).toThrow(
      "resolve: found 3, expected a function of a name",
    );
    expect(refusal(`${text}question: "\\e[2J"\n`).message).toContain("a text without control characters");
  });

  it("is refused with a range of a draw that says something else than its ends", () => {
    const ranges =
      "{ trialMonths: [2, 3], caution: { lo: 1, high: 1.2 }, capital-equipment.firmsGlobal: { hgh: 12 } }";
    const wrong = text.replace("[trialMonths, programmeSurvival]", ranges);
    const at = (part: string) => `s.yaml:5:${wrong.split("\n")[4].indexOf(part) + 1}: draws.parameters`;
    expect(refusal(wrong).message.split("\n").slice(1)).toEqual([
      expect.stringContaining(`${at("trialM")}.trialMonths: found [2,3], expected low below high, within `),
      `  - ${at("lo:")}.caution.lo: found "lo", expected one of: low, high; did you mean "low"?`,
      `  - ${at("hgh")}.capital-equipment.firmsGlobal.hgh: found "hgh", expected one of: low, high; did you mean "high"?`,
    ]);
  });

  it("is told what its size does to every scenario once, and each entry that is no scenario", () => {
    expect(refusal(text.replace("population: 60", "population: 3")).message.split("\n").slice(1)).toEqual([
      "  - s.yaml:6:1: population: found 3, expected at least 50",
    ]);
    const entries = refusal(text.replace("matchmaking, {", "3, [matchmaking], {")).message;
    const expected = "expected a scenario of the catalogue, a file beside this one, or a scenario in place";
    expect(entries.split("\n").slice(1)).toEqual([
      `  - s.yaml:3:23: scenarios[1]: found 3, ${expected}`,
      `  - s.yaml:3:26: scenarios[2]: found ["matchmaking"], ${expected}`,
    ]);
  });

  it("is told of the scenarios that can be read in their own places, and of a baseline only that is one", () => {
    const of = (list: string) =>
      refusal(text.replace(/scenarios: .*/, `scenarios: ${list}`))
        .message.split("\n")
        .slice(1);
    const basline = expect.stringContaining('s.yaml:3:13: scenarios[0]: found "basline"') as string;
    expect(of("[basline, { id: mine }, { id: mine }]")).toEqual([
      basline,
      '  - s.yaml:3:38: scenarios[2].id: found "mine", expected an id of its own; scenarios[1] has the same',
    ]);
    expect(of("[basline, { id: mine }, { id: other, pack: chile }]")).toEqual([basline]);
    expect(of("[basline]")).toEqual([
      basline,
      "  - s.yaml:3:1: scenarios: found 1, expected a list of at least two scenarios, the baseline first",
    ]);
  });

  it("is told where in a window, a draw or another file it is wrong, and holds no code", () => {
    const of = (more: string) => refusal(`${text}${more}\n`).message.split("\n").slice(1);
    expect(of("windows: [{ fromMonth: x, toMonth: 3, to: 4 }]")).toEqual([
      expect.stringContaining('s.yaml:10:13: windows[0].fromMonth: found "x"') as string,
      expect.stringContaining('s.yaml:10:39: windows[0].to: found "to"') as string,
    ]);
    expect(of("windows: [{ fromMonth: 2018-01, toMonth: 2017-06 }, { fromMonth: 3, toMonth: 2 }]")).toEqual([
      '  - s.yaml:10:33: windows[0].toMonth: found "2017-06", expected a month after fromMonth (12); 2017-06 is month 5',
      "  - s.yaml:10:69: windows[1].toMonth: found 2, expected a month after fromMonth (3)",
    ]);
    const drawn = (draws: string) => refusal(text.replace("count: 4", draws)).message;
    expect(drawn("count: 4, seed: 1.5")).toContain("draws.seed: found 1.5, expected a text or an integer");
    const point = "{ trialMonths: { low: 3, high: 3 } }";
    expect(refusal(text.replace("[trialMonths, programmeSurvival]", point)).message).toContain(
      "expected low below high",
    );
    const place = { file: "other.yaml", line: 7, column: 8 };
    const elsewhere = () => {
      throw new InputError("other", [{ path: "months", value: 0, expected: "more", place }]);
    };
    expect(() => parseStudy(text.replace("matchmaking, {", "other.yaml, {"), { resolve: elsewhere })).toThrow(
      "other.yaml:7:8: months: found 0, expected more",
    );
    const code = { id: "code", population: 60, months: 30, burnInMonths: 6, policies: [ownPolicy()] };
    expect(() => defineStudy({ ...study, scenarios: [...study.scenarios, defineScenario(code)] })).toThrow(
      'scenarios[3]: found "code", expected policies of the catalogue: a study cannot hold code',
    );
  });

  it("can be given back, as it is and with some of it changed", () => {
    const plain = parseStudy(text.replace(/draws: .*\n/, ""));
    expect(plain.draws).toBeNull();
    for (const each of [study, plain]) expect(defineStudy(each)).toEqual(each);
    expect(defineStudy({ ...plain, seeds: 4 })).toEqual(
      parseStudy(text.replace(/draws: .*\n/, "").replace("seeds: 3", "seeds: 4")),
    );
    // A file says a study, and not what follows from it.
    expect(refusal(`${text}hash: 0123456789abcdef\n`).message).toContain(
      'hash: found "hash", expected one of',
    );
    expect(refusal(text.replace(/draws: .*/, "draws:")).message).toContain(
      "draws: found null, expected keys and values",
    );
  });

  it("refuses draws of a parameter that a scenario sets itself", () => {
    const own = text.replace("id: both,", "id: both, parameters: { trialMonths: 4 },");
    expect(refusal(own).message).toContain('expected a parameter that no scenario sets itself; "both" does');
  });
});
