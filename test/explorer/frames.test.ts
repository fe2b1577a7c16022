import { afterEach, beforeEach, describe, expect, it, vi } from "vitest";
import { drawInFrames } from "../../explorer/frames.ts";

describe("when the page draws", () => {
  /** What waits for the next frame. */
  let waiting: (() => void)[] = [];
  let drawn: string[] = [];
  const frame = () => {
    const [...due] = waiting;
    waiting = [];
    for (const act of due) act();
  };
  /** Takes ten milliseconds for each part, and is the clock of both. */
  const draw = (part: string) => () => {
    drawn.push(part);
    vi.setSystemTime(Date.now() + 10);
  };

  beforeEach(() => {
    vi.useFakeTimers({ toFake: ["setTimeout", "Date"] });
    vi.spyOn(performance, "now").mockImplementation(() => Date.now());
    vi.stubGlobal("requestAnimationFrame", (act: () => void) => waiting.push(act));
    [waiting, drawn] = [[], []];
  });
  afterEach(() => {
    vi.useRealTimers();
    vi.restoreAllMocks();
    vi.unstubAllGlobals();
  });

  const drawings = () => drawInFrames({ answer: draw("answer"), view: draw("view") });

  it("draws one part a frame, in the order in which they were asked for, each once however often that was", () => {
    const drawSoon = drawings();
    drawSoon("view", "answer");
    drawSoon("answer", "view", "view");
    expect([drawn, waiting.length]).toEqual([[], 1]);
    frame();
    expect(drawn).toEqual(["view"]);
    // Until it has been left to its reader for as long as that took.
    vi.advanceTimersByTime(9);
    frame();
    expect(drawn).toEqual(["view"]);
    vi.advanceTimersByTime(1);
    frame();
    expect(drawn).toEqual(["view", "answer"]);
    vi.advanceTimersByTime(10);
    frame();
    vi.runAllTimers();
    expect([drawn, waiting.length]).toEqual([["view", "answer"], 0]);
  });

  it("goes on with the other parts when one cannot be drawn", () => {
    const broken = () => {
      throw new RangeError("no place to draw");
    };
    const drawSoon = drawInFrames({ answer: broken, view: draw("view") });
    drawSoon("answer", "view");
    expect(frame).toThrow("no place to draw");
    vi.runAllTimers();
    frame();
    expect(drawn).toEqual(["view"]);
  });

  it("draws anew what is asked for after its turn", () => {
    const drawSoon = drawings();
    drawSoon("view");
    frame();
    drawSoon("view");
    expect(waiting).toHaveLength(0);
    for (let i = 0; i < 3; i++) {
      vi.advanceTimersByTime(10);
      frame();
    }
    expect(drawn).toEqual(["view", "view"]);
    drawSoon("answer");
    frame();
    expect(drawn).toEqual(["view", "view", "answer"]);
  });
});
