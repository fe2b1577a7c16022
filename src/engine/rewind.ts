// A mark of a run's whole state, to which the run can be rewound. State is put back into the very objects that held it: copies
// would have other hidden shapes than the objects that the engine's loops have been compiled for, and made a run twice as
// slow. It knows kinds of values and no fields, so that no field added tomorrow can be forgotten.

type Fields = Record<string, unknown>;
type Numbers = Float64Array;

/** What every changeable part of a state held when the mark was set. */
export interface Mark {
  readonly objects: readonly { readonly of: Fields; readonly held: readonly unknown[] }[];
  readonly lists: readonly { readonly of: unknown[]; readonly held: readonly unknown[] }[];
  readonly maps: readonly {
    readonly of: Map<unknown, unknown>;
    readonly held: readonly (readonly [unknown, unknown])[];
  }[];
  readonly numbers: readonly { readonly of: Numbers; readonly held: Numbers }[];
}

/**
 * Marks a state and all that it refers to; frozen values, which cannot change, are left out.
 *
 * @throws TypeError for a value that is no plain state, as a function.
 */
export function markState(state: object): Mark {
  const mark = { objects: [], lists: [], maps: [], numbers: [] } as {
    -readonly [Kind in keyof Mark]: Mark[Kind][number][];
  };
  const seen = new Set<unknown>();
  const open: unknown[] = [state];
  const visit = (value: unknown) => {
    if (typeof value === "function")
      throw new TypeError("a run's state holds a function, which cannot be marked");
    if (typeof value === "object" && value !== null && !seen.has(value)) {
      seen.add(value);
      open.push(value);
    }
  };
  for (let next = open.pop(); next !== undefined; next = open.pop()) {
    if (ArrayBuffer.isView(next)) {
      mark.numbers.push({ of: next as Numbers, held: (next as Numbers).slice() });
    } else if (Object.isFrozen(next)) {
      continue;
    } else if (Array.isArray(next)) {
      const held = [...(next as unknown[])];
      mark.lists.push({ of: next as unknown[], held });
      held.forEach(visit);
    } else if (next instanceof Map) {
      const held = [...(next as Map<unknown, unknown>)];
      mark.maps.push({ of: next as Map<unknown, unknown>, held });
      for (const [, value] of held) visit(value);
    } else {
      const of = next as Fields;
      // All values at once: engines read them faster than one name after the other.
      const held = Object.values(of);
      mark.objects.push({ of, held });
      held.forEach(visit);
    }
  }
  return mark;
}

/**
 * Puts back what the state held when the mark was set. It can be done any number of times.
 *
 * @throws TypeError when an object has other fields than then: it could not be told which was which.
 */
export function rewind({ objects, lists, maps, numbers }: Mark): void {
  for (const { of, held } of objects) {
    const values = Object.values(of);
    if (values.length !== held.length) throw new TypeError("a run's state has gained or lost a field");
    let names: readonly string[] | null = null;
    // Only what changed is written: fields that never change are what compiled code relies on.
    for (let i = 0; i < held.length; i++) {
      if (Object.is(values[i], held[i])) continue;
      names ??= Object.keys(of);
      of[names[i]] = held[i];
    }
  }
  for (const { of, held } of lists) {
    of.length = 0;
    for (const item of held) of.push(item);
  }
  for (const { of, held } of maps) {
    of.clear();
    for (const [key, value] of held) of.set(key, value);
  }
  for (const { of, held } of numbers) of.set(held);
}
