// Exercise 1: what makes a run the same run?
import { simulate } from "eslabon";

const country = { id: "small", population: 100, months: 24, burnInMonths: 12 };
const print = (seed: number) => simulate(country, { seed }).fingerprint;

console.log(`seed 1 twice: ${print(1) === print(1) ? "the same run" : "different runs"}`);
console.log(`seeds 1 and 2: ${print(1) === print(2) ? "the same run" : "different runs"}`);
