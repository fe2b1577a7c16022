// Decisions of a run in a line of words each: who did what, where, and on which terms.
import type { QualifyingGateName } from "../agents/codes.ts";
import type { ResearchPartner } from "../agents/research.ts";
import type { InvestmentKind } from "../agents/strategy.ts";
import type { ReasonToLeave } from "../agents/supplier.ts";
import type { DecisionEvent, EventOf, ReasonToAbandon } from "../engine/observations.ts";
import { fixed, listed, monthInWords, percent } from "./numbers.ts";

/** Decisions but tenders, whose words depend on what was decided in the other run. */
export type PlainDecision = Exclude<DecisionEvent, EventOf<"tender">>;

/** Why a firm fell at a gate, after its name. */
export const shortfallWords: Readonly<Record<QualifyingGateName, string>> = {
  reserved: "was not admitted",
  "not-informed": "did not hear of it",
  "not-registered": "was not on the buyer's register",
  "not-certified": "lacked the certificate asked for",
  "too-small": "was too small",
  "no-finance": "could not finance it",
  "not-trusted": "was not trusted enough",
};

const partnerWords: Readonly<Record<ResearchPartner, string>> = {
  none: "without a partner",
  "local-university": "with a local university",
  "research-centre": "with the research centre",
  "foreign-partner": "with a foreign partner",
};

const abandonWords: Readonly<Record<ReasonToAbandon, string>> = {
  "problem-lapsed": "the mine gave the problem up",
  "solved-by-another": "somebody else solved it first",
  "research-failed": "the research failed",
  "prototype-failed": "the prototype failed",
  "trial-failed": "the trial at scale failed",
  "no-trial": "neither a mine nor a testing centre opened for a trial",
  "not-trusted": "it is proven, but its maker was not trusted",
};

const investmentWords: Readonly<Record<InvestmentKind, string>> = {
  register: "apply to a register",
  certify: "be certified",
  train: "train its people",
  "build-ties": "build ties",
  grow: "grow",
  "upgrade-process": "upgrade its process",
  "seek-partner": "seek a partner",
  "add-service": "add a service",
  "other-sectors": "work for other sectors",
};

const leaveWords: Readonly<Record<ReasonToLeave, string>> = {
  bankrupt: "it cannot pay",
  "left-mining": "it has had no mining work for long",
  shock: "a shock of the scenario takes it out",
};

const wordsByType: {
  readonly [Type in PlainDecision["type"]]: (event: EventOf<Type>) => string;
} = {
  "policy-changed": ({ policy, strength }) =>
    strength === 0
      ? `${policy} is no longer in force`
      : `${policy} is in force at ${percent(strength)} of its strength`,
  "government-changed": ({ ended, survived }) =>
    `a change of government ends ${namesOrNone(ended)}; ${namesOrNone(survived)} ${survived.length > 1 ? "outlive" : "outlives"} it`,
  "mine-stage": ({ mine, stage, project }) => `project ${project} at ${mine}: ${stage.replace("-", " ")}`,
  contract: ({ kind, buyer, category, supplier, priceUsdPerMonth, startMonth, endMonth }) =>
    `${buyer} ${supplier === null ? `imports ${category} directly` : `signs a contract (${kind}) with ${firm(supplier)} for ${category}`}, US$ ${fixed(priceUsdPerMonth, 0)} a month from ${monthInWords(startMonth)} to ${monthInWords(endMonth - 1)}`,
  failure: ({ supplier, contract, buyer, lossUsd }) =>
    `${firm(supplier)} fails in contract ${contract} of ${buyer}, which loses US$ ${fixed(lossUsd, 0)}`,
  "subcontract-failure": ({ supplier, contract, buyer, partner }) =>
    `${firm(supplier)}, ${partner ? "a partner" : "a second-tier firm"} in contract ${contract} of ${buyer}, fails`,
  registration: ({ supplier, buyer, result, fromMonth }) =>
    result === "granted"
      ? `${buyer} registers ${firm(supplier)} from ${monthInWords(fromMonth)}`
      : `${buyer} refuses to register ${firm(supplier)}`,
  certificate: ({ supplier, level }) => `${firm(supplier)} is certified, level ${level}`,
  investment: ({ supplier, kind, costUsd }) =>
    `${firm(supplier)} pays US$ ${fixed(costUsd, 0)} to ${investmentWords[kind]}`,
  challenge: ({ challenge, mine, category, change }) =>
    `${problemOf(challenge, mine)}, in ${category}: ${change.replace("-", " ")}`,
  project: (event) => {
    const of = `${firm(event.supplier)}'s project on ${problemOf(event.challenge, event.mine)}, ${partnerWords[event.partner]},`;
    switch (event.step) {
      case "started":
        return `${of} starts, ${event.grants.length === 0 ? "without a grant" : `paid in part by ${listed(event.grants)}`}`;
      case "research-done":
        return `${of} has its research done`;
      case "prototype-done":
        return `${of} has its prototype`;
      case "trial-passed":
        return `${of} passes its trial at the ${event.at.replace("-", " ")}`;
      case "adopted":
        return `${of} is adopted`;
      case "abandoned":
        return `${of} is given up: ${abandonWords[event.reason]}`;
    }
  },
  trial: ({ supplier, challenge, mine, at, costUsd }) =>
    `${firm(supplier)}'s solution of ${problemOf(challenge, mine)} is tried at the ${at.replace("-", " ")}, for US$ ${fixed(costUsd, 0)}`,
  adoption: ({ supplier, challenge, mine, savingUsdPerYear }) =>
    `${mine} adopts ${firm(supplier)}'s solution of challenge ${challenge}, which saves US$ ${fixed(savingUsdPerYear, 0)} a year`,
  export: ({ supplier }) => `${firm(supplier)} exports for the first time`,
  entry: ({ name, supplier, category, founderTie }) =>
    `${name} (${firm(supplier)}) is founded in ${category}${founderTie === null ? "" : `, by people from ${founderTie}`}`,
  exit: ({ supplier, reason }) => `${firm(supplier)} leaves the market: ${leaveWords[reason]}`,
};

/** A decision in words, without a full stop. */
export function decisionInWords(event: PlainDecision): string {
  return (wordsByType[event.type] as (event: PlainDecision) => string)(event);
}

function firm(supplier: number | null): string {
  return supplier === null ? "an import" : `supplier ${supplier}`;
}

function problemOf(challenge: number, mine: string): string {
  return `challenge ${challenge} of ${mine}`;
}

function namesOrNone(names: readonly string[]): string {
  return names.length === 0 ? "no policy" : listed(names);
}
