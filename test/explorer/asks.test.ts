import { describe, expect, it } from "vitest";
import { asksOf, previewFirms } from "../../explorer/asks.ts";
import { firstStudy } from "../../explorer/study.ts";

describe("what a study asks of the workers", () => {
  it("is a preview on a small population first, then every pair of its own", () => {
    const study = { ...firstStudy, seeds: 3 };
    const small = { ...study, population: previewFirms };
    expect([...asksOf(7, study)]).toEqual([
      { kind: "preview", number: 7, study: small },
      { kind: "pair", number: 7, study, seed: 1 },
      { kind: "pair", number: 7, study, seed: 2 },
      { kind: "pair", number: 7, study, seed: 3 },
    ]);
  });

  it("leaves out pairs that are known, and the preview where one is", () => {
    const seeds = [...asksOf(1, { ...firstStudy, seeds: 4 }, new Set([1, 3, 9]))].map((ask) =>
      ask.kind === "pair" ? ask.seed : ask.kind,
    );
    expect(seeds).toEqual([2, 4]);
  });

  it("has no preview where the population is as small itself", () => {
    const kinds = [...asksOf(1, { ...firstStudy, population: previewFirms, seeds: 2 })].map(
      ({ kind }) => kind,
    );
    expect(kinds).toEqual(["pair", "pair"]);
  });
});
