// The workers: runs are handed out one at a time, so that a new question is taken up as soon as a worker is free.
// They start as soon as this module is read, and load the model while the page is made: it is to be imported before the rest.
import EngineWorker from "./worker.ts?worker&inline";
import { asksOf } from "./asks.ts";
import type { Answer, Ask } from "./messages.ts";
import type { Study } from "./study.ts";
import type { Pair, Preview } from "./summary.ts";

/** Who hears of results. Answers to questions that are no longer asked are dropped. */
export interface Listener {
  onPreview(preview: Preview): void;
  onPair(pair: Pair): void;
  onCast(cast: Extract<Answer, { kind: "cast" }>): void;
  onStory(story: Extract<Answer, { kind: "story" }>): void;
  onFailure(message: string): void;
}

/** Workers at the page's service. */
export interface Team {
  /** Asks a new question, but for pairs of seeds whose answer is known; what was asked before is given up. */
  study(study: Study, known: ReadonlySet<number>): void;
  /** Runs the study's first seed with events, to tell of firms. */
  cast(): void;
  story(supplier: number): void;
}

const mostWorkers = 8;
const fewThreads = 2;
/** How long a worker may go on with what is no longer asked: to start another and to warm it up takes about as long. */
const patienceMs = 3_000;

/** One worker for each of the machine's threads. */
const size = Math.min(mostWorkers, Math.max(1, navigator.hardwareConcurrency));
/** Where threads are few, compiling for one worker takes another: a second would keep the first from its answer. */
const started = Array.from({ length: size > fewThreads ? size : 1 }, () => new EngineWorker());

/** Puts the workers at a listener's service. */
export function startTeam(listener: Listener): Team {
  let number = 0;
  let present: Study | null = null;
  let asks: Iterator<Ask, undefined> | null = null;
  let teller: Worker | null = null;
  /** What the teller is at. */
  let telling: Ask | null = null;
  let nextToTell: Ask | null = null;
  let giveUpTimer = 0;

  const hear = (data: Answer) => {
    if (data.number !== number) return;
    if (data.kind === "preview") listener.onPreview(data.preview);
    else if (data.kind === "pair") listener.onPair(data.pair);
    else if (data.kind === "cast") listener.onCast(data);
    else if (data.kind === "story") listener.onStory(data);
    else listener.onFailure(data.message);
  };
  const hire = (worker: Worker, onFree: () => void): Worker => {
    worker.addEventListener("message", ({ data }: MessageEvent<Answer>) => {
      onFree();
      hear(data);
    });
    worker.addEventListener("error", ({ message }) => listener.onFailure(message));
    return worker;
  };

  const idle = new Set<Worker>();
  const busy = new Map<Worker, Ask>();
  const feed = (worker: Worker) => {
    const ask = asks?.next().value;
    if (ask === undefined) {
      idle.add(worker);
      return;
    }
    idle.delete(worker);
    busy.set(worker, ask);
    worker.postMessage(ask);
  };
  let employed = 0;
  const employ = (worker: Worker) => {
    employed += 1;
    hire(worker, () => {
      busy.delete(worker);
      feed(worker);
      while (employed < size) employ(new EngineWorker());
    });
    feed(worker);
  };
  for (const worker of started) employ(worker);

  /** One ask at a time goes to who tells of firms, and of those that come meanwhile only the last. */
  const tell = (ask: Ask) => {
    if (telling !== null) {
      nextToTell = ask;
      return;
    }
    teller ??= hire(new EngineWorker(), tellNext);
    telling = ask;
    teller.postMessage(ask);
  };
  const tellNext = () => {
    const next = nextToTell;
    [telling, nextToTell] = [null, null];
    if (next !== null) tell(next);
  };

  const giveUp = () => {
    for (const [worker, ask] of busy) {
      if (ask.number === number) continue;
      worker.terminate();
      busy.delete(worker);
      employed -= 1;
      employ(new EngineWorker());
    }
    if (telling === null || telling.number === number) return;
    teller?.terminate();
    teller = null;
    tellNext();
  };

  return {
    study(study, known) {
      number += 1;
      present = study;
      asks = asksOf(number, study, known);
      for (const worker of idle) feed(worker);
      clearTimeout(giveUpTimer);
      giveUpTimer = window.setTimeout(giveUp, patienceMs);
    },
    cast() {
      if (present !== null) tell({ kind: "cast", number, study: present, seed: 1 });
    },
    story(supplier) {
      tell({ kind: "story", number, supplier });
    },
  };
}
