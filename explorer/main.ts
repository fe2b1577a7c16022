// The page: its state, what it asks of the workers, and when it draws what.
import { InputError, type Pillar } from "../src/index.ts";
import { addressOf, languages, stateOf, type PageState } from "./address.ts";
import { intervalChart } from "./charts.ts";
import { controls } from "./controls.ts";
import { byId, element } from "./dom.ts";
import type { Answer } from "./messages.ts";
import { chainView, firstCharacter, showWhereWorldsPart, storyView } from "./people.ts";
import { differencesOn, effectOn, mainMetric } from "./readings.ts";
import { scenariosOf, windowOf, firstStudy, type Study } from "./study.ts";
import type { Pair, PathMetric } from "./summary.ts";
import { tabList } from "./tabs.ts";
import { takeView } from "./take.ts";
import { startTeam } from "./team.ts";
import { answerText, monthText, number, wordsOf } from "./text.ts";
import { funnelView, ladderView, matrixView, pathsView } from "./views.ts";

const tabs = ["ladder", "funnel", "paths", "matrix", "chain", "story", "take"] as const;
type Tab = (typeof tabs)[number];

const usualLanguage = navigator.language.startsWith("es") ? "es" : "en";
const openPillars = new Set<Pillar>();
let state: PageState = { language: usualLanguage, study: firstStudy };
let pairs: Pair[] = [];
let tab: Tab = "ladder";
let pathMetric: PathMetric = "localValueNetUsd";
let cast: Extract<Answer, { kind: "cast" }> | null = null;
let castAsked = false;
let story: Extract<Answer, { kind: "story" }> | null = null;
let startedAt = 0;
let secondsTaken = 0;
let drawing = false;
let viewChanged = false;

const team = startTeam({
  onPair(pair) {
    pairs = [...pairs, pair].sort((a, b) => a.seed - b.seed);
    if (pairs.length === state.study.seeds) secondsTaken = (performance.now() - startedAt) / 1000;
    drawSoon(tab !== "chain" && tab !== "story");
  },
  onCast(found) {
    cast = found;
    const first = firstCharacter(found.characters);
    if (first !== undefined) team.story(first.id);
    drawSoon();
  },
  onStory(found) {
    story = found;
    drawSoon();
    requestAnimationFrame(showWhereWorldsPart);
  },
  onFailure: (message) => complain(wordsOf(state.language).refused, message),
});

/**
 * Drawing waits for the next frame, so that results that come together are drawn once.
 *
 * @param withView Whether the view has changed: one that has not keeps its open list and where it is scrolled to.
 */
function drawSoon(withView = true): void {
  viewChanged ||= withView;
  if (drawing) return;
  drawing = true;
  requestAnimationFrame(() => {
    drawing = false;
    drawAnswer();
    if (viewChanged) drawView();
  });
}

function ask(study: Study): void {
  try {
    scenariosOf(study);
  } catch (error) {
    complain(wordsOf(state.language).refused, messageOf(error));
    drawControls();
    return;
  }
  state = { ...state, study };
  history.replaceState(null, "", addressOf(state));
  byId("problem").replaceChildren();
  run();
  drawControls();
}

function run(): void {
  pairs = [];
  cast = null;
  castAsked = false;
  story = null;
  startedAt = performance.now();
  team.study(state.study);
  drawSoon();
}

function messageOf(error: unknown): string {
  if (error instanceof InputError) return error.message;
  throw error;
}

function complain(title: string, message: string): void {
  const close = element("button", { type: "button" }, wordsOf(state.language).dismiss);
  const box = element(
    "div",
    { class: "complaint", role: "alert" },
    element("strong", {}, title),
    element("pre", {}, message),
    close,
  );
  close.addEventListener("click", () => byId("problem").replaceChildren());
  byId("problem").replaceChildren(box);
}

function drawHeader(): void {
  const words = wordsOf(state.language);
  document.documentElement.lang = state.language;
  document.title = `${words.title} · eslabon`;
  byId("skip").textContent = words.skip;
  const select = element(
    "select",
    { id: "language" },
    ...languages.map((each) =>
      element("option", { value: each, selected: each === state.language, lang: each }, wordsOf(each).name),
    ),
  );
  select.addEventListener("change", () => {
    state = { ...state, language: languages.find((each) => each === select.value) ?? "en" };
    history.replaceState(null, "", addressOf(state));
    drawAll();
    byId("language").focus();
  });
  byId("head").replaceChildren(
    element("div", {}, element("h1", {}, words.title), element("p", {}, words.subtitle)),
    element("div", { class: "language" }, element("label", { for: "language" }, words.language), select),
  );
}

function drawControls(): void {
  const focused = document.activeElement?.id ?? "";
  const view = { study: state.study, language: state.language, change: ask };
  byId("controls").replaceChildren(...controls(view, openPillars));
  if (focused !== "") document.getElementById(focused)?.focus();
}

function drawAnswer(): void {
  const { study, language } = state;
  const words = wordsOf(language);
  const { sentence, rest } = answerText(study, pairs, language);
  const done = pairs.length === study.seeds;
  setText("sentence", sentence);
  setText("rest", rest);
  const { fromMonth, toMonth } = windowOf(scenariosOf(study));
  setText("window", words.windowNote(monthText(fromMonth, words), monthText(toMonth - 1, words)));
  const progress = byId("progress");
  progress.setAttribute("max", String(study.seeds));
  progress.setAttribute("value", String(pairs.length));
  progress.setAttribute("aria-label", words.running(pairs.length, study.seeds));
  progress.classList.toggle("done", done);
  setText(
    "status",
    done
      ? words.finished(study.seeds, number(secondsTaken, words, 1))
      : words.running(pairs.length, study.seeds),
  );
  byId("answer").setAttribute("aria-busy", done ? "false" : "true");
  byId("answer").dataset["pairs"] = String(pairs.length);
  setText("main-title", words.mainChart);
  setText("main-note", words.mainChartNote);
  const figure = byId("main-figure");
  if (pairs.length === 0) figure.replaceChildren(element("div", { class: "empty" }));
  else {
    const chart = intervalChart(
      differencesOn(pairs, mainMetric),
      effectOn(pairs, mainMetric),
      words,
      widthOf(figure),
    );
    figure.replaceChildren(chart);
  }
}

/** Unchanged text is left alone, or screen readers would read it again. */
function setText(id: string, text: string): void {
  const place = byId(id);
  if (place.textContent !== text) place.textContent = text;
}

function widthOf(place: HTMLElement): number {
  return Math.max(240, Math.floor(place.clientWidth));
}

function drawTabs(): void {
  const words = wordsOf(state.language);
  byId("tabs").replaceChildren(
    tabList(tabs, words.tabs, words.views, tab, (name) => {
      tab = name;
      drawTabs();
      drawView();
    }),
  );
  byId("view").setAttribute("aria-labelledby", `tab-${tab}`);
}

function drawView(): void {
  viewChanged = false;
  const place = byId("view");
  const focused = place.contains(document.activeElement) ? (document.activeElement?.id ?? "") : "";
  const open = place.querySelector("details")?.open ?? false;
  place.replaceChildren(...viewContent(widthOf(place)));
  const details = place.querySelector("details");
  if (details !== null) details.open = open;
  if (focused !== "") document.getElementById(focused)?.focus();
}

function viewContent(width: number): HTMLElement[] {
  const { study, language } = state;
  const data = { pairs, language, width };
  const people = { cast, story, pack: study.pack, language, width };
  if (tab === "chain" || tab === "story") {
    if (!castAsked) {
      castAsked = true;
      team.cast();
    }
    return tab === "chain" ? chainView(people) : storyView(people, (supplier) => team.story(supplier));
  }
  if (tab === "take") return takeView(study, pairs, language);
  if (pairs.length < 2) return [element("p", { class: "wait" }, wordsOf(language).waiting)];
  switch (tab) {
    case "ladder":
      return ladderView(data);
    case "funnel":
      return funnelView(data);
    case "matrix":
      return matrixView(data);
    case "paths":
      return pathsView(data, pathMetric, (metric) => {
        pathMetric = metric;
        drawView();
      });
  }
}

function drawAll(): void {
  drawHeader();
  drawControls();
  drawTabs();
  drawAnswer();
  drawView();
}

/** Takes the state from the address; what is wrong with it is told, and the usual scenario shown. */
function open(): void {
  let problem: string | null = null;
  try {
    state = stateOf(location.hash) ?? { language: state.language, study: firstStudy };
  } catch (error) {
    problem = messageOf(error);
    state = { language: state.language, study: firstStudy };
  }
  for (const { policy } of state.study.policies) openPillarOf(policy);
  if (openPillars.size === 0) openPillars.add("participation");
  byId("problem").replaceChildren();
  if (problem !== null) complain(wordsOf(state.language).problem, problem);
  run();
  drawAll();
}

function openPillarOf(id: string): void {
  const [, scenario] = scenariosOf(state.study);
  const found = scenario.policies.find(({ policy }) => policy.id === id);
  if (found !== undefined) openPillars.add(found.policy.pillar);
}

// The skip link must not take the place of the state in the address.
byId("skip").addEventListener("click", (event) => {
  event.preventDefault();
  byId("answer").focus();
});
window.addEventListener("hashchange", open);
window.addEventListener("resize", () => drawSoon());
open();
