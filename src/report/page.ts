// A report as one self-contained page: nothing is loaded, and text of scenarios is text, whatever stands in it.
import type { Comparison } from "../analysis/comparison.ts";
import type { FactRow } from "../analysis/facts.ts";
import { comparisonSentences } from "./comparison-sentences.ts";
import { factSummary } from "./fact-table.ts";
import { factsSentence } from "./facts.ts";
import { namesOf, sections, type Figure, type FigureRows } from "./figures/figure.ts";
import { monthInWords, percent } from "./numbers.ts";
import { pageStyle } from "./page-style.ts";

/** What a report is made of: plain data. */
export interface ReportInput {
  readonly comparison: Comparison;
  readonly version: string;
  /** What the reader wanted to know, in the words of whoever asked. */
  readonly question?: string;
  /** The commands that make the report, or its runs, again. */
  readonly commands: readonly string[];
  /** Scenario files and others by name, as text. */
  readonly files: readonly ReportFile[];
  /** The baseline's facts, where they were measured. */
  readonly facts?: readonly FactRow[] | null;
  /** What the pairs of the comparison are. Default: seeds. */
  readonly units?: string;
  /** What must be said of how this came about, a paragraph each. */
  readonly notes?: readonly string[];
}

/** A file that the page shows, for the reader to make again. */
export interface ReportFile {
  readonly name: string;
  readonly text: string;
}

/** A figure and its drawings: for files and wide pages, and for narrow ones. */
export interface DrawnFigure extends Figure {
  readonly svg: string;
  readonly narrowSvg: string;
}

/** What must be there before the commands do what they did: a text that is no scenario file says what it lacks. */
function inPlace(files: readonly ReportFile[]): string {
  if (files.length === 0) return "With the file from which this page was made in place";
  const lacking = files.some(({ name }) => !name.endsWith(".yaml"));
  return lacking
    ? "With what the files above name of the user's own in place"
    : "With the files above in place";
}

/** The page as HTML. */
export function reportPage(input: ReportInput, figures: readonly DrawnFigure[]): string {
  const {
    comparison,
    version,
    question = "",
    commands,
    files,
    facts = null,
    notes = [],
    units = "seeds",
  } = input;
  const { scenarios, seeds, window, confidence } = comparison;
  const [first, ...rest] = comparisonSentences(comparison, units, namesOf(comparison));
  const compared = scenarios.length - 1;
  const parts = sections.flatMap((section) => {
    const ofSection = figures.filter((figure) => figure.section === section);
    return ofSection.length === 0 ? [] : [{ section, figures: ofSection }];
  });
  const contents = [
    ...parts.map(({ section }) => section),
    ...(facts === null ? [] : ["Facts"]),
    ...(files.length === 0 ? [] : ["Scenario files"]),
    "Replay",
  ];
  return `<!doctype html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta http-equiv="Content-Security-Policy" content="default-src 'none'; style-src 'unsafe-inline'">
<title>Comparison with ${escaped(scenarios[0].title)}</title>
<style>${pageStyle}</style>
</head>
<body>
<h1>What ${compared === 1 ? "a scenario changes" : `${compared} scenarios change`} against “${escaped(scenarios[0].title)}”</h1>
${question === "" ? "" : `<p class="question">${escaped(question)}</p>`}
<p class="answer">${escaped(first ?? "This comparison does not hold net local value, on which an answer is based.")}</p>
${paragraphs(rest)}
<p class="note">Paired differences over ${seeds.length} ${escaped(units)} with ${percent(confidence)} intervals, ${monthInWords(window.fromMonth)} to ${monthInWords(window.toMonth - 1)}; US dollars of 2017. A filled dot is told apart from the line, a hollow one is not.</p>
${paragraphs(notes, "note")}
<nav aria-label="Contents"><ul>${contents.map((title) => `<li><a href="#${anchor(title)}">${escaped(title)}</a></li>`).join("")}</ul></nav>
<main>
${parts.map(({ section, figures: ofSection }) => sectionHtml(section, ofSection)).join("\n")}
${facts === null ? "" : factsHtml(facts)}
${files.length === 0 ? "" : filesHtml(files)}
<section id="replay"><h2>Replay</h2>
<p>Version ${escaped(version)}; ${escaped(units)} ${escaped(shortList(seeds))}. ${inPlace(files)}:</p>
<pre tabindex="0">${escaped(commands.join("\n"))}</pre>
<details><summary>Hashes and fingerprints</summary>${tableHtml(
    "Hashes and fingerprints",
    manifestRows(comparison).map((row, i) => ({
      scenario: scenarios[i].id,
      title: scenarios[i].title,
      ...row,
    })),
  )}</details>
</section>
</main>
</body>
</html>
`;
}

/** What identifies the runs, a row a scenario. */
export function manifestRows({ scenarios, fingerprints }: Comparison): FigureRows {
  return scenarios.map(({ id, hash }, i) => ({
    scenario: id,
    contentHash: hash,
    fingerprints: shortList(fingerprints[i]),
  }));
}

/** Text as HTML that shows it and does nothing else. */
function escaped(text: string): string {
  return text.replace(/[&<>"']/g, (sign) => `&#${sign.charCodeAt(0)};`);
}

function paragraphs(texts: readonly string[], name?: string): string {
  const open = name === undefined ? "<p>" : `<p class="${name}">`;
  return texts.map((text) => `${open}${escaped(text)}</p>`).join("\n");
}

function anchor(title: string): string {
  return title.toLowerCase().replaceAll(" ", "-");
}

const mostListed = 40;

function shortList(names: readonly (string | number)[]): string {
  if (names.length <= mostListed) return names.join(", ");
  return `${names.slice(0, mostListed).join(", ")} and ${names.length - mostListed} more`;
}

/** A part of the page. Its heading and first figure are one piece, which no sheet of paper parts: not every browser keeps a heading alone. */
function sectionHtml(section: string, [first, ...rest]: readonly DrawnFigure[]): string {
  return `<section id="${anchor(section)}">
<div class="opening"><h2>${escaped(section)}</h2>
${figureHtml(first)}</div>
${rest.map(figureHtml).join("\n")}
</section>`;
}

function figureHtml({ id, title, caption, svg, narrowSvg, rows }: DrawnFigure): string {
  return `<figure id="${escaped(id)}">
<h3>${escaped(title)}</h3>
<div class="usual">${svg}</div>
<div class="narrow">${narrowSvg}</div>
<figcaption>${escaped(caption)}</figcaption>
<details><summary>Data</summary>${tableHtml(title, rows)}</details>
</figure>`;
}

function filesHtml(files: readonly ReportFile[]): string {
  return `<section id="scenario-files"><h2>Scenario files</h2>
${files.map(({ name, text }) => `<details><summary>${escaped(name)}</summary><pre tabindex="0">${escaped(text)}</pre></details>`).join("\n")}
</section>`;
}

function factsHtml(facts: readonly FactRow[]): string {
  const explained = facts.flatMap(({ id, explanation }) =>
    explanation === undefined ? [] : [{ id, explanation }],
  );
  return `<section id="facts"><h2>Facts</h2>
<p>${escaped(factsSentence(facts))} Fitted facts were used to choose parameters, input facts are data, checks were not used at all.</p>
${tableHtml("Facts", factSummary(facts))}
${explained.length === 0 ? "" : `<h3>What is to be said of some</h3>\n<dl>${explained.map(({ id, explanation }) => `<dt>${escaped(id)}</dt><dd>${escaped(explanation)}</dd>`).join("\n")}</dl>`}
</section>`;
}

/** A heading that may go on in the next line before each of its words, as `spendUsdMillion` before `Usd`. */
function breakable(heading: string): string {
  return escaped(heading).replace(/(?<=[a-z])(?=[A-Z])/g, "<wbr>");
}

/** A table that scrolls in a place of its own, by the keyboard too, where the page is narrower; `name` is what that place is called. */
function tableHtml(name: string, rows: FigureRows): string {
  const keys = Object.keys(rows[0] ?? {});
  const cell = (value: string | number | null) =>
    typeof value === "number"
      ? `<td class="number">${Math.abs(value) >= 1000 ? Math.round(value) : Number(value.toPrecision(4))}</td>`
      : `<td>${escaped(value ?? "")}</td>`;
  const head = keys.map((key) => `<th scope="col">${breakable(key)}</th>`).join("");
  const body = rows.map((row) => `<tr>${keys.map((key) => cell(row[key])).join("")}</tr>`).join("\n");
  return `<div class="wide" tabindex="0" role="region" aria-label="${escaped(name)}"><table><thead><tr>${head}</tr></thead><tbody>${body}</tbody></table></div>`;
}
