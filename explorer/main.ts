// The page: its state, what it asks of the workers, and when it draws what.
// The workers come first: they load while the rest of the page does.
import { startTeam } from "./team.ts";
import { InputError, type Pillar } from "../src/index.ts";
import { addressOf, languageOf, stateOf, type PageState } from "./address.ts";
import { drawAnswer, roomIn } from "./answer.ts";
import { controls } from "./controls.ts";
import { byId, element } from "./dom.ts";
import { enterAddress, keepPlace, leaveEntry } from "./entries.ts";
import { drawInFrames } from "./frames.ts";
import { madePairs, pairsFor, type MadePairs } from "./kept.ts";
import type { Answer } from "./messages.ts";
import { chainView, firstCharacter, showWhereWorldsPart, storyView } from "./people.ts";
import { problemsText } from "./problems.ts";
import { scenariosOf, windowOf, firstStudy, type Study } from "./study.ts";
import type { Pair, PathMetric, Preview } from "./summary.ts";
import { renew } from "./renew.ts";
import { tabList } from "./tabs.ts";
import { takeView } from "./take.ts";
import { wordsOf } from "./text.ts";
import type { Words } from "./words/en.ts";
import { languages } from "./words/language.ts";
import { funnelView, ladderView, matrixView, pathsView } from "./views.ts";

const tabs = ["ladder", "funnel", "paths", "matrix", "chain", "story", "take"] as const;
type Tab = (typeof tabs)[number];

const usualLanguage = navigator.language.startsWith("es") ? "es" : "en";
const openPillars = new Set<Pillar>();
let state: PageState = { language: usualLanguage, study: firstStudy };
let monthsThatCount = windowOf(scenariosOf(firstStudy));
let preview: Preview | null = null;
let made: MadePairs = madePairs(firstStudy);
let pairs: Pair[] = [];
let tab: Tab = "ladder";
let pathMetric: PathMetric = "localValueNetUsd";
let cast: Extract<Answer, { kind: "cast" }> | null = null;
let castAsked = false;
let story: Extract<Answer, { kind: "story" }> | null = null;
let startedAt = 0;
let secondsTaken = 0;

const drawSoon = drawInFrames({
  answer: () => drawAnswer({ ...state, pairs, preview, window: monthsThatCount, secondsTaken }),
  controls: drawControls,
  view: drawView,
  parting: showWhereWorldsPart,
});

const team = startTeam({
  onPreview(found) {
    preview = found;
    drawSoon("answer");
  },
  onPair(pair) {
    made.set(pair.seed, { pair, seconds: (performance.now() - startedAt) / 1000 });
    takeMade();
    drawSoon("answer");
    // A view that has not changed keeps its open list and where it is scrolled to.
    if (tab !== "chain" && tab !== "story") drawSoon("view");
  },
  onCast(found) {
    cast = found;
    const first = firstCharacter(found.characters);
    if (first !== undefined) team.story(first.id);
    drawSoon("view");
  },
  onStory(found) {
    story = found;
    drawSoon("view", "parting");
  },
  onFailure: (message) => complain(wordsNow().failed, message),
});

/** The page's words, of the country that is asked about. */
function wordsNow(): Words {
  return wordsOf(state.language, state.study.pack);
}

function ask(control: string, edit: (study: Study) => Study): void {
  const study = edit(state.study);
  try {
    scenariosOf(study);
  } catch (error) {
    complain(wordsNow().refused, messageOf(error, study));
    drawControls();
    return;
  }
  const isOtherCountry = study.pack !== state.study.pack;
  state = { ...state, study };
  enterAddress(addressOf(state), control);
  byId("problem").replaceChildren();
  run();
  drawControls();
  if (isOtherCountry) drawHeader();
}

function run(): void {
  monthsThatCount = windowOf(scenariosOf(state.study));
  preview = null;
  made = madePairs(state.study);
  takeMade();
  cast = null;
  castAsked = false;
  story = null;
  startedAt = performance.now() - secondsTaken * 1000;
  byId("answer").setAttribute("aria-busy", "true");
  // An answer that is the same as the last is heard again; that runs are under way is heard once while a number is changed step by step.
  const heard = byId("heard");
  if (heard.textContent !== wordsNow().waiting) heard.textContent = "";
  team.study(state.study, new Set(made.keys()));
  drawSoon("answer", "view");
}

/** Takes up the pairs that are there of what is asked. */
function takeMade(): void {
  ({ pairs, seconds: secondsTaken } = pairsFor(made, state.study.seeds));
}

function messageOf(error: unknown, asked?: Study): string {
  if (error instanceof InputError) return problemsText(error, state.language, asked);
  throw error;
}

function complain(title: string, message: string): void {
  const close = element("button", { type: "button" }, wordsNow().dismiss);
  const box = element(
    "div",
    { class: "complaint", role: "alert" },
    element("strong", {}, title),
    element("pre", {}, message),
    close,
  );
  close.addEventListener("click", () => byId("problem").replaceChildren());
  byId("problem").replaceChildren(box);
  // Who has changed something far below would not see it.
  box.scrollIntoView({ block: "nearest" });
}

function drawHeader(): void {
  const words = wordsNow();
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
    enterAddress(addressOf(state), select.id);
    drawAll();
  });
  renew(byId("head"), [
    element("div", {}, element("h1", {}, words.title), element("p", {}, words.subtitle)),
    element("div", { class: "language" }, element("label", { for: "language" }, words.language), select),
  ]);
}

function drawControls(): void {
  const view = { study: state.study, language: state.language, change: ask };
  renew(byId("controls"), controls(view, openPillars));
}

function drawTabs(): void {
  const words = wordsNow();
  renew(byId("tabs"), [
    tabList(tabs, words.tabs, words.views, tab, (name) => {
      tab = name;
      drawTabs();
      drawView();
      // A story that came in while another view was shown has had no place to be opened at.
      if (tab === "story") showWhereWorldsPart();
    }),
  ]);
  byId("view").setAttribute("aria-labelledby", `tab-${tab}`);
}

function drawView(): void {
  const place = byId("view");
  const width = roomIn(place);
  const open = place.querySelector("details")?.open ?? false;
  const fresh = viewContent(width);
  for (const part of fresh) if (part instanceof HTMLDetailsElement) part.open = open;
  renew(place, fresh);
}

function viewContent(width: number): HTMLElement[] {
  const { study, language } = state;
  const data = { pairs, language, pack: study.pack, width };
  const people = { cast, story, pack: study.pack, language, width };
  if (tab === "chain" || tab === "story") {
    if (!castAsked) {
      castAsked = true;
      team.cast();
    }
    return tab === "chain" ? chainView(people) : storyView(people, (supplier) => team.story(supplier));
  }
  if (tab === "take") return takeView(() => ({ study: state.study, pairs }), language);
  if (pairs.length < 2) return [element("p", { class: "wait" }, wordsNow().waiting)];
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
  drawTabs();
  drawSoon("answer", "controls", "view");
}

/** Takes the state from the address; what is wrong with it is told, and the usual scenario shown. */
function open(): void {
  let problem: string | null = null;
  leaveEntry();
  state = { language: languageOf(location.hash) ?? usualLanguage, study: firstStudy };
  try {
    state = stateOf(location.hash, state.language) ?? state;
  } catch (error) {
    problem = messageOf(error);
  }
  for (const { policy } of state.study.policies) openPillarOf(policy);
  if (openPillars.size === 0) openPillars.add("participation");
  byId("problem").replaceChildren();
  if (problem !== null) complain(wordsNow().problem, problem);
  run();
  drawAll();
}

function openPillarOf(id: string): void {
  const [, scenario] = scenariosOf(state.study);
  const found = scenario.policies.find(({ policy }) => policy.id === id);
  if (found !== undefined) openPillars.add(found.policy.pillar);
}

/** What is read first comes first for the keyboard too: the question beside the answer, and below it where there is no room beside. */
const oneColumn = matchMedia("(max-width: 56rem)");
function arrange(): void {
  const question = byId("controls");
  const focused = document.activeElement;
  if (oneColumn.matches) question.parentElement?.append(question);
  else question.parentElement?.prepend(question);
  // What is moved loses the focus.
  if (focused instanceof HTMLElement && question.contains(focused)) focused.focus({ preventScroll: true });
}
oneColumn.addEventListener("change", arrange);
arrange();

// The skip link must not take the place of the state in the address.
byId("skip").addEventListener("click", (event) => {
  event.preventDefault();
  byId("answer").focus();
});
// Back and Forward come here too, as an address that the reader writes does.
window.addEventListener("hashchange", open);
keepPlace();
window.addEventListener("resize", () => drawSoon("answer", "view"));
open();
