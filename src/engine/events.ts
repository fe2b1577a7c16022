// What happened, with reasons. Recording is off by default; a phase asks `world.events` once and does nothing when it is null.
// A log is complete: from it alone follow the ladder of value, all flows, public money and each firm's cash, to the cent.
import type { ContractKindName, OriginName, QuadrantName, QualifyingGateName } from "../agents/codes.ts";
import type { ResearchPartner } from "../agents/research.ts";
import type { InvestmentKind } from "../agents/strategy.ts";
import type { ReasonToLeave } from "../agents/supplier.ts";
import type { CategoryId } from "../data/spend.ts";
import type { AccountEvent } from "./account-events.ts";
import type { InMonth, OfChallenge, OfContract, OfHolder, OfSupplier } from "./event-parts.ts";

/** A part of a contract that is passed on. US$ a month in whole cents. */
export interface SubcontractTerms {
  /** Number of the firm that does it. */
  readonly supplier: number;
  /** What it is paid, US$ a month. */
  readonly priceUsdPerMonth: number;
  /** What the work costs it, US$ a month. */
  readonly costUsdPerMonth: number;
  /** Imported part of the cost, US$ a month. */
  readonly importedUsdPerMonth: number;
  /** Whether it is a partner of a consortium, which shares the direct work; else a second-tier firm. */
  readonly partner: boolean;
}

/** A bid that passed every gate, with the numbers on which the buyer decided. US$ a month. */
export interface RankedBid {
  /** Number of the firm, or null for a direct import. */
  readonly supplier: number | null;
  /** Price asked, US$ a month, fee of a local partner that fronts included; of an import what it costs landed. */
  readonly priceUsdPerMonth: number;
  /** Chance of a failure in a month as the buyer sees it, 0..1. */
  readonly perceivedFailure: number;
  /** Price plus perceived failure times the loss per failure, less what the buyer gives for local sourcing; US$ a month. */
  readonly expectedCostUsdPerMonth: number;
}

/** Why a firm gives an R&D project up. */
export type ReasonToAbandon =
  /** The mine gave the problem up. */
  | "problem-lapsed"
  /** Somebody else solved it first. */
  | "solved-by-another"
  /** The research, the prototype or the trial at scale failed. */
  | "research-failed"
  | "prototype-failed"
  | "trial-failed"
  /** No mine and no testing centre opened for a trial in all the time that the firm could wait. */
  | "no-trial"
  /** It is proven, but its maker was not trusted. */
  | "not-trusted";

/** What an R&D project has reached; it ends with "adopted" or "abandoned", or when its firm leaves the market. */
export type ProjectStep =
  | {
      /** What was reached. */
      readonly step: "started";
      /** Ids of the policies that pay a part of it; none when the firm pays all. */
      readonly grants: readonly string[];
    }
  | {
      /** What was reached; a mine that adopts buys the solution. */
      readonly step: "research-done" | "prototype-done" | "adopted";
    }
  | {
      /** What was reached: the proof at scale. */
      readonly step: "trial-passed";
      /** Where. */
      readonly at: "mine" | "testing-centre";
    }
  | {
      /** That it was given up. */
      readonly step: "abandoned";
      /** Why. */
      readonly reason: ReasonToAbandon;
    };

/** What happened in a month. Money that moves is in whole cents; what firms and buyers only estimate is not. */
export type SimulationEvent =
  | AccountEvent
  /** A policy is in force with another strength than the month before. */
  | (InMonth & {
      readonly type: "policy-changed";
      /** Id of the policy. */
      readonly policy: string;
      /** Strength from this month on, 0..1, after what the administration fails to deliver; 0 when it is no longer in force. */
      readonly strength: number;
    })
  /** A change of government, and what it made of the public policies in force; private ones are in neither list. */
  | (InMonth & {
      readonly type: "government-changed";
      /** Ids of the policies that ended with it, for good. */
      readonly ended: readonly string[];
      /** Ids of those that outlived it. */
      readonly survived: readonly string[];
    })
  /** A project of the portfolio starts or is finished. */
  | (InMonth & {
      readonly type: "mine-stage";
      /** Id of the mine that is built or enlarged. */
      readonly mine: string;
      /** A new mine's "development", then its "operation"; of one that operates, the start and the end of an expansion. */
      readonly stage: "development" | "operation" | "expansion-started" | "expansion-finished";
      /** Id of the project in the data pack. */
      readonly project: string;
    })
  /** A lot is tendered: who fell at which gate, who bid what, who won. */
  | (InMonth & {
      readonly type: "tender";
      /** Number of the lot in this run: a recurring need of one buyer, which keeps it from contract to contract. */
      readonly lot: number;
      /** Who buys: the id of a mine or of an engineering firm. */
      readonly buyer: string;
      /** Id of the mine where the work is done. */
      readonly site: string;
      /** What is bought. */
      readonly category: CategoryId;
      /** The lot at list price, US$ a month. */
      readonly valueUsdPerMonth: number;
      /** Criticality and difficulty in one index of 0..1; the difficulty falls as more firms pass the buyer's gates. */
      readonly risk: number;
      /** Class of risk and cost, which decides how long the contract is. */
      readonly quadrant: QuadrantName;
      /** Highest chance of a failure in a month, as the buyer sees it, that it still admits, 0..1. */
      readonly toleratedFailure: number;
      /** Revenue that the mine would lose by a failure, US$ each. */
      readonly lossPerFailureUsd: number;
      /** Numbers of all firms looked at that did not qualify, each at the first gate where it fell: a list for each gate. */
      readonly rejected: Readonly<Record<QualifyingGateName, readonly number[]>>;
      /** Bids that qualified and, where it competes, a direct import: the lowest expected cost first. */
      readonly bids: readonly RankedBid[];
      /** Number of the firm that supplies: the winner, or who was called in an emergency; null for an import and an open lot. */
      readonly winner: number | null;
      /** How the lot was met; "open" when nobody was found, and it is tendered again next month. Never "innovation". */
      readonly outcome: ContractKindName | "open";
    })
  /** A contract, which delivers from its first month on. US$ a month in whole cents. */
  | (InMonth &
      OfHolder & {
        readonly type: "contract";
        /** How it came about. */
        readonly kind: ContractKindName;
        /** Number of the lot that it meets; null for an innovation, which is bought without a tender. */
        readonly lot: number | null;
        /** Id of the mine where the work is done. */
        readonly site: string;
        /** What is bought. */
        readonly category: CategoryId;
        /** Class of risk and cost when it was made. */
        readonly quadrant: QuadrantName;
        /** Whether it is a capital package of a project. */
        readonly capital: boolean;
        /** What the buyer pays in a month without a failure, US$. */
        readonly priceUsdPerMonth: number;
        /** Cost of what the holder does itself, US$ a month; 0 for a direct import. */
        readonly costUsdPerMonth: number;
        /** Imported part of that cost, US$ a month. */
        readonly importedUsdPerMonth: number;
        /**
         * Fee of a local partner that fronts for the holder, US$ a month, paid out of the price as far as the price less subcontracts
         * goes.
         */
        readonly frontingUsdPerMonth: number;
        /** What the buyer pays above the cheapest offer because a rule or a preference asks for it, US$ a month. */
        readonly preferenceUsdPerMonth: number;
        /** What the buyer saves by an adopted innovation, US$ a month; 0 for all other contracts. */
        readonly savingUsdPerMonth: number;
        /** First month that it delivers, 0 being January 2017. */
        readonly startMonth: number;
        /** First month no longer delivered, as agreed. */
        readonly endMonth: number;
        /** Parts that the holder passes on. */
        readonly subcontractors: readonly SubcontractTerms[];
      })
  /** A month that went badly. Costs are spent all the same; an import is paid in full. */
  | (InMonth &
      OfHolder & {
        readonly type: "failure";
        /** Revenue that the mine loses, US$. */
        readonly lossUsd: number;
        /** What the buyer does not pay of the month's price, US$; 0 for an import. */
        readonly withheldUsd: number;
        /** Part of that which a local partner that fronts does not get, US$. */
        readonly frontingWithheldUsd: number;
        /** Everybody to whom work was passed on, and what each does not get; the holder bears the rest. */
        readonly subcontractors: readonly {
          /** Number of the firm. */
          readonly supplier: number;
          /** Part of what is withheld that it does not get, US$. */
          readonly withheldUsd: number;
        }[];
      })
  /** A second-tier firm or partner failed; the lot is delivered all the same, and its buyer sees who it was. */
  | (InMonth &
      OfContract &
      OfSupplier & {
        readonly type: "subcontract-failure";
        /** Whether it is a partner of a consortium; else a second-tier firm, whose failure counts for less. */
        readonly partner: boolean;
      })
  /** A firm applied to a buyer's register, and was decided on at once. */
  | (InMonth &
      OfSupplier & {
        readonly type: "registration";
        /** Who decides: the id of a mine or of an engineering firm. */
        readonly buyer: string;
        /** Whether it will stand on the register; who is refused may not apply again soon. */
        readonly result: "granted" | "refused";
        /** First month on the register when granted; without meaning when refused. */
        readonly fromMonth: number;
      })
  /** A certificate in preparation is granted. */
  | (InMonth &
      OfSupplier & {
        readonly type: "certificate";
        /** Level that the firm has from now on, 1 to 3. */
        readonly level: number;
      })
  /** A firm pays for what its yearly review chose. */
  | (InMonth &
      OfSupplier & {
        readonly type: "investment";
        /** What for. */
        readonly kind: InvestmentKind;
        /** What the firm pays, US$; what the public pays on top is an event of its own. */
        readonly costUsd: number;
      })
  /** An unsolved problem of a mine arises, becomes known, or is closed. */
  | (InMonth & {
      readonly type: "challenge";
      /** Number of the problem in this run, by which other events name it. */
      readonly challenge: number;
      /** Id of the mine whose problem it is. */
      readonly mine: string;
      /** Category in which it lies. */
      readonly category: CategoryId;
      /** "lapsed" when the mine gave it up, with time or because its need was met by an adopted technology. */
      readonly change: "arisen" | "disclosed" | "solved-locally" | "solved-abroad" | "lapsed";
    })
  /** A step of a firm's R&D project. */
  | (InMonth &
      OfChallenge &
      ProjectStep & {
        readonly type: "project";
        /** Id of the mine whose problem it is. */
        readonly mine: string;
        /** With whom. */
        readonly partner: ResearchPartner;
      })
  /** A trial at scale begins; a slot at the testing centre costs. */
  | (InMonth &
      OfChallenge & {
        readonly type: "trial";
        /** Id of the mine whose problem it is, wherever the trial is made. */
        readonly mine: string;
        /** Where it is made. */
        readonly at: "mine" | "testing-centre";
        /** What the firm pays for a slot, US$; 0 at a mine. */
        readonly costUsd: number;
      })
  /** A mine buys a proven solution, with a contract that is an event of its own. */
  | (InMonth &
      OfChallenge & {
        readonly type: "adoption";
        /** Id of the mine that buys: the one with the problem, or another to which the solution spreads. */
        readonly mine: string;
        /** What it saves, US$ a year; an estimate, not rounded. */
        readonly savingUsdPerYear: number;
        /** What it pays for it, US$ a month; not rounded. */
        readonly premiumUsdPerMonth: number;
      })
  /** A firm's first exports; what it sells follows month by month. */
  | (InMonth & OfSupplier & { readonly type: "export" })
  /** A new firm. */
  | (InMonth &
      OfSupplier & {
        readonly type: "entry";
        /** Origin, category, month and order, as `peruvian consumables m14-1`. */
        readonly name: string;
        /** Where its owner is: "peruvian", for all firms that enter are. */
        readonly origin: OriginName;
        /** The category that is its own. */
        readonly category: CategoryId;
        /** Id of the mine from whose people its founder comes, which opens a door there; null for most. */
        readonly founderTie: string | null;
        /** Its capital, US$; a start-up grant comes on top. */
        readonly cashUsd: number;
      })
  /** A firm left the market, for good. */
  | (InMonth &
      OfSupplier & {
        readonly type: "exit";
        /** Why it left. */
        readonly reason: ReasonToLeave;
      });

/** Name of a kind of event. */
export type EventType = SimulationEvent["type"];

/** The events of a kind. */
export type EventOf<Type extends EventType> = Extract<SimulationEvent, Readonly<Record<"type", Type>>>;
