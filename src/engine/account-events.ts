// What the books of a run are made of, beside contracts, failures, investments and trials, which are told of as decisions.
// Every amount is US$ in whole cents: Math.round(usd * 100) gives back the ledger's cents.
import type { OriginName } from "../agents/codes.ts";
import type { CategoryId } from "../data/spend.ts";

interface Base {
  readonly month: number;
}

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

/** An entry in somebody's books. The month before a run's first opens them. */
export type AccountEvent =
  /** The first event of a log. Contracts in force when the run begins follow as contracts of that month. */
  | (Base & {
      readonly type: "opening";
      /** Corporate income tax, 0 to 1. */
      readonly taxRate: number;
    })
  /** A firm of the start and its cash. */
  | (Base & {
      readonly type: "incumbent";
      readonly supplier: number;
      readonly name: string;
      readonly origin: OriginName;
      readonly category: CategoryId;
      readonly cashUsd: number;
    })
  /** A contract has delivered its last month: as agreed, or because its holder or a partner of its consortium left. */
  | (Base & {
      readonly type: "contract-ended";
      readonly contract: number;
      readonly supplier: number | null;
      readonly buyer: string;
      readonly reason: "completed" | "holder-left" | "partner-left";
    })
  /** A second-tier firm left: from the next month on the contract's holder does its part, at the part's cost. */
  | (Base & {
      readonly type: "subcontract-ended";
      readonly contract: number;
      readonly supplier: number;
      readonly buyer: string;
    })
  /** A month of fuel or utilities of a mine, bought without a tender. */
  | (Base & {
      readonly type: "oligopoly-purchase";
      readonly mine: string;
      readonly category: CategoryId;
      /** Paid to Peruvian-owned and to foreign-owned firms, and the imported content of each. */
      readonly peruvianUsd: number;
      readonly peruvianImportedUsd: number;
      readonly foreignUsd: number;
      readonly foreignImportedUsd: number;
      /** Profit of the foreign-owned after tax. */
      readonly remittedUsd: number;
      /** Tax of both. */
      readonly taxUsd: number;
    })
  /** A month of a Peruvian firm outside its mining contracts; its cash grows by profit less fixed cost and interest. */
  | (Base & {
      readonly type: "firm-month";
      readonly supplier: number;
      /** Sales to other sectors, and what they leave before fixed cost. */
      readonly otherSectorsSalesUsd: number;
      readonly otherSectorsProfitUsd: number;
      readonly fixedCostUsd: number;
      /** Interest on cash below zero. */
      readonly interestUsd: number;
    })
  /** A month of a firm's exports. */
  | (Base & {
      readonly type: "export-sale";
      readonly supplier: number;
      readonly revenueUsd: number;
      readonly profitUsd: number;
      /** Profit and domestic cost. */
      readonly localValueUsd: number;
    })
  /** A Peruvian firm's tax on the calendar year; its cash falls by the tax and grows by the credit. */
  | (Base & {
      readonly type: "tax";
      readonly supplier: number;
      /** Taxable profit; negative is a loss, on which nothing is owed. */
      readonly profitUsd: number;
      readonly taxUsd: number;
      /** R&D credit set against the tax, and the part of the rest that was refunded. */
      readonly creditUsedUsd: number;
      readonly creditRefundedUsd: number;
    })
  /** Cash beyond what a firm keeps, paid to its owners. */
  | (Base & { readonly type: "dividend"; readonly supplier: number; readonly paidUsd: number })
  /** A month of R&D on a challenge; grants pay what the firm does not. */
  | (Base & {
      readonly type: "research";
      readonly supplier: number;
      readonly challenge: number;
      readonly spentUsd: number;
      readonly ownUsd: number;
    })
  /** Public money, in the name of the policy that owns the instrument. */
  | (Base & {
      readonly type: "public-payment";
      readonly policy: string;
      readonly purpose: PublicPurpose;
      /** The firm that it helps; null for a fixed cost. */
      readonly supplier: number | null;
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
