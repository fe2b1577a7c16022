// What the books of a run are made of, beside contracts, failures, investments and trials, which are told of as decisions.
// Every amount is US$ in whole cents: Math.round(usd * 100) gives back the ledger's cents.
import type { OriginName } from "../agents/codes.ts";
import type { CategoryId } from "../data/spend.ts";
import type { InMonth, OfChallenge, OfContract, OfHolder, OfSupplier } from "./event-parts.ts";

/** What public money is paid for. */
export type PublicPurpose =
  /** A month of a programme's fixed cost. */
  | "fixed-cost"
  /** A firm's place in a course, or coaching; its provider is paid. */
  | "course"
  /** The public part of a firm's investment; what it is for is paid. */
  | "investment-support"
  /** The public part of a month of R&D; the firm pays the rest. */
  | "research-grant"
  /** Paid to a new firm, which has it as cash. */
  | "startup-grant"
  /** R&D credit used against tax or refunded, which the firm has as cash. */
  | "tax-credit";

/** An entry in somebody's books, US$ in whole cents. The month before a run's first opens them. */
export type AccountEvent =
  /** The first event of a log. Contracts in force when the run begins follow as contracts of that month. */
  | (InMonth & {
      readonly type: "opening";
      /** Corporate income tax, 0 to 1. */
      readonly taxRate: number;
    })
  /** A firm of the start and its cash. */
  | (InMonth &
      OfSupplier & {
        readonly type: "incumbent";
        /** Origin, category and number, as `peruvian metal-structures 3`, or its own where a pack's registry gives one. */
        readonly name: string;
        /** Where its owner is. */
        readonly origin: OriginName;
        /** The category that is its own. */
        readonly category: CategoryId;
        /** Its cash before the first month, US$; 0 for foreign subsidiaries, whose cash is not followed. */
        readonly cashUsd: number;
        /** Whether it exports already; who does not begins with an event of its own, `export`. */
        readonly exporting: boolean;
      })
  /** A contract has delivered its last month: as agreed, or because its holder or a partner of its consortium left. */
  | (InMonth &
      OfHolder & {
        readonly type: "contract-ended";
        /** "completed" as agreed; "holder-left" or "partner-left" before that, and its lot is then tendered again. */
        readonly reason: "completed" | "holder-left" | "partner-left";
      })
  /** A second-tier firm left: from the next month on the contract's holder does its part, at the part's cost. */
  | (InMonth & OfContract & OfSupplier & { readonly type: "subcontract-ended" })
  /** A month of fuel or utilities of a mine, bought without a tender. */
  | (InMonth & {
      readonly type: "oligopoly-purchase";
      /** Id of the mine that buys. */
      readonly mine: string;
      /** What it buys: a category without tenders. */
      readonly category: CategoryId;
      /** Paid to Peruvian-owned firms, US$. */
      readonly peruvianUsd: number;
      /** Imported content of what the Peruvian-owned sell, US$: a part of `peruvianUsd`. */
      readonly peruvianImportedUsd: number;
      /** Paid to foreign-owned firms, US$. */
      readonly foreignUsd: number;
      /** Imported content of what the foreign-owned sell, US$: a part of `foreignUsd`. */
      readonly foreignImportedUsd: number;
      /** Profit of the foreign-owned after tax, US$, which leaves the country. */
      readonly remittedUsd: number;
      /** Tax of both, US$. */
      readonly taxUsd: number;
    })
  /** A month of a Peruvian firm outside its mining contracts; its cash grows by profit less fixed cost and interest. */
  | (InMonth &
      OfSupplier & {
        readonly type: "firm-month";
        /** Sales to other sectors, US$. */
        readonly otherSectorsSalesUsd: number;
        /** What these sales leave before fixed cost, US$. */
        readonly otherSectorsProfitUsd: number;
        /** Fixed cost of the firm's capacity, US$. */
        readonly fixedCostUsd: number;
        /** Interest on cash below zero, US$. */
        readonly interestUsd: number;
      })
  /** A month of a firm's exports. */
  | (InMonth &
      OfSupplier & {
        readonly type: "export-sale";
        /** Sold abroad, US$. */
        readonly revenueUsd: number;
        /** What the firm keeps of it before tax, US$. */
        readonly profitUsd: number;
        /** Profit and domestic cost, US$. */
        readonly localValueUsd: number;
      })
  /** A Peruvian firm's tax on the calendar year; its cash falls by the tax and grows by the credit. */
  | (InMonth &
      OfSupplier & {
        readonly type: "tax";
        /** Taxable profit, US$; negative is a loss, on which nothing is owed. */
        readonly profitUsd: number;
        /** Owed on it before the credit, US$. */
        readonly taxUsd: number;
        /** R&D credit set against the tax, US$. */
        readonly creditUsedUsd: number;
        /** Part of the R&D credit beyond the tax that was refunded, US$. */
        readonly creditRefundedUsd: number;
      })
  /** Cash beyond what a firm keeps, paid to its owners. */
  | (InMonth &
      OfSupplier & {
        readonly type: "dividend";
        /** Paid to the owners, US$. */
        readonly paidUsd: number;
      })
  /** A month of R&D on a challenge; grants pay what the firm does not. */
  | (InMonth &
      OfChallenge & {
        readonly type: "research";
        /** All that the month's R&D cost, US$. */
        readonly spentUsd: number;
        /** The part of it that the firm paid itself, US$. */
        readonly ownUsd: number;
      })
  /** Public money, in the name of the policy that owns the instrument. */
  | (InMonth & {
      readonly type: "public-payment";
      /** Id of the policy. */
      readonly policy: string;
      /** What it is paid for. */
      readonly purpose: PublicPurpose;
      /** Number of the firm that it helps; null for a fixed cost. */
      readonly supplier: number | null;
      /** Paid by the public, US$. */
      readonly paidUsd: number;
    });

/** Kinds of events that keep books and decide nothing. */
export const accountEventTypes: ReadonlySet<string> = new Set<AccountEvent["type"]>([
  "opening",
  "incumbent",
  "contract-ended",
  "subcontract-ended",
  "oligopoly-purchase",
  "firm-month",
  "export-sale",
  "tax",
  "dividend",
  "research",
  "public-payment",
]);
