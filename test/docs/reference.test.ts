import { readFileSync, writeFileSync } from "node:fs";
import { describe, expect, it } from "vitest";
import { defineStudy } from "../../src/analysis/study/study.ts";
import { studyFileSchema } from "../../src/analysis/study/json-schema.ts";
import { resolveParameters } from "../../src/data/parameter-values.ts";
import { parameters } from "../../src/data/parameters.ts";
import { metrics, type MetricName } from "../../src/engine/observations.ts";
import {
  metricsPage,
  parametersPage,
  policiesPage,
  scenarioKeysPage,
  tablesPage,
} from "../../src/report/reference.ts";
import { effectsTable } from "../../src/report/tables/effects-table.ts";
import { runTables } from "../../src/report/tables/run-tables.ts";
import { studyTableDefinitions } from "../../src/report/tables/study-tables.ts";
import { scenarioFileSchema } from "../../src/scenario-files.ts";
import { scenarios } from "../../src/scenarios/catalogue.ts";
import { baselineInstitutions } from "../../src/scenarios/institutions.ts";
import { policies } from "../../src/scenarios/policies.ts";
import { rulesOfTree, rulesPage } from "./rules.ts";
import { metricKindsModule, policySettingsModule } from "./words-for-editors.ts";

const generated = {
  "schema/scenario-1.json": `${JSON.stringify(scenarioFileSchema(), null, 2)}\n`,
  "schema/study-1.json": `${JSON.stringify(studyFileSchema(), null, 2)}\n`,
  "src/engine/metric-kinds.ts": metricKindsModule(metrics),
  "src/scenarios/policy-settings.ts": policySettingsModule(policies),
};

/** A study that keeps all that can be kept. */
const study = defineStudy({
  id: "all",
  scenarios: ["baseline", "testing-centre"].map((id) => scenarios[id]),
  seeds: 2,
  draws: { count: 2, parameters: ["trialMonths"] },
  keep: ["monthly"],
});

const pages = {
  rules: rulesPage(),
  policies: policiesPage(Object.values(policies), Object.values(scenarios)),
  parameters: parametersPage(Object.entries(parameters)),
  metrics: metricsPage(metrics),
  "scenario-keys": scenarioKeysPage(scenarioFileSchema()),
  tables: tablesPage(
    [...Object.values(runTables).map(({ definition }) => definition), effectsTable],
    studyTableDefinitions(study),
  ),
};

describe("the reference in the docs", () => {
  it.each(Object.entries(pages))("of %s is what the code says; npm run docs writes it anew", (name, text) => {
    const file = `docs/reference/${name}.md`;
    if (process.env["UPDATE_DOCS"] === "1") writeFileSync(file, text);
    expect(readFileSync(file, "utf8")).toBe(text);
  });

  it.each(Object.entries(generated))("and %s is too", (file, text) => {
    if (process.env["UPDATE_DOCS"] === "1") writeFileSync(file, text);
    expect(readFileSync(file, "utf8")).toBe(text);
  });

  it("tells of every policy, setting, parameter and metric", () => {
    for (const id of Object.keys(policies)) expect(pages.policies).toContain(`\`${id}\``);
    for (const name of Object.keys(parameters)) expect(pages.parameters).toContain(`\`${name}\``);
    for (const name of Object.keys(metrics)) expect(pages.metrics).toContain(`\`${name}\``);
  });

  it("tells of every rule, with words", () => {
    const rules = rulesOfTree();
    const leaves = (branch: object, at: readonly string[]): string[] =>
      Object.entries(branch).flatMap(([name, inner]) =>
        typeof inner === "object" ? leaves(inner as object, [...at, name]) : [[...at, name].join(".")],
      );
    const institutions = baselineInstitutions(resolveParameters());
    expect(rules.map(({ at }) => at.join(".")).toSorted()).toEqual(leaves(institutions, []).toSorted());
    for (const { at, meaning } of rules) expect(meaning.length, at.join(".")).toBeGreaterThan(15);
  });

  it("tells of every column that is not a metric by its own meaning", () => {
    for (const { name, columns } of Object.values(runTables).map(({ definition }) => definition)) {
      const section = pages.tables.split(`### \`${name}\``)[1].split("\n### ")[0];
      const own = columns.filter((column) => column.meaning !== metrics[column.name as MetricName]?.meaning);
      for (const column of own) expect(section, name).toContain(`| \`${column.name}\` | ${column.type} |`);
    }
  });

  it("tells of every key of a scenario file, with words", () => {
    const { properties } = scenarioFileSchema() as { properties: Record<string, { description: string }> };
    for (const [name, { description }] of Object.entries(properties)) {
      expect(pages["scenario-keys"]).toContain(`\`${name}\``);
      expect(description.length, name).toBeGreaterThan(5);
    }
    expect(pages["scenario-keys"]).not.toMatch(/\|\s+\|$/m);
  });

  it("says of each policy how it acts, what it costs, what remains and where it comes from", () => {
    for (const policy of Object.values(policies)) {
      expect(policy.mechanism.length, policy.id).toBeGreaterThan(60);
      expect(policy.afterwards.length, policy.id).toBeGreaterThan(10);
      expect(policy.source, policy.id).toMatch(/Table|Section|footnote/);
    }
  });
});
