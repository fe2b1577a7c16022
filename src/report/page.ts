// A report as one self-contained page: nothing is loaded, and text of scenarios is text, whatever stands in it.
import type { Comparison } from "../analysis/comparison.ts";
import { comparisonSentences } from "./comparison.ts";
import type { Figure } from "./figures.ts";
import { monthInWords, percent } from "./numbers.ts";

/** What a report is made of: plain data. */
export interface ReportInput {
  readonly comparison: Comparison;
  readonly version: string;
  /** The command that makes the report again. */
  readonly command: string;
  /** Scenario files by id, as text; a scenario that no file can hold says so. */
  readonly scenarioFiles: readonly { readonly id: string; readonly text: string }[];
}

/** A figure and its drawing. */
export interface DrawnFigure extends Figure {
  readonly svg: string;
}

const style = `
:root { color-scheme: light dark; --ink: #1b1b1b; --paper: #fff; --faint: #595959; --line: #ccc; }
@media (prefers-color-scheme: dark) { :root { --ink: #e8e8e8; --paper: #16181c; --faint: #a8a8a8; --line: #444; } }
@media print { :root { color-scheme: light; --ink: #000; --paper: #fff; --faint: #333; } figure { break-inside: avoid; } }
body { font: 16px/1.5 "DejaVu Sans", Verdana, sans-serif; color: var(--ink); background: var(--paper); max-width: 50rem; margin: 2rem auto; padding: 0 1rem; }
figure { margin: 2rem 0; } figure svg { max-width: 100%; height: auto; background: none; }
figcaption, .note { color: var(--faint); font-size: 0.9rem; }
.wide { overflow-x: auto; } table { border-collapse: collapse; font-size: 0.8rem; }
th, td { padding: 0.2rem 0.6rem; border-bottom: 1px solid var(--line); text-align: left; } td.number { text-align: right; font-variant-numeric: tabular-nums; }
pre { overflow-x: auto; font-size: 0.8rem; border: 1px solid var(--line); padding: 0.6rem; } .answer { font-size: 1.1rem; }
`;

/** The page as HTML. */
export function reportPage(input: ReportInput, figures: readonly DrawnFigure[]): string {
  const { comparison, version, command, scenarioFiles } = input;
  const { scenarios, seeds, window, confidence, fingerprints } = comparison;
  const [first, ...rest] = comparisonSentences(comparison);
  const compared = scenarios.length - 1;
  const manifest = scenarios.map(({ id, hash }, i) => ({
    scenario: id,
    contentHash: hash,
    fingerprints: fingerprints[i].join(" "),
  }));
  return `<!doctype html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta http-equiv="Content-Security-Policy" content="default-src 'none'; style-src 'unsafe-inline'">
<title>Comparison with ${escaped(scenarios[0].title)}</title>
<style>${style}</style>
</head>
<body>
<h1>What ${compared === 1 ? "a scenario changes" : `${compared} scenarios change`} against “${escaped(scenarios[0].title)}”</h1>
<p class="answer">${escaped(first ?? "")}</p>
${rest.map((sentence) => `<p>${escaped(sentence)}</p>`).join("\n")}
<p class="note">Paired differences over ${seeds.length} seeds with ${percent(confidence)} intervals, ${monthInWords(window.fromMonth)} to ${monthInWords(window.toMonth - 1)}; US dollars of 2017. A filled dot is told apart from the line, a hollow one is not.</p>
${figures.map(figureHtml).join("\n")}
<h2>Scenario files</h2>
${scenarioFiles.map(({ id, text }) => `<details><summary>${escaped(id)}</summary><pre>${escaped(text)}</pre></details>`).join("\n")}
<h2>Replay</h2>
<p>Version ${escaped(version)}; seeds ${escaped(seeds.join(", "))}. With the scenario files above in place:</p>
<pre>${escaped(command)}</pre>
<details><summary>Hashes and fingerprints</summary>${tableHtml(manifest)}</details>
</body>
</html>
`;
}

/** Text as HTML that shows it and does nothing else. */
function escaped(text: string): string {
  return text.replace(/[&<>"']/g, (sign) => `&#${sign.charCodeAt(0)};`);
}

function figureHtml({ id, title, caption, svg, rows }: DrawnFigure): string {
  return `<figure id="${escaped(id)}">
<h2>${escaped(title)}</h2>
${svg}
<figcaption>${escaped(caption)}</figcaption>
<details><summary>Data</summary>${tableHtml(rows)}</details>
</figure>`;
}

function tableHtml(rows: Figure["rows"]): string {
  const keys = Object.keys(rows[0] ?? {});
  const cell = (value: string | number | null) =>
    typeof value === "number"
      ? `<td class="number">${Math.abs(value) >= 1000 ? Math.round(value) : Number(value.toPrecision(4))}</td>`
      : `<td>${escaped(value ?? "")}</td>`;
  const head = keys.map((key) => `<th scope="col">${escaped(key)}</th>`).join("");
  const body = rows.map((row) => `<tr>${keys.map((key) => cell(row[key])).join("")}</tr>`).join("\n");
  return `<div class="wide"><table><thead><tr>${head}</tr></thead><tbody>${body}</tbody></table></div>`;
}
