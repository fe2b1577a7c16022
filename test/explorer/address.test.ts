import { describe, expect, it } from "vitest";
import { addressOf, stateOf, type PageState } from "../../explorer/address.ts";
import { startStudy } from "../../explorer/start.ts";
import { firstStudy, scenariosOf } from "../../explorer/study.ts";
import { scenarios } from "../../src/index.ts";

describe("the explorer's address", () => {
  it.each(Object.keys(scenarios))("holds %s so that it is the same scenario again", (id) => {
    const study = startStudy(firstStudy, scenarios[id]);
    const state: PageState = { language: "es", study };
    const read = stateOf(addressOf(state));
    expect(read?.language).toBe("es");
    const [, scenario] = scenariosOf(study);
    expect(scenariosOf(read?.study ?? firstStudy)[1].hash).toBe(scenario.hash);
    expect(scenario.policies).toEqual(scenarios[id].policies);
  });

  it("holds all that is asked beside the policies' settings, and every policy in its order", () => {
    const study = {
      pack: "chile",
      population: 120,
      months: 90,
      seeds: 7,
      policies: [
        {
          policy: "testing-centre",
          ...{ startMonth: 12, endMonth: 80, rampMonths: 3, delayMonths: 2, strength: 0.5 },
          ...{ fixedCostUsdPerYear: 1e6, settings: { slotsPerMonth: 2 } },
        },
        ...["council", "matchmaking", "scholarships"].map((policy) => ({ policy })),
      ],
    };
    expect(stateOf(addressOf({ language: "es", study }))).toEqual({ language: "es", study });
  });

  it("starts from a scenario whose policy ends with or after the horizon without that end", () => {
    const own = scenarios["rd-credit-2023"];
    for (const [months, scenario] of [
      [120, own],
      [own.policies[0].endMonth, own],
      // To the end of a scenario is to the end of a longer horizon too.
      [240, scenarios["rd-credit"]],
    ] as const) {
      const [chosen] = startStudy({ ...firstStudy, months }, scenario).policies;
      expect(chosen.policy).toBe("rd-credit");
      expect(chosen, String(months)).not.toHaveProperty("endMonth");
    }
    expect(startStudy({ ...firstStudy, months: 120 }, own).policies[0].startMonth).toBe(72);
  });

  it("says nothing of a policy that is as usual", () => {
    const study = startStudy(firstStudy, scenarios["testing-centre"]);
    expect(study.policies).toEqual([{ policy: "testing-centre" }]);
  });

  it("without a state asks for nothing", () => {
    expect(stateOf("")).toBeNull();
    expect(stateOf("#")).toBeNull();
  });

  it("names everything that is wrong with it at once", () => {
    expect(() => stateOf("#v=9&l=de&n=7&s=many&q=1&p=testing-centre~slots")).toThrow(
      /6 problems[\s\S]*q: [\s\S]*v: [\s\S]*l: [\s\S]*n: [\s\S]*s: [\s\S]*p\[0\]/,
    );
    expect(() => stateOf("#v=1&s=4&s=5")).toThrow("one value");
    expect(() => stateOf(`#v=1&p=${"x".repeat(7000)}`)).toThrow("at most 6000 characters");
  });

  it("takes for a number only what the page writes as one, and words for yes and no", () => {
    for (const text of ["", "0x10", " 3", "1e", "Infinity"]) {
      const address = (name: string) => `#v=1&p=testing-centre~${name}*${encodeURIComponent(text)}`;
      expect(() => stateOf(address("startMonth")), text).toThrow("startMonth");
      expect(() => stateOf(address("slotsPerMonth")), text).toThrow("slotsPerMonth");
    }
    const [rule] = stateOf("#v=1&p=local-content-rule~fronting*false")?.study.policies ?? [];
    expect(rule.settings).toEqual({ fronting: false });
    const state = stateOf("#v=1&p=testing-centre~strength*1e-9");
    expect(state?.study.policies).toEqual([{ policy: "testing-centre", strength: 1e-9 }]);
    expect(() => stateOf("#v=1&p=testing-centre~__proto__*1")).toThrow("expected another name");
  });

  it("refuses what a scenario file would be refused for, and names what was meant", () => {
    expect(() => stateOf("#v=1&p=testing-center")).toThrow('did you mean "testing-centre"?');
    expect(() => stateOf("#v=1&p=testing-centre~slotsPerMonth*900")).toThrow("slotsPerMonth");
    expect(() => stateOf("#v=1&p=testing-centre~startMonth*1.5")).toThrow("startMonth");
    expect(() => stateOf("#v=1&k=atlantis")).toThrow("the id of a data pack");
    expect(() => stateOf("#v=1&p=__proto__&p=constructor")).toThrow("the id of a policy");
  });
});
