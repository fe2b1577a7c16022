import { describe, expect, it } from "vitest";
import { verdictOf } from "../../scripts/release/audit-verdict.mjs";

describe("a release", () => {
  it("is made when the registry knows of no hole, and says so", () => {
    for (const unaudited of [false, true]) {
      expect(verdictOf(0, unaudited)).toEqual({
        audit: "no dependency has a hole that the registry knows of",
      });
    }
  });

  it("is not made when holes are known, whatever it is told", () => {
    for (const unaudited of [false, true]) expect(verdictOf(1, unaudited).stops).toContain("known holes");
  });

  it("is not made when the registry could not be asked, unless told so, which its statement tells", () => {
    for (const status of [2, 127, null]) {
      expect(verdictOf(status, false).stops).toContain("say --unaudited");
      expect(verdictOf(status, true)).toEqual({ audit: "the registry could not be asked for known holes" });
    }
  });
});
