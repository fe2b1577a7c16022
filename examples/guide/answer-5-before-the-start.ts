// Exercise 5: in which month does a policy that begins in 2018 first change something?
import { metricNames, simulate } from "eslabon";

const country = { population: 100, months: 36, burnInMonths: 12 };
const startMonth = 12;
const without = simulate({ id: "baseline", ...country }, { seed: 1 });
const policies = [{ policy: "mine-access-harmonisation" as const, startMonth }];
const access = simulate({ id: "access", policies, ...country }, { seed: 1 });

const first = Array.from({ length: country.months }, (_, month) => month).findIndex((month) =>
  metricNames.some((name) => access.metrics[name][month] !== without.metrics[name][month]),
);
console.log(`the two worlds are equal for ${first} months; the policy begins after ${startMonth}`);
