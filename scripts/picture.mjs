// npm run picture: draws docs/picture.svg, the README's picture, from a comparison that it runs.
import { execFileSync } from "node:child_process";
import { writeFileSync } from "node:fs";
import * as Plot from "@observablehq/plot";
import { parseHTML } from "linkedom";
import { buildIfStale } from "./build-if-stale.mjs";
import { optionsOf } from "./options.mjs";

optionsOf();
buildIfStale();
const stdout = execFileSync("node", ["dist/cli.cjs", "compare", "--json"], { maxBuffer: 2 ** 28 });
const { effects, scenarios, seeds } = JSON.parse(stdout.toString());
const titles = new Map(scenarios.map(({ id, title }) => [id, title]));
const rows = effects
  .filter(({ metric }) => metric === "localValueNetUsd")
  .sort((a, b) => b.difference - a.difference)
  .map(({ scenario, difference, low, high }) => ({
    scenario: titles.get(scenario),
    difference: difference / 1e6,
    low: low / 1e6,
    high: high / 1e6,
  }));

const { document } = parseHTML("<!doctype html><html><body></body></html>");
const plot = Plot.plot({
  document,
  width: 760,
  height: 492,
  marginLeft: 320,
  marginBottom: 60,
  style: { fontFamily: "sans-serif", fontSize: "12px", background: "white" },
  y: { domain: rows.map(({ scenario }) => scenario), label: null },
  x: {
    label: `added net local value, US$ million of 2017 a year\nmean of ${seeds.length} seeds, 95 % interval`,
    labelAnchor: "center",
    labelArrow: "none",
    nice: true,
  },
  marks: [
    Plot.ruleX([0], { stroke: "#888" }),
    Plot.ruleY(rows, { y: "scenario", x1: "low", x2: "high", stroke: "#0072b2", strokeWidth: 2 }),
    Plot.dot(rows, { y: "scenario", x: "difference", fill: "#0072b2", r: 3.5 }),
  ],
});
plot.setAttribute("xmlns", "http://www.w3.org/2000/svg");
plot.setAttribute("role", "img");
plot.setAttribute(
  "aria-label",
  "What the main policies and packages add to net local value a year, with 95 % intervals",
);
writeFileSync("docs/picture.svg", `${plot.outerHTML}\n`);
console.log("wrote docs/picture.svg");
