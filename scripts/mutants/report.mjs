// What Stryker found, as plain data (docs/evidence/mutation.json), and as a page (docs/evidence/mutation.md).
import { createHash } from "node:crypto";
import { existsSync, readFileSync, renameSync, writeFileSync } from "node:fs";
import { explained } from "./explained.mjs";
import { groups } from "./groups.mjs";

/** Least score of a group, percent. */
export const leastScore = 85;

const dataFile = "docs/evidence/mutation.json";
const pageFile = "docs/evidence/mutation.md";

/**
 * @typedef {object} Survivor
 * @property {string} file
 * @property {number} number Line of the file.
 * @property {string} line The line, trimmed.
 * @property {string} code What stood there, on one line and cut short.
 * @property {string} change What Stryker put there instead.
 * @property {boolean} reached Whether any test runs the code.
 *
 * @typedef {object} Finding
 * @property {string} sources Fingerprint of the mutated files.
 * @property {number} killed
 * @property {number} timedOut
 * @property {number} linesPercent Lines that the group's tests run, percent.
 * @property {readonly Survivor[]} survivors
 */

/** First digits of the SHA-256 of a group's mutated files: tells whether they have changed since. */
export function fingerprintOf({ sources }) {
  const hash = createHash("sha256");
  for (const file of sources) hash.update(readFileSync(file));
  return hash.digest("hex").slice(0, 12);
}

/** Reads what Stryker wrote for a group. */
export function readFinding(group, strykerFile, linesPercent) {
  const { files } = JSON.parse(readFileSync(strykerFile, "utf8"));
  const mutants = Object.entries(files).flatMap(([file, { source, mutants: ofFile }]) =>
    ofFile.map((mutant) => ({ ...mutant, file, lines: source.split("\n") })),
  );
  const count = (status) => mutants.filter((mutant) => mutant.status === status).length;
  const survivors = mutants
    .filter(({ status }) => status === "Survived" || status === "NoCoverage")
    .map(({ file, lines, location, replacement, status }) => ({
      file,
      number: location.start.line,
      line: lines[location.start.line - 1].trim(),
      code: short(codeAt(lines, location)),
      change: short(replacement),
      reached: status === "Survived",
    }))
    .sort((a, b) => a.file.localeCompare(b.file, "en") || a.number - b.number);
  return {
    sources: fingerprintOf(group),
    killed: count("Killed"),
    timedOut: count("Timeout"),
    linesPercent,
    survivors,
  };
}

function codeAt(lines, { start, end }) {
  const part = lines.slice(start.line - 1, end.line);
  part[part.length - 1] = part[part.length - 1].slice(0, end.column - 1);
  part[0] = part[0].slice(start.column - 1);
  return part.join(" ");
}

const longestCode = 90;
const short = (code) => {
  const line = code.replace(/\s+/g, " ").trim();
  return line.length <= longestCode ? line : `${line.slice(0, longestCode)}…`;
};

/** All mutants of a finding that could be run, and the share of them that tests noticed, percent. */
export function scoreOf({ killed, timedOut, survivors }) {
  const all = killed + timedOut + survivors.length;
  return { all, percent: (100 * (killed + timedOut)) / all };
}

/** Findings by group, as they were written last. */
export function readFindings() {
  return existsSync(dataFile) ? JSON.parse(readFileSync(dataFile, "utf8")) : {};
}

/** Keeps findings, and writes the page anew. */
export function publish(findings) {
  const known = Object.fromEntries(groups.flatMap(({ id }) => (id in findings ? [[id, findings[id]]] : [])));
  write(dataFile, `${JSON.stringify(known, null, 2)}\n`);
  write(pageFile, page(known));
}

function write(file, text) {
  writeFileSync(`${file}.new`, text);
  renameSync(`${file}.new`, file);
}

const reasonOf = ({ file, line, change }) =>
  explained.find((each) => each.file === file && each.line === line && each.changes.includes(change))?.reason;

const code = (text) => `\`${text.replaceAll("|", "\\|").replaceAll("`", "'")}\``;

function page(findings) {
  const rows = Object.entries(findings).map(([id, finding]) => {
    const { all, percent } = scoreOf(finding);
    const sources = groups.find((group) => group.id === id).sources.map((file) => `\`${file}\``);
    const known = finding.survivors.filter((survivor) => reasonOf(survivor) !== undefined).length;
    const unknown = finding.survivors.length - known;
    return `| ${id} | ${sources.join(", ")} | ${all} | ${percent.toFixed(1)} % | ${known} | ${unknown} | ${finding.linesPercent === null ? "not measured" : `${finding.linesPercent.toFixed(1)} %`} |`;
  });
  const sections = Object.entries(findings)
    .filter(([, { survivors }]) => survivors.length > 0)
    .map(([id, { survivors }]) => {
      const lines = survivors.map((survivor) => {
        const reason = reasonOf(survivor) ?? (survivor.reached ? "**not explained**" : "**no test runs it**");
        const { file, number, change } = survivor;
        return `| \`${file.split("/").at(-1)}\` ${number} | ${code(survivor.code)} | ${code(change)} | ${reason} |`;
      });
      return `## ${id}\n\n| Line | Code | Change | Why it survived |\n| --- | --- | --- | --- |\n${lines.join("\n")}\n`;
    });
  return `# Tests that bite

How many small changes of the model its tests notice. Stryker changes the code in one place at a time (a mutant: \`+\` for \`-\`, \`<\` for
\`<=\`, a condition that always holds) and runs the tests that reach the place. The score is the share of mutants at which a test fails
or never ends; those that survive lower it, explained or not. Only unit tests of the named files take part: properties, the
independent implementations in \`test/oracle\` and golden runs would notice more.

Written by \`npm run mutants\`; it asks for a score of at least ${leastScore} % in each group. \`npm run mutants -- --check\` says which files have
changed since.

| Group | Files | Mutants | Score | Survivors explained | not explained | Lines run |
| --- | --- | --- | --- | --- | --- | --- |
${rows.join("\n")}

${sections.join("\n")}`;
}
