import { describe, expect, it } from "vitest";
import { InputError, shownValue, unknownName } from "../src/errors.ts";

const messageFor = (name: string, what: string, known: readonly string[]) =>
  new InputError("a question", [unknownName("pack", name, what, known)]).message.split("\n  - ")[1];

describe("a name that is not known", () => {
  it("is answered with the name that it was meant to be", () => {
    expect(messageFor("chili", "a pack", ["peru-2017", "chile"])).toBe(
      'pack: found "chili", expected a pack; did you mean "chile"?',
    );
    expect(messageFor("peru", "a pack", ["peru-2017", "chile"])).toContain('did you mean "peru-2017"?');
  });

  it("with which no known name has half of its letters in common is answered with all names, if these are few", () => {
    expect(messageFor("zambia", "a pack", ["peru-2017", "chile"])).toBe(
      'pack: found "zambia", expected a pack: peru-2017, chile',
    );
    expect(messageFor("xml", "one of: csv, jsonl", ["csv", "jsonl"])).toBe(
      'pack: found "xml", expected one of: csv, jsonl',
    );
    const many = Array.from({ length: 9 }, (_, i) => `policy-${i}`);
    expect(messageFor("tell-losers", "a policy", many)).toBe('pack: found "tell-losers", expected a policy');
  });
});

describe("a value that is wrong", () => {
  it("is shown with the numbers in it that JSON has not", () => {
    expect(shownValue({ month: Number.NaN, most: [Number.POSITIVE_INFINITY] })).toBe(
      '{"month":"NaN","most":["Infinity"]}',
    );
    expect(shownValue({ seed: 7n })).toBe('{"seed":"7n"}');
  });
});
