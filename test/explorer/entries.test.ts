import { afterEach, beforeEach, describe, expect, it, vi } from "vitest";
import { enterAddress, leaveEntry } from "../../explorer/entries.ts";

describe("the browser's history", () => {
  /** Addresses of the entries that were made, the last of them the present one. */
  let entries: string[] = [];
  let now = 0;

  beforeEach(() => {
    entries = ["#opened"];
    vi.spyOn(performance, "now").mockImplementation(() => now);
    vi.stubGlobal("history", {
      pushState: (_state: null, _title: string, address: string) => entries.push(address),
      replaceState: (_state: null, _title: string, address: string) => entries.splice(-1, 1, address),
    });
    leaveEntry();
  });
  afterEach(() => {
    vi.restoreAllMocks();
    vi.unstubAllGlobals();
  });

  it("has an entry for each choice: steps of one control that follow each other fast are one", () => {
    for (const [address, control, ms] of [
      ["#1", "seeds", 0],
      ["#2", "seeds", 999],
      ["#3", "seeds", 999],
      ["#4", "seeds", 1000],
      ["#5", "months", 1],
      ["#6", "seeds", 1],
    ] as const) {
      now += ms;
      enterAddress(address, control);
    }
    expect(entries).toEqual(["#opened", "#3", "#4", "#5", "#6"]);
  });

  it("has an entry of its own for a step after another was shown, however soon", () => {
    enterAddress("#1", "seeds");
    leaveEntry();
    enterAddress("#2", "seeds");
    expect(entries).toEqual(["#opened", "#1", "#2"]);
  });

  it("is left as it is where the browser takes no more of them", () => {
    vi.stubGlobal("history", {
      pushState: () => {
        throw new Error("SecurityError");
      },
    });
    expect(() => enterAddress("#1", "seeds")).not.toThrow();
  });
});
