// The firms of two runs for people: how many gained and lost work, and who did most.
import type { RunDiff } from "../analysis/diff.ts";
import type { FirmChange, FirmOutcome } from "../analysis/firm-changes.ts";
import { digitsFor, fixed, millions, monthInWords, signed } from "./numbers.ts";
import { table, type TableStyle } from "./table.ts";
import { wrap } from "./wrap.ts";

/** Firms of each table. */
const mostShown = 5;

/** What became of the firms: a sentence, those that gained most and those that lost most. */
export function firmsReport({ scenarios, firms }: RunDiff, style: TableStyle): string[] {
  const [first, second] = scenarios;
  const { gained, lost, equal, changed } = firms;
  const width = Math.min(style.width ?? 100, 100);
  const words = `Agreed work by the end: more under "${second}" than under "${first}" for ${fixed(gained, 0)} of ${fixed(gained + lost + equal, 0)} firms, less for ${fixed(lost, 0)}, as much for ${fixed(equal, 0)}.`;
  const most = changed.filter(({ workUsd }) => workUsd > 0).slice(0, mostShown);
  const least = changed
    .filter(({ workUsd }) => workUsd < 0)
    .slice(-mostShown)
    .reverse();
  const tables = [
    ["Gained most", most],
    ["Lost most", least],
  ] as const;
  return [
    wrap(words, width),
    ...tables.flatMap(([heading, rows]) =>
      rows.length === 0 ? [] : [firmsTable(heading, rows, scenarios, style)],
    ),
  ];
}

function firmsTable(
  heading: string,
  rows: readonly FirmChange[],
  [first, second]: RunDiff["scenarios"],
  style: TableStyle,
): string {
  const number = { align: "right" } as const;
  const text = table(
    [
      { heading },
      { heading: "owner", rank: 2 },
      { heading: "work US$ million", ...number },
      { heading: `"${first}"`, ...number, rank: 1 },
      { heading: `"${second}"`, ...number, rank: 1 },
      { heading: "contracts at the end", rank: 2 },
      { heading: "what else", rank: 3 },
    ],
    rows.map(({ name, origin, workUsd, first: one, second: other }) => {
      const digits = digitsFor(millions(workUsd));
      return [
        name,
        origin,
        signed(millions(workUsd), digits),
        one === null ? "–" : fixed(millions(one.workUsd), digits),
        other === null ? "–" : fixed(millions(other.workUsd), digits),
        `${one?.contracts ?? "–"} → ${other?.contracts ?? "–"}`,
        elseInWords(one, other, second),
      ];
    }),
    style,
  );
  return text;
}

/** What differs beside the work, the gravest first. */
function elseInWords(one: FirmOutcome | null, other: FirmOutcome | null, second: string): string {
  if (one === null) return `founded under "${second}" only`;
  if (other === null) return `not founded under "${second}"`;
  const words: string[] = [];
  if (one.leftMonth !== other.leftMonth) {
    words.push(
      other.leftMonth === null ? "stays" : `leaves in ${monthInWords(other.leftMonth)}`,
      one.leftMonth === null ? "instead of staying" : `instead of leaving in ${monthInWords(one.leftMonth)}`,
    );
  }
  if (one.exporting !== other.exporting) words.push(other.exporting ? "exports" : "does not export");
  if (one.adoptions !== other.adoptions) words.push(`adoptions ${one.adoptions} → ${other.adoptions}`);
  if (one.certificateLevel !== other.certificateLevel) {
    words.push(`certificate level ${one.certificateLevel} → ${other.certificateLevel}`);
  }
  const skill = other.technical - one.technical;
  if (Number(skill.toFixed(2)) !== 0) words.push(`technical capability ${signed(skill, 2)}`);
  return words.join(", ").replace(", instead", " instead");
}
