import { afterEach, beforeEach, describe, expect, it, vi } from "vitest";
import { listenForInterruption, stoppable } from "../../src/cli/interruption.ts";

const signals = ["SIGINT", "SIGTERM"] as const;
const exited = new Error("the process has ended");

describe("a request to stop", () => {
  let before: NodeJS.SignalsListener[][];
  let exit: ReturnType<typeof vi.spyOn>;
  let told: string;
  beforeEach(() => {
    before = signals.map((name) => process.listeners(name));
    for (const name of signals) process.removeAllListeners(name);
    told = "";
    exit = vi.spyOn(process, "exit").mockImplementation(() => {
      throw exited;
    });
    vi.spyOn(process.stderr, "write").mockImplementation((text) => {
      told += String(text);
      return true;
    });
  });
  afterEach(() => {
    vi.restoreAllMocks();
    for (const [i, name] of signals.entries()) {
      process.removeAllListeners(name);
      for (const listener of before[i]) process.on(name, listener);
    }
  });

  it.each([
    ["SIGINT", 130],
    ["SIGTERM", 143],
  ] as const)(
    "by %s lets what runs come to its end, and at the second time ends at once with %i",
    (name, code) => {
      const interruption = listenForInterruption();
      expect([interruption.signal.aborted, interruption.exitCode]).toEqual([false, undefined]);
      process.emit(name);
      expect([interruption.signal.aborted, interruption.exitCode]).toEqual([true, code]);
      expect(told).toContain("Stopping after the running batches; once more stops at once.");
      expect(exit).not.toHaveBeenCalled();
      expect(() => process.emit(name)).toThrow(exited);
      expect(exit).toHaveBeenCalledWith(code);
    },
  );

  it("ends work that can be stopped by the process's own exit, and is not listened to once the work is done", async () => {
    await stoppable(() => {
      expect(() => process.emit("SIGTERM")).toThrow(exited);
      return Promise.resolve();
    });
    expect(exit).toHaveBeenCalledWith(143);
    expect(told.trim()).toBe("Stopped.");
    await expect(stoppable(() => Promise.reject(new Error("no")))).rejects.toThrow("no");
    expect(signals.map((name) => process.listenerCount(name))).toEqual([0, 0]);
  });

  it("is left to who listens already", async () => {
    const { signal } = listenForInterruption();
    await stoppable(() => {
      process.emit("SIGINT");
      return Promise.resolve();
    });
    expect(signal.aborted).toBe(true);
    expect(exit).not.toHaveBeenCalled();
  });
});
