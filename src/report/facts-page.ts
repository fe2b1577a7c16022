// The facts as a page of the docs.
import type { FactRow } from "../analysis/facts.ts";
import { evidencePage, markdownTable, type PageOrigin } from "./evidence-page.ts";
import { factsSentence, modelCell, outcomeOf } from "./facts.ts";

/** The table of facts in Markdown: the paper's facts, then figures from outside it, then why some are not met. */
export function factsPage(rows: readonly FactRow[], origin: PageOrigin): string {
  const [paper, outside] = [false, true].map((isOutside) =>
    rows.filter(({ addresses }) => addresses.length > 0 === isOutside),
  );
  const notes = rows.filter(({ explanation }) => explanation !== undefined);
  return evidencePage("What the baseline reproduces", origin, [
    factsSentence(rows),
    "Each fact stands beside the model's number: the mean over seeds, of a share or ratio the ratio of two means, with its 95 % interval (Student's, or Fieller's). *Fitted* facts were used to choose parameters, *input* facts are data of the model, and *checks* were not used at all. A fact that is not met stays here with its reason. A fact is inside when the mean lies in the target.",
    "## Facts of the paper",
    factTable(paper, ({ source }) => source),
    ...(outside.length === 0
      ? []
      : [
          "## Figures from outside the paper",
          "Chosen among the project's collection of outside figures because the model has a counterpart. The bounds were set, with their reasons, before any run was looked at.",
          factTable(outside, ({ source, addresses }) => `${source}: ${addresses.map(link).join(", ")}`),
          markdownTable(
            ["Fact", "Why these bounds"],
            outside.map(({ id, tolerance = "" }) => [`\`${id}\``, tolerance]),
          ),
        ]),
    ...(notes.length === 0
      ? []
      : [
          "## What is not met or not measured, and why",
          notes.map(({ id, explanation = "" }) => `- \`${id}\`: ${explanation}`).join("\n"),
        ]),
  ]);
}

function factTable(rows: readonly FactRow[], sourceOf: (row: FactRow) => string): string {
  return markdownTable(
    ["Fact", "What", "Role", "Target", "Model [95 % interval]", "Unit", "", "Source"],
    rows.map((row) => [
      `\`${row.id}\``,
      row.fact,
      row.role,
      row.target,
      modelCell(row),
      row.unit,
      row.inside ? "inside" : `**${outcomeOf(row)}**`,
      sourceOf(row),
    ]),
  );
}

function link(address: string): string {
  return `[${new URL(address).hostname}](${address})`;
}
