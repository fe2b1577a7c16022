import { accountsOf, simulate } from "eslabon";

const policies = [
  { policy: "testing-centre", startMonth: 0 },
  { policy: "startup-grants", startMonth: 6 },
] as const;
const run = simulate({ id: "audited", months: 24, population: 100, policies }, { seed: 7, events: true });
const { ladder, treasury, cash, contradictions } = accountsOf(run.events ?? []);

const cents = (usd: number) => Math.round(usd * 100);
const spent = (rows: readonly { year: number; spendUsd: number }[]) =>
  rows.filter(({ year }) => year >= 2017).reduce((sum, { spendUsd }) => sum + cents(spendUsd), 0);
console.log(`spend: ${spent(ladder) - spent(run.ladder.bySite)} cents apart`);
for (const { policy, paidUsd } of treasury) {
  const row = run.treasury.find((each) => each.policy === policy);
  console.log(`${policy}: ${cents(paidUsd) - cents(row?.paidUsd ?? 0)} cents apart`);
}
const wrong = cash.filter(
  ({ supplier, cashUsd }) => cents(run.suppliers[supplier].cashUsd) !== cents(cashUsd),
);
console.log(`${cash.length} firms, ${wrong.length} with other cash; ${contradictions.length} contradictions`);
