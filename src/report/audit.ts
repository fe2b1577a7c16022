// The audit of a run as tables.
import type { Audit, TreasuryEffect } from "../analysis/audit.ts";
import { digitsFor, fixed, fixedThatTells, millions, monthInWords, signedThatTells } from "./numbers.ts";
import { table, type TableStyle } from "./table.ts";
import { wrap } from "./wrap.ts";

/** What each policy changed and when, and what it cost. */
export function auditReport(audit: Audit, effects: readonly TreasuryEffect[], style: TableStyle): string {
  const width = Math.min(style.width ?? 100, 100);
  const changes = table(
    [
      { heading: "Policy" },
      { heading: "Rule" },
      { heading: "From" },
      { heading: "To" },
      { heading: "Moved in", words: "below" },
    ],
    audit.changes.map(({ policy, rule, from, to, fromMonth, toMonth }) => [
      policy,
      rule,
      valueInWords(from),
      valueInWords(to),
      fromMonth === toMonth
        ? monthInWords(fromMonth)
        : `${monthInWords(fromMonth)} to ${monthInWords(toMonth)}`,
    ]),
    style,
  );
  const costs = table(
    [
      { heading: "Paid in the name of" },
      { heading: "Fixed", align: "right" },
      { heading: "Per use", align: "right" },
      { heading: "In all", align: "right" },
    ],
    audit.costs.map(({ policy, fixedUsd, perUseUsd, paidUsd }) => [
      policy,
      ...[fixedUsd, perUseUsd, paidUsd].map((usd) => fixedThatTells(millions(usd), 2)),
    ]),
    style,
  );
  const returns = table(
    [
      { heading: "Because of" },
      { heading: "Public cost a year", align: "right" },
      { heading: "Tax given back a year", align: "right" },
    ],
    effects.map(({ policy, costUsdPerYear, taxesUsdPerYear }) => [
      policy,
      signedThatTells(millions(costUsdPerYear), 2),
      signedThatTells(millions(taxesUsdPerYear), 2),
    ]),
    style,
  );
  return [
    `${audit.scenario}, seed ${audit.seed}. Money in US$ million of 2017.`,
    ...(audit.changes.length === 0
      ? ["No policy changed a rule."]
      : [
          changes,
          wrap("A rule then stays where it was led to, until another line leads it on or back.", width),
        ]),
    ...(sharesRules(audit)
      ? [
          wrap(
            "Where several policies act on one rule, a line is what one makes of what those before it, by name, leave.",
            width,
          ),
        ]
      : []),
    wrap(
      "Public money over the whole run, burn-in included; a credit or grant stands under the policy that owns it:",
      width,
    ),
    costs,
    ...(effects.length === 0
      ? []
      : [
          wrap(
            "Against the run without that one policy, under the same seed, over the observed months:",
            width,
          ),
          returns,
        ]),
  ].join("\n\n");
}

/** Whether several policies act on one rule. */
function sharesRules({ changes }: Audit): boolean {
  return changes.some((one) =>
    changes.some((other) => one.rule === other.rule && one.policy !== other.policy),
  );
}

function valueInWords(value: unknown): string {
  return typeof value === "number"
    ? fixed(value, Number.isInteger(value) ? 0 : digitsFor(value))
    : String(value);
}
