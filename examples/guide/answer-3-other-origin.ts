// Exercise 3: which origins hear of a tender for engineering services?
import { simulate, type FunnelRow, type OriginName } from "eslabon";

const { funnel } = simulate({ id: "small", population: 100, months: 48, burnInMonths: 24 }, { seed: 1 });

const sum = (rows: readonly FunnelRow[]) => rows.reduce((total, { count }) => total + count, 0);

function shareUninformed(wanted: OriginName): string {
  const rows = funnel.byYear.filter(
    ({ category, origin }) => category === "engineering-services" && origin === wanted,
  );
  return ((100 * sum(rows.filter(({ gate }) => gate === "not-informed"))) / sum(rows)).toFixed(1);
}

for (const origin of ["peruvian", "chilean", "global"] as const) {
  console.log(`${origin}: ${shareUninformed(origin)} % do not hear of the tender`);
}
