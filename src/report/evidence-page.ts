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

/** What numbers are of, so that they can be had again and cited: `version 0.1.0; seeds 1 to 20; 800 firms; ...`. */
function originInWords({ seeds, population, months }: Omit<PageOrigin, "command">): string {
  const which = seeds === 1 ? "seed 1" : `seeds 1 to ${seeds}`;
  return `version ${version}; ${which}; ${population} firms; ${months} months from January 2017`;
}

/** A page: its title, how it was made, and its parts. */
export function evidencePage(title: string, origin: PageOrigin, parts: readonly string[]): string {
  const made = `Written by \`${origin.command}\` (${originInWords(origin)}). Numbers move with the model: write the page anew rather than edit it.`;
  return `${[`# ${title}`, made, ...parts].join("\n\n").trimEnd()}\n`;
}

/** A Markdown table. */
export function markdownTable(headings: readonly string[], rows: readonly (readonly string[])[]): string {
  const line = (cells: readonly string[]) =>
    `| ${cells.map((cell) => cell.replaceAll("|", "\\|").replaceAll("\n", " ")).join(" | ")} |`;
  return [line(headings), line(headings.map(() => "---")), ...rows.map(line)].join("\n");
}
