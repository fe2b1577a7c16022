import { afterEach, describe, expect, it, vi } from "vitest";
import { withProgress } from "../../src/cli/output.ts";
import { progressLine } from "../../src/cli/progress-line.ts";

const words = { progress: 0.5, state: "12/24 runs, 35s left", note: "" };

describe("a line of progress", () => {
  it("has a bar of thirty places where there is room", () => {
    expect(progressLine(words, 80)).toBe(`${"█".repeat(15)}${"░".repeat(15)} 12/24 runs, 35s left`);
    expect(progressLine({ ...words, progress: 1.2 }, 80)).toMatch(/^█{30} /);
  });

  it("is never as wide as its terminal, and says how far the work is before all else", () => {
    const noted = { ...words, note: "half-width US$ 2.1 million" };
    for (const told of [words, noted]) {
      for (let columns = 1; columns < 120; columns++)
        expect(progressLine(told, columns).length).toBeLessThan(Math.max(2, columns));
    }
    expect(progressLine(words, 40)).toBe("█████████░░░░░░░░░ 12/24 runs, 35s left");
    expect(progressLine(noted, 40)).toBe("12/24 runs, 35s left; half-width US$ 2…");
    expect(progressLine(words, 24)).toBe("12/24 runs, 35s left");
  });
});

describe("progress where there is no terminal", () => {
  afterEach(() => {
    vi.useRealTimers();
    vi.restoreAllMocks();
  });

  it("is a line a minute of work that says how it goes, and nothing of other work", async () => {
    vi.useFakeTimers({ toFake: ["Date"] });
    const write = vi.spyOn(process.stderr, "write").mockReturnValue(true);
    const end = await withProgress("runs", async (update) => {
      for (const done of [0, 1, 2, 3]) {
        update(done, 9, () => `${done} so far`);
        await new Promise((resolve) => setImmediate(resolve));
        vi.setSystemTime(Date.now() + 40_000);
        update(done, 9);
      }
      return "the end";
    });
    expect(end).toBe("the end");
    expect(write.mock.calls).toEqual([["2/9 runs; 2 so far\n"]]);
  });
});
