// Pages of docs/evidence: what a study found, in Markdown, with the command that wrote it.
import { version } from "../version.ts";

/** What a page must tell so that it can be written again. */
export interface PageOrigin {
  /** The command, as `npx eslabon facts --seeds 20 --out docs/evidence/facts.md`. */
  readonly command: string;
  readonly seeds: number;
  readonly population: number;
  readonly months: number;
}

/** A page: its title, how it was made, and its parts. */
export function evidencePage(title: string, origin: PageOrigin, parts: readonly string[]): string {
  const { command, seeds, population, months } = origin;
  const made = `Written by \`${command}\` (version ${version}; seeds 1 to ${seeds}; ${population} firms; ${months} months from January 2017). Numbers move with the model: write the page anew rather than edit it.`;
  return `${[`# ${title}`, made, ...parts].join("\n\n").trimEnd()}\n`;
}

/** A Markdown table. */
export function markdownTable(headings: readonly string[], rows: readonly (readonly string[])[]): string {
  const line = (cells: readonly string[]) =>
    `| ${cells.map((cell) => cell.replaceAll("|", "\\|").replaceAll("\n", " ")).join(" | ")} |`;
  return [line(headings), line(headings.map(() => "---")), ...rows.map(line)].join("\n");
}
