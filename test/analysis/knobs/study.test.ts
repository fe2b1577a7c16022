import { describe, expect, it } from "vitest";
import { knobsOf } from "../../../src/analysis/knobs/knob-list.ts";
import { studyKnobs } from "../../../src/analysis/knobs/study.ts";
import { defineScenario } from "../../../src/scenarios/scenario.ts";
import { variantOf } from "../../../src/scenarios/variant.ts";

const small = defineScenario({ id: "small", population: 100, months: 40, burnInMonths: 12 });
const knob = (study: Awaited<ReturnType<typeof studyKnobs>>, name: string) =>
  study.knobs.find((each) => each.name === name);

describe("the study of knobs", () => {
  it("finds a parameter that acts in the baseline, and a setting that acts only with another option", async () => {
    const names = ["caution", "local-content-rule.reservedShare"];
    const study = await studyKnobs(small, { seeds: 1, names, inert: {} });
    expect(knob(study, "caution")?.actsIn).toBe("baseline");
    expect(knob(study, "caution")?.netLocalValueUsd).toBeGreaterThan(0);
    expect(knob(study, "local-content-rule.reservedShare")?.actsIn).toBe(
      "local-content-rule with instrument reserved",
    );
    expect(study.knobs.map(({ problem }) => problem)).toEqual([null, null]);
  });

  it("objects to an inert knob without a reason, and to a reason for one that acts", async () => {
    // A testing centre that opens a month before the end has no trial to sell.
    const brief = defineScenario({ id: "brief", population: 50, months: 25, burnInMonths: 0 });
    const [slots, price] = ["testing-centre.slotsPerMonth", "testing-centre.priceUsd"];
    const inert = { caution: "so we thought", [price]: "too short" };
    const study = await studyKnobs(brief, { seeds: 1, names: ["caution", slots, price], inert });
    expect(knob(study, "caution")?.problem).toBe("listed as inert, but it acts");
    expect(knob(study, slots)?.problem).toBe("inert without a reason");
    expect(knob(study, price)).toMatchObject({ actsIn: null, reason: "too short", problem: null });
  });

  it("knows every parameter and every setting, and refuses unknown names", async () => {
    const names = knobsOf(small).map(({ name }) => name);
    expect(names).toContain("rd-credit.form");
    expect(new Set(names).size).toBe(names.length);
    const ask = studyKnobs(small, { seeds: 1, names: ["cautoin"], inert: {} });
    await expect(ask).rejects.toThrow('did you mean "caution"?');
  });

  it("refuses a horizon that ends before policies begin", async () => {
    const months = variantOf(small, { months: 24 });
    await expect(studyKnobs(months, { seeds: 1 })).rejects.toThrow(
      "scenario.months: found 24, expected at least 25 months, for policies start in month 24",
    );
  });
});
