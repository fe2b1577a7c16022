import { describe, expect, it } from "vitest";
import { compare } from "../../src/analysis/compare.ts";
import { drawFigure } from "../../src/node/figure-files.ts";
import { figuresOf } from "../../src/report/figures/figures.ts";
import { reportPage } from "../../src/report/page.ts";

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
