import { describe, expect, it } from "vitest";
import { compare } from "../../src/analysis/compare.ts";
import type { FactRow } from "../../src/analysis/facts.ts";
import { drawFigure } from "../../src/node/figure-files.ts";
import { figuresOf } from "../../src/report/figures/figures.ts";
import { manifestRows, reportPage, type ReportInput } from "../../src/report/page.ts";

const hostile = `<script>alert("1")</script><img src=x onerror='alert(2)'>`;
const size = { population: 100, months: 36, burnInMonths: 0 };
const comparison = compare(
  [
    { id: "baseline", ...size },
    { id: "portal", title: hostile, policies: ["challenge-portal"], ...size },
    { id: "centre", policies: ["testing-centre"], ...size },
  ],
  { seeds: 2 },
);
const figures = figuresOf({ comparison }).map(drawFigure);
const page = reportPage(
  { comparison, version: "0", commands: ["eslabon report"], files: [{ name: hostile, text: hostile }] },
  figures,
);

describe("a report", () => {
  it("shows text of scenarios and never executes it", () => {
    expect(page).not.toMatch(/<(?:script|img)/);
    expect(page).toContain("&#60;script&#62;alert(&#34;1&#34;)&#60;/script&#62;&#60;img src=x");
  });

  it("shows all of it that is text, the title of the baseline, question, notes and explanations too, as text", () => {
    const [baseline, ...others] = comparison.scenarios;
    const fact: FactRow = {
      id: hostile,
      role: "check",
      ...{ fact: hostile, target: hostile, low: 0, high: 1, unit: hostile, source: hostile },
      ...{ mean: 0.5, intervalLow: 0.4, intervalHigh: 0.6, runs: 2, inside: true },
      ...{ addresses: [], explanation: hostile },
    };
    const full = reportPage(
      {
        comparison: { ...comparison, scenarios: [{ ...baseline, title: hostile }, ...others] },
        ...{ version: hostile, question: hostile, commands: [hostile], notes: [hostile], units: hostile },
        files: [{ name: hostile, text: hostile }],
        facts: [fact],
      },
      figures.map((figure) => ({ ...figure, id: `x"y`, title: hostile, caption: hostile })),
    );
    expect(/.{80}(?:<(?:script|img)|id="x"y").{50}/s.exec(full)?.[0]).toBeUndefined();
    const attributes = [...full.matchAll(/ (?:aria-label|id)="[^"]*"/g)].map(([attribute]) => attribute);
    expect(attributes.length).toBeGreaterThan(10);
    for (const part of ["title", "h1", 'p class="question"', 'p class="note"', "summary", "dt", "dd", "h3"])
      expect(
        full
          .split(`<${part}>`)
          .slice(1)
          .some((text) => text.split("</")[0].includes("&#60;img")),
        part,
      ).toBe(true);
  });

  it("tells what it is of, what its dots mean, and how it is made again", () => {
    const textOf = (html: string) =>
      html.replaceAll(/<(style|svg).*?<\/\1>/gs, "").replaceAll(/(<[^>]+>|\n)+/g, "\n");
    const asked = { comparison, version: "1.2.3", commands: ["eslabon report a", "eslabon report b"] };
    const with_ = (change: Partial<ReportInput>) =>
      textOf(reportPage({ ...asked, files: [], ...change }, figures));
    const whole = with_({ question: "Who gains?", notes: ["A note."], units: "parameter draws" });
    expect(whole).toContain("\nWhat 2 scenarios change against “baseline”\nWho gains?\n");
    expect(whole).toContain(
      "\nPaired differences over 2 parameter draws with 95 % intervals, January 2019 to December 2019; US dollars of 2017. A filled dot is told apart from the line, a hollow one is not.\nA note.\n",
    );
    expect(whole).toContain(
      "\nVersion 1.2.3; parameter draws 1, 2. With the file from which this page was made in place:\neslabon report a\neslabon report b\n",
    );
    expect(whole).not.toContain("Scenario files");
    const filed = with_({ files: [{ name: "a.yaml", text: "" }] });
    expect(filed.split("\nScenario files\n")).toHaveLength(3);
    expect(filed).toContain(". With the files above in place:");
    expect(with_({ files: [{ name: "code", text: "" }] })).toContain(
      ". With what the files above name of the user's own in place:",
    );
    const alone = { ...comparison, scenarios: comparison.scenarios.slice(0, 2), effects: [] };
    expect(with_({ comparison: { ...alone, metrics: [] } })).toContain(
      "\nWhat a scenario changes against “baseline”\nThis comparison does not hold net local value, on which an answer is based.\n",
    );
    expect(page).toContain('<html lang="en">');
    expect(page).toContain(`content="default-src 'none'; style-src 'unsafe-inline'"`);
  });

  it("shows a figure's wide drawing on wide pages, its caption, and under it the numbers behind it", () => {
    for (const { id, title, caption, svg, narrowSvg, rows } of figures) {
      const [, html = ""] = new RegExp(`<figure id="${id}">(.*?)</figure>`, "s").exec(page) ?? [];
      const [before, after = ""] = html.split(`<div class="usual">${svg}</div>`);
      expect(before).toContain(`<h3>${title}</h3>`);
      expect(after).toContain(`<div class="narrow">${narrowSvg}</div>`);
      expect(after.replaceAll(/&#(\d+);/g, (_, code) => String.fromCharCode(Number(code)))).toContain(
        caption,
      );
      const cells = [...after.matchAll(/<t([dh])\b[^>]*>(.*?)<\/t[dh]>/g)].map(([, kind, cell]) => ({
        kind,
        cell,
      }));
      const heads = cells.filter(({ kind }) => kind === "h").map(({ cell }) => cell.replaceAll("<wbr>", ""));
      expect(heads).toEqual(Object.keys(rows[0]));
      const shown = cells.filter(({ kind }) => kind === "d").map(({ cell }) => cell);
      const numbers = rows.flatMap((row) => Object.values(row));
      expect(shown).toHaveLength(numbers.length);
      numbers.forEach((number, i) => {
        if (typeof number !== "number") return;
        // Of four digits, and whole from a thousand on.
        const most = Math.abs(number) < 1000 ? Math.abs(number) * 5e-4 : 0.5;
        expect(Math.abs(Number(shown[i]) - number)).toBeLessThanOrEqual(most);
      });
    }
  });

  it("identifies each scenario's runs by its own hash and fingerprints, of many the first", () => {
    const many = Array.from({ length: 42 }, (_, i) => `f${i}`);
    const fingerprints = [many, ...comparison.fingerprints.slice(1)];
    const rows = manifestRows({ ...comparison, fingerprints });
    expect(rows.map(({ scenario }) => scenario)).toEqual(["baseline", "portal", "centre"]);
    expect(rows.map(({ contentHash }) => contentHash)).toEqual(comparison.scenarios.map(({ hash }) => hash));
    expect(rows[0]["fingerprints"]).toBe(`${many.slice(0, 40).join(", ")} and 2 more`);
    expect(rows[2]["fingerprints"]).toBe(comparison.fingerprints[2].join(", "));
    const [, table = ""] = /aria-label="Hashes and fingerprints">(.*?)<\/table>/s.exec(page) ?? [];
    for (const { id, hash } of comparison.scenarios)
      expect(table).toMatch(new RegExp(`<td>${id}</td>.*<td>${hash}</td>`));
  });

  it("loads nothing", () => {
    // A title is quoted in the words for those who do not see a figure, where it is text whatever stands in it.
    const tags = page.replaceAll(/ aria-label="[^"]*"/g, "");
    expect(tags).not.toMatch(/<[^>]*\s(?:src\s*=|href\s*=\s*"(?!#))|url\(|@import/);
  });

  it("draws each rung's effects where the comparison has them", () => {
    for (const figure of figures.filter(({ id }) => id.startsWith("effect-"))) {
      const drawn = [...figure.svg.matchAll(/<circle[^>]*? cx="([^"]+)"/g)].map(([, x]) => Number(x));
      const values = figure.rows.map((row) => Number(row["difference"]));
      expect(drawn).toHaveLength(2);
      expect(Math.sign(drawn[0] - drawn[1])).toBe(Math.sign(values[0] - values[1]));
      expect(values).toEqual(values.toSorted((a, b) => b - a));
    }
  });

  it("says of each figure what it shows", () => {
    const inAttribute = (text: string) => text.replaceAll(/[&<>"]/g, (sign) => `&#${sign.charCodeAt(0)};`);
    for (const { title, caption } of figures)
      expect(page).toContain(`aria-label="${inAttribute(`${title}. ${caption}`)}"`);
  });

  it("names a rung beside its number where another figure builds on it", () => {
    const captionOf = (id: string) => figures.find((figure) => figure.id === id)?.caption;
    expect(captionOf("effect-local-value-net")).toMatch(/^Change in local value captured \(rung 4\) less /);
    expect(captionOf("effect-peruvian-with-subcontracts")).toMatch(
      /^Change in direct payments to Peruvian-owned suppliers \(rung 2\) and subcontracts /,
    );
  });

  it("calls a scenario in its sentences as in its figures, by its title", () => {
    const [, answer] = /<p class="answer">(.*)<\/p>/.exec(page) ?? [];
    const said = [answer, ...figures.map(({ caption }) => caption)].join(" ");
    expect(said).not.toMatch(/\b(portal|centre)\b(?!”)/);
    expect(said).toContain("“centre”");
  });
});
