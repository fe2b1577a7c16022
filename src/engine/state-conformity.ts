// Whether a state that was read looks like one that a run can have: held against a fresh world of the same scenario, field by
// field. Fields may be empty on either side (a lot is open, a firm has no project); what they are may not differ.

/** The first place where a state is not built like its pattern, in words; undefined when there is none. */
export function misfitOf(state: unknown, pattern: unknown): string | undefined {
  const seen = new Set<unknown>();
  const open: (readonly [unknown, unknown, string])[] = [[state, pattern, "world"]];
  for (let next = open.pop(); next !== undefined; next = open.pop()) {
    const [value, like, path] = next;
    if (value === null || like === null) continue;
    if (kindOf(value) !== kindOf(like)) return path;
    if (typeof value !== "object" || typeof like !== "object" || seen.has(value)) continue;
    seen.add(value);
    if (ArrayBuffer.isView(value)) {
      if ((value as Uint8Array).length < (like as Uint8Array).length) return path;
    } else if (Array.isArray(value)) {
      const pieces = like as readonly unknown[];
      const example = pieces.find((each) => each !== null);
      if (example === undefined) continue;
      (value as unknown[]).forEach((each, i) => open.push([each, pieces[i] ?? example, `${path}[${i}]`]));
    } else if (value instanceof Map) {
      for (const [key, each] of value as Map<unknown, unknown>) {
        if (typeof key !== "string" || typeof each !== "number") return path;
      }
    } else {
      const names = Object.keys(like);
      if (names.length !== Object.keys(value).length) return path;
      for (const name of names) {
        if (!Object.hasOwn(value, name)) return `${path}.${name}`;
        open.push([
          (value as Record<string, unknown>)[name],
          (like as Record<string, unknown>)[name],
          `${path}.${name}`,
        ]);
      }
    }
  }
  return undefined;
}

function kindOf(value: unknown): unknown {
  return typeof value === "object" && value !== null
    ? (Object.getPrototypeOf(value) as unknown)
    : typeof value;
}
