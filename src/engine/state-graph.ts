// A run's state as plain data and back, bit by bit. It knows kinds of values and no fields, so that no field added tomorrow can
// be forgotten. All that a state refers to stands in one flat list, and references are places in it: what was shared is shared
// again, cycles do no harm, and depth cannot exhaust the reader. Reading makes only what the tables below name.
import { Mine } from "../agents/mine.ts";
import { Supplier } from "../agents/supplier.ts";
import { SupplierColumns } from "../agents/supplier-columns.ts";
import { InputError } from "../errors.ts";
import { Book, ContractRows, PieceRows } from "./book.ts";
import { FunnelCounters } from "./funnel.ts";
import { Books, Ledger } from "./ledger.ts";
import { Relations } from "./relations.ts";
import { bytesOf, textOf } from "./state-bytes.ts";
import { World } from "./world.ts";

/** A number, text or nothing as JSON has it; else the place of a node, or the name of a value that JSON has not. */
export type StateValue = number | string | boolean | null | readonly [number | string];

/** What nodes have in common: their kind, whether they are frozen, and, for records, their fields in order. */
export interface StateShape {
  /** What the nodes are, by name: a record, a list, bytes, a class of this library. */
  readonly kind: string;
  /** Whether it cannot be changed. */
  readonly frozen: boolean;
  /** Names of a record's fields; none for other kinds. */
  readonly keys: readonly string[];
}

/** Everything that a value refers to; the first node is the value itself. A node is its shape's place and its values. */
export interface StateGraph {
  /** Every shape once. */
  readonly shapes: readonly StateShape[];
  /** Every node: the place of its shape, then its values. */
  readonly nodes: readonly (readonly StateValue[])[];
}

/** The classes whose objects a state may hold. */
const classes = {
  World: World.prototype,
  Supplier: Supplier.prototype,
  SupplierColumns: SupplierColumns.prototype,
  Mine: Mine.prototype,
  Relations: Relations.prototype,
  Book: Book.prototype,
  ContractRows: ContractRows.prototype,
  PieceRows: PieceRows.prototype,
  Books: Books.prototype,
  Ledger: Ledger.prototype,
  FunnelCounters: FunnelCounters.prototype,
} as const;
const views = {
  Float64Array,
  Float32Array,
  Int32Array,
  Uint32Array,
  Int16Array,
  Uint16Array,
  Int8Array,
  Uint8Array,
} as const;
type View = InstanceType<(typeof views)[keyof typeof views]>;

/** Values that JSON cannot write, by name. */
const unwritable: Readonly<Record<string, number | undefined>> = {
  undefined,
  NaN: Number.NaN,
  Infinity: Number.POSITIVE_INFINITY,
  "-Infinity": Number.NEGATIVE_INFINITY,
  "-0": -0,
};
/** Names that mean something to JavaScript's objects. */
const forbiddenKeys: readonly string[] = ["__proto__", "constructor", "prototype"];

/**
 * A value and all that it refers to as plain data. Objects of `outside` are not written; their names stand for them.
 *
 * @throws TypeError for what is no plain state, as a function or an object of an unknown class.
 */
export function encodeState(root: object, outside: ReadonlyMap<object, string>): StateGraph {
  const shapes: StateShape[] = [];
  const shapePlaces = new Map<string, number>();
  const nodePlaces = new Map<object, number>([[root, 0]]);
  const open: object[] = [root];
  const nodes: StateValue[][] = [];
  const shapeOf = (kind: string, of: object, keys: readonly string[] = []) => {
    const shape = {
      kind,
      frozen: kind !== "outside" && !ArrayBuffer.isView(of) && Object.isFrozen(of),
      keys,
    };
    const text = JSON.stringify(shape);
    let place = shapePlaces.get(text);
    if (place === undefined) {
      place = shapes.push(shape) - 1;
      shapePlaces.set(text, place);
    }
    return place;
  };
  const placeOf = (value: object): number => {
    let place = nodePlaces.get(value);
    if (place === undefined) {
      place = open.push(value) - 1;
      nodePlaces.set(value, place);
    }
    return place;
  };
  const write = (value: unknown): StateValue => {
    switch (typeof value) {
      case "string":
      case "boolean":
        return value;
      case "number":
        return Object.is(value, -0) ? ["-0"] : Number.isFinite(value) ? value : [String(value)];
      case "undefined":
        return ["undefined"];
      case "object":
        return value === null ? null : [placeOf(value)];
      default:
        throw new TypeError(`a run's state holds a ${typeof value}, which cannot be saved`);
    }
  };
  for (let next = 0; next < open.length; next++) {
    const of = open[next];
    const name = outside.get(of);
    if (name !== undefined) nodes.push([shapeOf("outside", of), name]);
    else if (of instanceof ArrayBuffer) nodes.push([shapeOf("bytes", of), textOf(new Uint8Array(of))]);
    else if (ArrayBuffer.isView(of)) {
      const { buffer, byteOffset, length } = of as View;
      nodes.push([shapeOf(viewKind(of), of), placeOf(buffer), byteOffset, length]);
    } else if (Array.isArray(of)) nodes.push([shapeOf("list", of), ...(of as unknown[]).map(write)]);
    else if (of instanceof Map) {
      nodes.push([shapeOf("map", of), ...[...(of as Map<unknown, unknown>)].flat(1).map(write)]);
    } else {
      const keys = Object.keys(of);
      nodes.push([
        shapeOf(recordKind(of), of, keys),
        ...keys.map((key) => write((of as Record<string, unknown>)[key])),
      ]);
    }
  }
  return { shapes, nodes };
}

function viewKind(of: ArrayBufferView): string {
  const found = Object.entries(views).find(([, view]) => Object.getPrototypeOf(of) === view.prototype);
  if (found === undefined) throw new TypeError("a run's state holds an unknown kind of typed array");
  return found[0];
}

function recordKind(of: object): string {
  const prototype: unknown = Object.getPrototypeOf(of);
  if (prototype === Object.prototype) return "record";
  const found = Object.entries(classes).find(([, each]) => each === prototype);
  if (found === undefined) throw new TypeError("a run's state holds an object of an unknown class");
  return found[0];
}

/**
 * The value of a graph, made anew.
 *
 * @throws InputError for a graph that {@link encodeState} does not write, with the place of what is wrong.
 */
export function decodeState(graph: StateGraph, outside: ReadonlyMap<string, object>): object {
  const { shapes, nodes } = graph;
  shapes.forEach(({ kind, keys }, place) => {
    if (!isKnownKind(kind)) throw refusal(`shapes[${place}].kind`, kind, "a known kind");
    const bad = keys.find((key, i) => forbiddenKeys.includes(key) || keys.indexOf(key) !== i);
    if (bad !== undefined) throw refusal(`shapes[${place}].keys`, bad, "another name, once");
  });
  const shapeOf = (place: number): StateShape => {
    const shape = shapes[nodes[place]?.[0] as number] as StateShape | undefined;
    if (shape === undefined) throw refusal(`nodes[${place}]`, nodes[place]?.[0], "the place of a shape");
    return shape;
  };
  const made: object[] = nodes.map((node, place) => emptyOf(shapeOf(place), node, place, outside));
  // Views need the bytes, which the first pass has made.
  nodes.forEach((node, place) => {
    const { kind } = shapeOf(place);
    if (Object.hasOwn(views, kind)) made[place] = viewOf(kind as keyof typeof views, node, made, place);
  });
  const read = (value: unknown, path: string): unknown => {
    if (!Array.isArray(value)) {
      if (typeof value === "object" && value !== null) throw refusal(path, value, "a value or a reference");
      return value;
    }
    const [to] = value as unknown[];
    if (value.length === 1 && typeof to === "string" && Object.hasOwn(unwritable, to)) return unwritable[to];
    if (value.length === 1 && typeof to === "number" && made[to] !== undefined) return made[to];
    throw refusal(path, value, "the place of a node, or the name of a value");
  };
  nodes.forEach((node, place) => {
    const { kind, keys } = shapeOf(place);
    if (kind !== "list" && kind !== "map" && !isRecord(kind)) return;
    const values = node.slice(1).map((value, i) => read(value, `nodes[${place}][${i + 1}]`));
    fill(made[place], kind, keys, values, place);
  });
  nodes.forEach((_, place) => {
    if (shapeOf(place).frozen && !ArrayBuffer.isView(made[place])) Object.freeze(made[place]);
  });
  return made[0];
}

function isRecord(kind: string): boolean {
  return kind === "record" || Object.hasOwn(classes, kind);
}

function isKnownKind(kind: string): boolean {
  return isRecord(kind) || ["outside", "bytes", "list", "map"].includes(kind) || Object.hasOwn(views, kind);
}

function emptyOf(
  { kind }: StateShape,
  node: readonly StateValue[],
  place: number,
  outside: ReadonlyMap<string, object>,
): object {
  if (kind === "list") return [];
  if (kind === "map") return new Map();
  if (kind === "bytes") {
    const bytes = typeof node[1] === "string" ? bytesOf(node[1]) : undefined;
    if (bytes === undefined || node.length !== 2)
      throw refusal(`nodes[${place}]`, node[1], "bytes in base 64");
    return bytes.buffer;
  }
  if (kind === "outside") {
    const found = outside.get(String(node[1]));
    if (found === undefined) throw refusal(`nodes[${place}]`, node[1], "a name from outside the state");
    return found;
  }
  return Object.hasOwn(classes, kind) ? (Object.create(classes[kind as keyof typeof classes]) as object) : {};
}

function viewOf(
  kind: keyof typeof views,
  node: readonly StateValue[],
  made: readonly object[],
  place: number,
): View {
  const [, at, offset, length] = node;
  const buffer = made[at as number];
  const view = views[kind];
  const fits =
    buffer instanceof ArrayBuffer &&
    [offset, length].every((each) => Number.isSafeInteger(each) && (each as number) >= 0) &&
    (offset as number) % view.BYTES_PER_ELEMENT === 0 &&
    (offset as number) + (length as number) * view.BYTES_PER_ELEMENT <= buffer.byteLength;
  if (!fits || node.length !== 4) throw refusal(`nodes[${place}]`, node, "a part of some bytes");
  return new view(buffer, offset as number, length as number);
}

function fill(of: object, kind: string, keys: readonly string[], values: readonly unknown[], place: number) {
  if (kind === "list") {
    for (const value of values) (of as unknown[]).push(value);
    return;
  }
  if (kind === "map") {
    if (values.length % 2 === 1) throw refusal(`nodes[${place}]`, values.length, "keys and values in pairs");
    for (let i = 0; i < values.length; i += 2) (of as Map<unknown, unknown>).set(values[i], values[i + 1]);
    return;
  }
  if (values.length !== keys.length) {
    throw refusal(`nodes[${place}]`, `${values.length} values`, `${keys.length}, one per field`);
  }
  keys.forEach((key, i) => {
    Object.defineProperty(of, key, {
      value: values[i],
      writable: true,
      enumerable: true,
      configurable: true,
    });
  });
}

function refusal(path: string, value: unknown, expected: string): InputError {
  return new InputError("a saved state", [{ path, value, expected }]);
}
