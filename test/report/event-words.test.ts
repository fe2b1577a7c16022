import { describe, expect, it } from "vitest";
import { isDecision } from "../../src/engine/observations.ts";
import { simulate } from "../../src/engine/run.ts";
import { decisionInWords, type PlainDecision } from "../../src/report/event-words.ts";

const project = { type: "project", supplier: 3, challenge: 7, mine: "antamina" } as const;
const contract = { contract: 9, buyer: "antamina", supplier: null } as const;
type Case = readonly [Record<string, unknown>, words: string];

const events: readonly Case[] = [
  [
    { type: "policy-changed", policy: "council", strength: 0.25 },
    "council is in force at 25 % of its strength",
  ],
  [{ type: "policy-changed", policy: "council", strength: 0 }, "council is no longer in force"],
  [
    { type: "government-changed", ended: ["council", "scholarships"], survived: [] },
    "a change of government ends council and scholarships; no policy outlives it",
  ],
  [
    { type: "government-changed", ended: [], survived: ["council"] },
    "a change of government ends no policy; council outlives it",
  ],
  [
    { type: "mine-stage", mine: "quellaveco", stage: "expansion-started", project: "q-2" },
    "project q-2 at quellaveco: expansion started",
  ],
  [
    {
      ...{ type: "contract", ...contract, kind: "import", lot: 2, category: "energy" },
      ...{ priceUsdPerMonth: 12_345.6, startMonth: 0, endMonth: 12 },
    },
    "antamina imports energy directly, US$ 12,346 a month from January 2017 to December 2017",
  ],
  [
    { type: "failure", ...contract, lossUsd: 2_000 },
    "an import fails in contract 9 of antamina, which loses US$ 2,000",
  ],
  [
    { type: "subcontract-failure", ...contract, supplier: 3, partner: true },
    "supplier 3, a partner in contract 9 of antamina, fails",
  ],
  [
    { type: "subcontract-failure", ...contract, supplier: 3, partner: false },
    "supplier 3, a second-tier firm in contract 9 of antamina, fails",
  ],
  [
    { type: "registration", supplier: 3, buyer: "antamina", result: "granted", fromMonth: 13 },
    "antamina registers supplier 3 from February 2018",
  ],
  [
    { type: "registration", supplier: 3, buyer: "antamina", result: "refused", fromMonth: 13 },
    "antamina refuses to register supplier 3",
  ],
  [{ type: "certificate", supplier: 3, level: 2 }, "supplier 3 is certified, level 2"],
  ...(
    [
      ["register", "apply to a register"],
      ["certify", "be certified"],
      ["train", "train its people"],
      ["build-ties", "build ties"],
      ["grow", "grow"],
      ["upgrade-process", "upgrade its process"],
      ["seek-partner", "seek a partner"],
      ["add-service", "add a service"],
      ["other-sectors", "work for other sectors"],
    ] as const
  ).map(([kind, words]): Case => [
    { type: "investment", supplier: 3, kind, costUsd: 1_500 },
    `supplier 3 pays US$ 1,500 to ${words}`,
  ]),
  [
    { type: "challenge", challenge: 7, mine: "antamina", category: "energy", change: "solved-abroad" },
    "challenge 7 of antamina, in energy: solved abroad",
  ],
  [
    { ...project, partner: "foreign-partner", step: "started", grants: [] },
    "supplier 3's project on challenge 7 of antamina, with a foreign partner, starts, without a grant",
  ],
  [
    { ...project, partner: "none", step: "started", grants: ["innovate-peru", "canon-for-rd"] },
    "supplier 3's project on challenge 7 of antamina, without a partner, starts, paid in part by innovate-peru and canon-for-rd",
  ],
  [
    { ...project, partner: "local-university", step: "research-done" },
    "supplier 3's project on challenge 7 of antamina, with a local university, has its research done",
  ],
  [
    { ...project, partner: "research-centre", step: "prototype-done" },
    "supplier 3's project on challenge 7 of antamina, with the research centre, has its prototype",
  ],
  [
    { ...project, partner: "none", step: "trial-passed", at: "testing-centre" },
    "supplier 3's project on challenge 7 of antamina, without a partner, passes its trial at the testing centre",
  ],
  [
    { ...project, partner: "none", step: "adopted" },
    "supplier 3's project on challenge 7 of antamina, without a partner, is adopted",
  ],
  [
    { ...project, partner: "none", step: "abandoned", reason: "no-trial" },
    "supplier 3's project on challenge 7 of antamina, without a partner, is given up: neither a mine nor a testing centre opened for a trial",
  ],
  [
    { type: "trial", supplier: 3, challenge: 7, mine: "antamina", at: "mine", costUsd: 0 },
    "supplier 3's solution of challenge 7 of antamina is tried at the mine, for US$ 0",
  ],
  [
    { type: "adoption", supplier: 3, challenge: 7, mine: "cuajone", savingUsdPerYear: 1e6 },
    "cuajone adopts supplier 3's solution of challenge 7, which saves US$ 1,000,000 a year",
  ],
  [{ type: "export", supplier: 3 }, "supplier 3 exports for the first time"],
  [
    { type: "entry", supplier: 3, name: "peruvian energy m2-1", category: "energy", founderTie: null },
    "peruvian energy m2-1 (supplier 3) is founded in energy",
  ],
  [
    { type: "entry", supplier: 3, name: "peruvian energy m2-1", category: "energy", founderTie: "cuajone" },
    "peruvian energy m2-1 (supplier 3) is founded in energy, by people from cuajone",
  ],
  ...(
    [
      ["bankrupt", "it cannot pay"],
      ["left-mining", "it has had no mining work for long"],
      ["shock", "a shock of the scenario takes it out"],
    ] as const
  ).map(([reason, words]): Case => [
    { type: "exit", supplier: 3, reason },
    `supplier 3 leaves the market: ${words}`,
  ]),
];

describe("a decision in words", () => {
  it.each(events)("%o", (event, words) => {
    expect(decisionInWords(event as unknown as PlainDecision)).toBe(words);
  });

  it("is one of those above, in a run with every kind of them", () => {
    const run = simulate(
      {
        ...{ id: "all", population: 200, months: 120, burnInMonths: 24 },
        policies: ["testing-centre", "challenge-portal", "innovate-peru"],
        shocks: [{ kind: "change-of-government", month: 40 }],
      },
      { seed: 1, events: true },
    );
    const decisions = (run.events ?? []).filter(isDecision).filter((event) => event.type !== "tender");
    const types = new Set(decisions.map(({ type }) => type));
    expect(
      [...new Set(events.map(([{ type }]) => type))].filter((type) => !types.has(type as never)),
    ).toEqual([]);
    for (const event of decisions) expect(decisionInWords(event)).not.toMatch(/undefined|NaN|\[object|null/);
  });
});
