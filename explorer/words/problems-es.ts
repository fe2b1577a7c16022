// What the model expects where it refuses something, in Spanish: each of its phrases that the page's choices and addresses can
// lead to, which a test checks.

/** A phrase of the model and the same in Spanish; `$1` is what the first bracket holds. */
export const expectedEs: readonly (readonly [english: RegExp, spanish: string])[] = [
  [/^the id of a policy$/, "el nombre de una política"],
  [/^the id of a data pack: (.+)$/, "el nombre de unos datos: $1"],
  [/^one of: (.+)$/, "uno de: $1"],
  [/^at most (\S+)$/, "$1 a lo más"],
  [/^at least (\S+)$/, "$1 por lo menos"],
  [/^a number$/, "un número"],
  [/^a whole number$/, "un número entero"],
  [/^true or false$/, "true o false"],
  [/^each policy once$/, "cada política una vez"],
  [/^a month before the horizon of (\d+) months.*$/, "un mes anterior al horizonte de $1 meses"],
  [/^a month up to the horizon of (\d+)$/, "un mes hasta el horizonte de $1 meses"],
  [/^a month after startMonth \((\d+)\)$/, "un mes posterior a startMonth ($1)"],
];
