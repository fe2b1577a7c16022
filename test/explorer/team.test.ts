import { afterEach, beforeEach, describe, expect, it, vi } from "vitest";
import type { Answer, Ask } from "../../explorer/messages.ts";
import { firstStudy, type Study } from "../../explorer/study.ts";
import type { Listener, Team } from "../../explorer/team.ts";
import { briefRun, pairOf } from "./brief-runs.ts";

/** Stands where the browser's worker does: says what it was asked, and answers when the test lets it. */
class Engine extends EventTarget {
  static all: Engine[] = [];
  readonly asked: Ask[] = [];
  isEnded = false;

  constructor() {
    super();
    Engine.all.push(this);
  }

  postMessage(ask: Ask): void {
    this.asked.push(ask);
  }

  terminate(): void {
    this.isEnded = true;
  }

  hand(answer: Answer): void {
    this.dispatchEvent(new MessageEvent("message", { data: answer }));
  }

  /** Answers what it was asked last. */
  answer(): void {
    const ask = this.asked.at(-1);
    if (ask === undefined) throw new Error("nothing was asked");
    const { number } = ask;
    if (ask.kind === "preview") {
      this.hand({ kind: "preview", number, preview: { baseline: [1], scenario: [2] } });
    } else if (ask.kind === "pair") {
      this.hand({ kind: "pair", number, pair: pairOf(ask.seed, briefRun({}), briefRun({})) });
    } else if (ask.kind === "cast") {
      this.hand({ kind: "cast", number, characters: [], chain: [] });
    } else {
      this.hand({ kind: "story", number, supplier: ask.supplier, baseline: [], scenario: [] });
    }
  }
}

const patienceMs = 3_000;
const none: ReadonlySet<number> = new Set();
const studyOf = (seeds: number): Study => ({ ...firstStudy, seeds });
const said = (ask: Ask | undefined) => {
  if (ask === undefined) return "nothing";
  const what =
    ask.kind === "pair" ? `pair ${ask.seed}` : ask.kind === "story" ? `story ${ask.supplier}` : ask.kind;
  return `${what} of ${ask.number}`;
};
const asked = () => Engine.all.map((each) => said(each.asked.at(-1)));
const ended = () => Engine.all.map(({ isEnded }) => isEnded);

describe("the workers of the page", () => {
  /** What the page has heard. */
  let heard: string[] = [];
  const listener: Listener = {
    onPreview: ({ scenario }) => heard.push(`preview ${scenario.join()}`),
    onPair: ({ seed }) => heard.push(`pair ${seed}`),
    onCast: () => heard.push("cast"),
    onStory: ({ supplier }) => heard.push(`story ${supplier}`),
    onFailure: (message) => heard.push(message),
  };

  /** A team on a machine of so many threads. */
  const teamOn = async (hardwareConcurrency: number): Promise<Team> => {
    vi.stubGlobal("navigator", { hardwareConcurrency });
    vi.resetModules();
    const { startTeam } = await import("../../explorer/team.ts");
    return startTeam(listener);
  };

  beforeEach(() => {
    vi.useFakeTimers({ toFake: ["setTimeout", "clearTimeout"] });
    vi.stubGlobal("Worker", Engine);
    vi.stubGlobal("window", globalThis);
    Engine.all = [];
    heard = [];
  });
  afterEach(() => {
    vi.useRealTimers();
    vi.unstubAllGlobals();
  });

  it.each([
    [1, 1],
    [2, 1],
    [3, 3],
    [32, 8],
  ])("are with %s threads %s at the start", async (threads, workers) => {
    await teamOn(threads);
    expect(Engine.all).toHaveLength(workers);
  });

  it("are joined by one for the second thread once the first has answered", async () => {
    const team = await teamOn(2);
    team.study(studyOf(4), none);
    expect(asked()).toEqual(["preview of 1"]);
    Engine.all[0].answer();
    expect(asked()).toEqual(["pair 1 of 1", "pair 2 of 1"]);
    for (const engine of Engine.all) engine.answer();
    expect(asked()).toEqual(["pair 3 of 1", "pair 4 of 1"]);
  });

  it("are joined by one for the second thread where the first was ended before it answered", async () => {
    const team = await teamOn(2);
    team.study(studyOf(4), none);
    team.study(studyOf(3), none);
    vi.advanceTimersByTime(patienceMs);
    expect(ended()).toEqual([true, false]);
    Engine.all[1].answer();
    expect(asked().slice(1)).toEqual(["pair 1 of 2", "pair 2 of 2"]);
  });

  it("take up one thing after another until all is done, and tell each", async () => {
    const team = await teamOn(3);
    expect(asked()).toEqual(["nothing", "nothing", "nothing"]);
    team.study(studyOf(4), new Set([2]));
    expect(asked()).toEqual(["pair 1 of 1", "pair 3 of 1", "pair 4 of 1"]);
    team.study(studyOf(3), none);
    for (const engine of Engine.all) engine.answer();
    expect(asked()).toEqual(["preview of 2", "pair 1 of 2", "pair 2 of 2"]);
    // What is no longer asked for is not heard of.
    expect(heard).toEqual([]);
    for (const engine of Engine.all) engine.answer();
    Engine.all[0].answer();
    expect(heard).toEqual(["preview 2", "pair 1", "pair 2", "pair 3"]);
    // Whoever has nothing to do takes up what is asked next.
    team.study(studyOf(2), new Set([1]));
    expect(asked().toSorted()).toEqual(["pair 2 of 2", "pair 2 of 3", "pair 3 of 2"].toSorted());
    // And is not ended for want of it.
    vi.advanceTimersByTime(patienceMs);
    expect(ended()).toEqual([false, false, false]);
  });

  it("are ended and others started where they keep on with what is no longer asked", async () => {
    const team = await teamOn(3);
    team.study(studyOf(9), none);
    vi.advanceTimersByTime(patienceMs);
    expect(ended()).toEqual([false, false, false]);
    team.study(studyOf(8), none);
    Engine.all[1].answer();
    vi.advanceTimersByTime(patienceMs - 1);
    team.study(studyOf(7), none);
    vi.advanceTimersByTime(patienceMs - 1);
    expect(ended()).toEqual([false, false, false]);
    Engine.all[2].answer();
    vi.advanceTimersByTime(1);
    expect(ended()).toEqual([true, true, false, false, false]);
    expect(asked().slice(2)).toEqual(["preview of 3", "pair 1 of 3", "pair 2 of 3"]);
    for (const engine of Engine.all.slice(2)) engine.answer();
    expect(Engine.all).toHaveLength(5);
    expect(asked().slice(2)).toEqual(["pair 3 of 3", "pair 4 of 3", "pair 5 of 3"]);
    vi.advanceTimersByTime(10 * patienceMs);
    expect(Engine.all).toHaveLength(5);
  });

  it("tell of firms by one more, which is asked one thing at a time and of those that wait the last", async () => {
    const team = await teamOn(1);
    team.cast();
    expect(Engine.all).toHaveLength(1);
    const study = studyOf(5);
    team.study(study, none);
    team.cast();
    const [, teller] = Engine.all;
    expect(teller.asked).toEqual([{ kind: "cast", number: 1, study, seed: 1 }]);
    team.story(7);
    team.story(8);
    expect(teller.asked).toHaveLength(1);
    teller.answer();
    expect(said(teller.asked.at(-1))).toBe("story 8 of 1");
    teller.answer();
    team.story(9);
    teller.answer();
    expect(heard).toEqual(["cast", "story 8", "story 9"]);
    expect(teller.asked).toHaveLength(3);
    expect(Engine.all).toHaveLength(2);
  });

  it("tell of the present question by another, where who tells keeps on with an earlier one", async () => {
    const team = await teamOn(1);
    team.study(studyOf(5), none);
    team.cast();
    Engine.all[0].answer();
    team.study(studyOf(6), none);
    team.cast();
    vi.advanceTimersByTime(patienceMs - 1);
    expect(Engine.all[1].isEnded).toBe(false);
    vi.advanceTimersByTime(1);
    expect(Engine.all[1].isEnded).toBe(true);
    const next = Engine.all.at(-1);
    expect(said(next?.asked[0])).toBe("cast of 2");
    next?.answer();
    team.story(3);
    expect(said(next?.asked.at(-1))).toBe("story 3 of 2");
    vi.advanceTimersByTime(10 * patienceMs);
    expect(next?.isEnded).toBe(false);
    expect(heard).toEqual(["preview 2", "cast"]);
  });

  it("say what stopped them, while it is asked for, and go on", async () => {
    const team = await teamOn(1);
    team.study(studyOf(5), none);
    const [engine] = Engine.all;
    engine.hand({ kind: "failed", number: 1, message: "no preview" });
    expect(asked()).toEqual(["pair 1 of 1"]);
    team.study(studyOf(4), new Set([1]));
    engine.hand({ kind: "failed", number: 1, message: "no longer asked" });
    engine.dispatchEvent(Object.assign(new Event("error"), { message: "cannot load" }));
    expect(heard).toEqual(["no preview", "cannot load"]);
    expect(asked()).toEqual(["pair 2 of 2"]);
  });
});
