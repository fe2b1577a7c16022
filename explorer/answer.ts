// The answer above the views: the sentence, the main figure or the preview in its place, and how far the runs are.
import type { Window } from "../src/analysis/window.ts";
import { previewFirms } from "./asks.ts";
import { intervalChart, mainFigureHeight } from "./charts.ts";
import type { PageState } from "./address.ts";
import { byId, element } from "./dom.ts";
import { previewView } from "./preview.ts";
import { differencesOn, effectOn } from "./readings.ts";
import { mainMetric, type Pair, type Preview } from "./summary.ts";
import { answerText, countedText, monthText, number, wordsOf } from "./text.ts";

/** What the answer is written from. */
export interface AnswerData extends PageState {
  readonly pairs: readonly Pair[];
  /** What is shown until the first pair is there; null before it has come. */
  readonly preview: Preview | null;
  /** Months that count. */
  readonly window: Window;
  /** How long all runs took; 0 until they are done. */
  readonly secondsTaken: number;
}

/** Draws the answer as far as it is known. */
export function drawAnswer(data: AnswerData): void {
  const { study, language, pairs, window, secondsTaken } = data;
  const words = wordsOf(language, study.pack);
  // Read before anything is changed, or the page would be laid out twice.
  const width = roomIn(byId("main-room"));
  const { sentence, rest } = answerText(study, pairs, language);
  const done = pairs.length === study.seeds;
  setText("sentence", sentence);
  setText("rest", rest);
  setText("chosen", countedText(study, language));
  const { fromMonth, toMonth } = window;
  setText("window", words.windowNote(monthText(fromMonth, words), monthText(toMonth - 1, words)));
  const progress = byId("progress");
  progress.setAttribute("max", String(study.seeds));
  progress.setAttribute("value", String(pairs.length));
  progress.setAttribute("aria-label", words.running(pairs.length, study.seeds));
  progress.classList.toggle("done", done);
  const status = done
    ? words.finished(study.seeds, number(secondsTaken, words, 1))
    : words.running(pairs.length, study.seeds);
  setText("status", status);
  // Who listens hears that the runs have begun and what they say at the end, and not each pair that comes in between.
  setText("heard", done ? `${status}. ${sentence} ${rest}` : words.waiting);
  byId("answer").setAttribute("aria-busy", done ? "false" : "true");
  byId("answer").dataset["pairs"] = String(pairs.length);
  drawMainFigure(data, width);
}

function drawMainFigure({ study, language, pairs, preview }: AnswerData, width: number): void {
  const words = wordsOf(language, study.pack);
  const figure = byId("main-figure");
  const size = { width, height: mainFigureHeight };
  const shown =
    preview === null || pairs.length > 0 ? null : previewView(preview, study.population, words, size);
  // A figure to save is one of `#main-figure`: the preview never stands there.
  byId("preview").replaceChildren(...(shown === null ? [] : [shown.figure]));
  figure.hidden = shown !== null;
  if (shown === null) delete byId("answer").dataset["preview"];
  else byId("answer").dataset["preview"] = String(previewFirms);
  setText("main-title", shown?.title ?? words.mainChart);
  setText("main-note", shown?.note ?? words.mainChartNote);
  if (pairs.length === 0) figure.replaceChildren(element("div", { class: "empty" }));
  else {
    figure.replaceChildren(
      intervalChart(differencesOn(pairs, mainMetric), effectOn(pairs, mainMetric), words, width),
    );
  }
}

/** Unchanged text is left alone, or screen readers would read it again. No line ends between a currency and its amount. */
function setText(id: string, text: string): void {
  const place = byId(id);
  const set = text.replace(/US\$ (?=[−+\d])/g, "US$\u00a0");
  if (place.textContent !== set) place.textContent = set;
}

/** Room for a figure in a place, inside its padding, pixels. */
export function roomIn(place: HTMLElement): number {
  const { paddingLeft, paddingRight } = getComputedStyle(place);
  return Math.max(240, Math.floor(place.clientWidth - parseFloat(paddingLeft) - parseFloat(paddingRight)));
}
