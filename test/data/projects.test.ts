import { describe, expect, it } from "vitest";
import { outsideFacts } from "../../src/analysis/outside-facts.ts";

import { externalRecords } from "../../src/data/external.ts";
import { parameters } from "../../src/data/parameters.ts";
import { mineIds, mines } from "../../src/data/mines.ts";
import { type ProjectRecord, capexUsdPerYearlyTonne, projectIds, projects } from "../../src/data/projects.ts";

const kebabCase = /^[a-z0-9]+(-[a-z0-9]+)*$/;
const inThePaper = projects.filter((project) => /Section 3\.[23]/.test(project.source));

function projectNamed(id: string): ProjectRecord {
  const project = projects.find((candidate) => candidate.id === id);
  if (project === undefined) throw new Error(`no project ${id}`);
  return project;
}

function externalValue(id: string): number {
  const record = externalRecords.find((candidate) => candidate.id === id);
  if (record === undefined) throw new Error(`no record ${id}`);
  return record.value;
}

function citedIds(text: string): string[] {
  return [...text.matchAll(/\b[A-Z]{2}\d{3}\b/g)].map((match) => match[0]);
}

function firstOutputMonth(id: string): number {
  const { start } = projectNamed(id);
  if (start.kind !== "committed") throw new Error(`${id} is not committed`);
  return start.startMonth + start.developmentMonths;
}

function triggers(kind: ProjectRecord["kind"]): number[] {
  return projects.flatMap((project) =>
    project.kind === kind && project.start.kind === "price" ? [project.start.triggerUsdPerLb] : [],
  );
}

describe("the copper projects", () => {
  it("have kebab-case ids of their own, none of them a mine's, in the order of the ids", () => {
    expect(projects.map((project) => project.id)).toEqual([...projectIds]);
    expect(new Set<string>([...projectIds, ...mineIds]).size).toBe(projectIds.length + mineIds.length);
    expect(projectIds.filter((id) => !kebabCase.test(id))).toEqual([]);
  });

  it("include the eight that the paper names", () => {
    expect(inThePaper.map((project) => project.id).sort()).toEqual([
      "ilo-smelter",
      "quechua",
      "quellaveco",
      "rio-seco",
      "tia-maria",
      "toquepala-expansion",
      "toromocho-expansion",
      "trapiche",
    ]);
  });

  it("count three Peruvian-owned among those of the paper, as Section 3.2 does", () => {
    const peruvian = inThePaper.filter((project) => project.peruvianOwned);
    expect(peruvian.map((project) => project.id)).toEqual(["trapiche", "rio-seco", "quechua"]);
  });

  it("name a source each, and cite only outside figures that exist", () => {
    const known = new Set(externalRecords.map((record) => record.id));
    for (const project of projects) {
      expect(project.source, project.id).toMatch(/Section 3\.[23]|external\.csv [A-Z]{2}\d{3}/);
      const cited = citedIds(`${project.source} ${project.assumption ?? ""}`);
      expect(
        cited.filter((id) => !known.has(id)),
        project.id,
      ).toEqual([]);
    }
  });

  it("give the address of every outside figure in their source", () => {
    for (const project of projects) {
      const missing = citedIds(project.source).filter((id) => {
        const url = externalRecords.find((record) => record.id === id)?.url;
        return url === undefined || !project.source.includes(url);
      });
      expect(missing, project.id).toEqual([]);
    }
  });

  it("use every outside figure on the portfolio that the library carries", () => {
    const cited = new Set(
      projects.flatMap((project) => citedIds(`${project.source} ${project.assumption ?? ""}`)),
    );
    for (const { source = "" } of Object.values(parameters)) {
      for (const [id] of source.matchAll(/PF\d{3}/g)) cited.add(id);
    }
    for (const { figures = [] } of outsideFacts) for (const id of figures) cited.add(id);
    const portfolio = externalRecords.filter((record) => record.topic === "portfolio");
    expect(portfolio.filter((record) => !cited.has(record.id)).map((record) => record.id)).toEqual([]);
  });

  it("expand a mine of Table 1 or a new mine that is committed, and only expansions have a host", () => {
    for (const project of projects) {
      expect(project.hostMineId !== undefined, project.id).toBe(project.kind === "expansion");
      if (project.hostMineId === undefined) continue;
      const isMine = mines.some((mine) => mine.id === project.hostMineId && mine.region === project.region);
      const isCommitted = projects.some(
        (other) =>
          other.id === project.hostMineId &&
          other.kind === "greenfield" &&
          other.start.kind === "committed" &&
          other.region === project.region,
      );
      expect(isMine || isCommitted, project.id).toBe(true);
    }
  });

  it("belong to the owners of the mine that they expand", () => {
    for (const project of projects) {
      const host = mines.find((mine) => mine.id === project.hostMineId);
      if (host !== undefined) expect(project.owners, project.id).toEqual(host.owners);
    }
  });

  it("take their capex from the outside figures where these are cited first", () => {
    const disagreeing = projects.filter((project) => {
      const capexRow = citedIds(project.source)[0];
      return capexRow !== undefined && externalValue(capexRow) !== project.capexUsdMillion;
    });
    expect(disagreeing.map((project) => project.id)).toEqual([]);
  });

  it("cost US$16,200 a yearly tonne at Quellaveco and Tía María together, to the nearest hundred", () => {
    const capex = (id: string): number => externalValue(id) * 1e6;
    const quellaveco = capex("PF035") / (externalValue("PF037") * 1000);
    const tiaMaria = capex("PF067") / (externalValue("PF068") * 1000);
    const pooled =
      (capex("PF035") + capex("PF067")) / ((externalValue("PF037") + externalValue("PF068")) * 1000);
    expect([Math.round(quellaveco), Math.round(tiaMaria)]).toEqual([16_667, 15_017]);
    expect(Math.round(pooled / 100) * 100).toBe(capexUsdPerYearlyTonne);
  });

  it("derive an unknown output from capex, to the nearest thousand tonnes, and say so", () => {
    const derived = projects.filter((project) => project.outputBasis === "derived");
    expect(derived.map((project) => project.id)).toEqual([
      "mina-justa",
      "rio-blanco",
      "la-granja",
      "antapaccay-coroccohuayco",
      "quellaveco-expansion",
    ]);
    for (const project of derived) {
      const tonnes = ((project.capexUsdMillion ?? 0) * 1e6) / capexUsdPerYearlyTonne;
      expect(project.plannedOutputTonnesPerYear, project.id).toBe(Math.round(tonnes / 1000) * 1000);
      expect(project.assumption, project.id).toContain("derived from capex");
    }
  });

  it("plan output as its basis says: nothing where there is none, zero for replacements, more for the others", () => {
    for (const project of projects) {
      const tonnes = project.plannedOutputTonnesPerYear;
      if (project.outputBasis === "none") expect(tonnes, project.id).toBeNull();
      else if (project.outputBasis === "sustains") expect(tonnes, project.id).toBe(0);
      else expect(tonnes, project.id).toBeGreaterThan(50_000);
    }
  });

  it("take the outputs of Quellaveco, Tía María and Toquepala from the outside figures", () => {
    expect(projectNamed("quellaveco").plannedOutputTonnesPerYear).toBe(externalValue("PF037") * 1000);
    expect(projectNamed("tia-maria").plannedOutputTonnesPerYear).toBe(externalValue("PF068") * 1000);
    expect(projectNamed("toquepala-expansion").plannedOutputTonnesPerYear).toBe(
      externalValue("PF041") * 1000,
    );
  });

  it("add 45 % to Toromocho's output of Table 1", () => {
    const before = mines.find((mine) => mine.id === "toromocho")?.outputTonnes2017 ?? 0;
    expect(projectNamed("toromocho-expansion").plannedOutputTonnesPerYear).toBe(
      Math.round((0.45 * before) / 100) * 100,
    );
  });

  it("bring Quellaveco into production in July 2022 and Mina Justa in July 2021", () => {
    const july = (year: number): number => (year - 2017) * 12 + 6;
    expect(firstOutputMonth("quellaveco")).toBe(july(externalValue("PF036")));
    expect(firstOutputMonth("mina-justa")).toBe(july(externalValue("PF046")));
  });

  it("finish Toquepala in the fourth quarter of 2018 and Toromocho within 2020", () => {
    expect([21, 22, 23]).toContain(firstOutputMonth("toquepala-expansion"));
    expect(Math.floor(firstOutputMonth("toromocho-expansion") / 12)).toBe(2020 - 2017);
  });

  it("commit four projects only: the two under construction in the paper, Toquepala and Mina Justa", () => {
    const committed = projects.filter((project) => project.start.kind === "committed");
    expect(committed.map((project) => project.id)).toEqual([
      "quellaveco",
      "mina-justa",
      "toromocho-expansion",
      "toquepala-expansion",
    ]);
  });

  it("wait for prices of their own, so that no two start at once for the price alone", () => {
    const expansions = triggers("expansion");
    const greenfield = triggers("greenfield");
    expect([expansions.length, greenfield.length]).toEqual([7, 9]);
    expect(new Set(expansions).size).toBe(7);
    expect(new Set(greenfield).size).toBe(9);
  });

  it("wait for US$3.00 to 3.30 where a mine exists and for US$3.20 to 4.20 where it must be built", () => {
    const expansions = triggers("expansion");
    const greenfield = triggers("greenfield");
    expect([Math.min(...expansions), Math.max(...expansions)]).toEqual([3, 3.3]);
    expect([Math.min(...greenfield), Math.max(...greenfield)]).toEqual([3.2, 4.2]);
  });

  it("take 24 months to expand a mine and 36 to 48 to build one, once the price calls", () => {
    for (const project of projects) {
      if (project.start.kind !== "price") continue;
      const allowed = project.kind === "expansion" ? [24] : [36, 48];
      expect(allowed, project.id).toContain(project.start.developmentMonths);
      expect(project.assumption, project.id).toContain("Trigger and development time are assumptions");
    }
  });

  it("are only listed where no source gives their capex, and for no other reason", () => {
    for (const project of projects) {
      expect(project.start.kind === "listed-only", project.id).toBe(project.capexUsdMillion === null);
    }
    const listed = projects.filter((project) => project.start.kind === "listed-only");
    expect(listed.map((project) => project.id)).toEqual(["rio-seco", "quechua"]);
  });

  it("lie in the South in fifteen cases of twenty-three, more than the half that footnote 21 gives it", () => {
    const count = (region: string): number => projects.filter((project) => project.region === region).length;
    expect([count("north"), count("centre"), count("south")]).toEqual([5, 3, 15]);
  });
});
