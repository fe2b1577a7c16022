// The workers: seeds are handed out one at a time, so that a new question is taken up as soon as a worker is free.
import EngineWorker from "./worker.ts?worker&inline";
import type { Answer, Ask } from "./messages.ts";
import type { Study } from "./study.ts";
import type { Pair } from "./summary.ts";

/** Who hears of results. Answers to questions that are no longer asked are dropped. */
export interface Listener {
  onPair(pair: Pair): void;
  onCast(cast: Extract<Answer, { kind: "cast" }>): void;
  onStory(story: Extract<Answer, { kind: "story" }>): void;
  onFailure(message: string): void;
}

/** Workers at the page's service. */
export interface Team {
  /** Asks a new question; what was asked before is given up. */
  study(study: Study): void;
  /** Runs the study's first seed with events, to tell of firms. */
  cast(): void;
  story(supplier: number): void;
}

const mostWorkers = 8;

/** Starts the workers, one for each of the machine's threads. */
export function startTeam(listener: Listener): Team {
  let number = 0;
  let present: Study | null = null;
  let nextSeed = 1;
  let teller: Worker | null = null;
  const size = Math.min(mostWorkers, Math.max(1, navigator.hardwareConcurrency));

  const hear = (data: Answer) => {
    if (data.number !== number) return;
    if (data.kind === "pair") listener.onPair(data.pair);
    else if (data.kind === "cast") listener.onCast(data);
    else if (data.kind === "story") listener.onStory(data);
    else listener.onFailure(data.message);
  };
  const hire = (onFree: (worker: Worker) => void): Worker => {
    const worker = new EngineWorker();
    worker.addEventListener("message", ({ data }: MessageEvent<Answer>) => {
      onFree(worker);
      hear(data);
    });
    worker.addEventListener("error", ({ message }) => listener.onFailure(message));
    return worker;
  };

  const idle = new Set<Worker>();
  const feed = (worker: Worker) => {
    if (present === null || nextSeed > present.seeds) {
      idle.add(worker);
      return;
    }
    idle.delete(worker);
    worker.postMessage({ kind: "pair", number, study: present, seed: nextSeed } satisfies Ask);
    nextSeed += 1;
  };
  for (let place = 0; place < size; place++) idle.add(hire(feed));

  return {
    study(study) {
      number += 1;
      present = study;
      nextSeed = 1;
      for (const worker of idle) feed(worker);
    },
    cast() {
      if (present === null) return;
      teller ??= hire(() => undefined);
      teller.postMessage({ kind: "cast", number, study: present, seed: 1 } satisfies Ask);
    },
    story(supplier) {
      teller?.postMessage({ kind: "story", number, supplier } satisfies Ask);
    },
  };
}
