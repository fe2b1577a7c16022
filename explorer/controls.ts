// The left side: what is asked. A change says what becomes of the study that is asked at that moment.
import { policies, scenarios, type Pillar, type PolicyId } from "../src/index.ts";
import { element } from "./dom.ts";
import { field, numberInput, type ControlsView } from "./fields.ts";
import { sample } from "./sample.ts";
import { settingsOf, settingValue, type Setting } from "./settings.ts";
import { startStudy, usualStartMonth } from "./start.ts";
import type { ChosenPolicy } from "./study.ts";
import {
  monthText,
  optionText,
  policyMechanism,
  policyTitle,
  settingText,
  startTitle,
  wordsOf,
} from "./text.ts";
import type { Words } from "./words/en.ts";
import { startIds } from "./words/start-titles.ts";

const pillars: readonly Pillar[] = ["participation", "innovation", "institutionalisation", "existing"];

/** The controls of a study. `openPillars` says which groups are open; the reader's choice is kept when they are made anew. */
export function controls(view: ControlsView, openPillars: Set<Pillar>): HTMLElement[] {
  const words = wordsOf(view.language, view.study.pack);
  return [
    element("h2", { id: "question" }, words.question),
    start(view),
    ...pillars.map((pillar) => pillarGroup(view, pillar, openPillars)),
    sample(view),
  ];
}

function start({ study, language, change }: ControlsView): HTMLElement {
  const words = wordsOf(language, study.pack);
  const select = element(
    "select",
    { id: "start-from" },
    element("option", { value: "" }, words.choose),
    element("option", { value: "none" }, words.nothing),
    ...startIds.map((id) => element("option", { value: id }, startTitle(id, study.pack, language))),
  );
  select.addEventListener("change", () => {
    if (select.value === "") return;
    if (select.value === "none") change(select.id, (present) => ({ ...present, policies: [] }));
    else change(select.id, (present) => startStudy(present, scenarios[select.value]));
  });
  return element("div", { class: "field" }, element("label", { for: "start-from" }, words.startFrom), select);
}

function pillarGroup(view: ControlsView, pillar: Pillar, open: Set<Pillar>): HTMLElement {
  const { study, language } = view;
  const words = wordsOf(language, study.pack);
  const members = Object.values(policies).filter((policy) => policy.pillar === pillar);
  const chosen = members.filter(({ id }) => study.policies.some(({ policy }) => policy === id)).length;
  const group = element(
    "details",
    { class: "pillar", open: open.has(pillar) },
    element(
      "summary",
      {},
      words.pillars[pillar],
      element("span", { class: "count" }, words.chosenOf(chosen, members.length)),
    ),
    ...members.map(({ id }) => policyRow(view, id as PolicyId)),
  );
  group.addEventListener("toggle", () => {
    if (group.open) open.add(pillar);
    else open.delete(pillar);
  });
  return group;
}

function policyRow(view: ControlsView, id: PolicyId): HTMLElement {
  const { study, language, change } = view;
  const chosen = study.policies.find(({ policy }) => policy === id);
  const box = element("input", {
    type: "checkbox",
    id: `policy-${id}`,
    "aria-describedby": `${id}-mechanism`,
    checked: chosen !== undefined,
  });
  box.addEventListener("change", () => {
    change(box.id, (present) => {
      const others = present.policies.filter(({ policy }) => policy !== id);
      return { ...present, policies: box.checked ? [...others, { policy: id }] : others };
    });
  });
  const title = policyTitle(id, language);
  return element(
    "div",
    { class: chosen === undefined ? "policy" : "policy chosen" },
    element("div", { class: "choice" }, box, element("label", { for: `policy-${id}` }, title)),
    element("p", { class: "mechanism", id: `${id}-mechanism` }, policyMechanism(id, language)),
    chosen === undefined ? null : policySettings(view, id, chosen),
  );
}

function policySettings(view: ControlsView, id: PolicyId, chosen: ChosenPolicy): HTMLElement {
  const { study, language, change } = view;
  const words = wordsOf(language, study.pack);
  const replace = (control: string, edit: EditPolicy) => {
    change(control, (present) => ({
      ...present,
      policies: present.policies.map((each) => (each.policy === id ? edit(each) : each)),
    }));
  };
  const starts = Array.from({ length: study.months / 12 }, (_, year) => year * 12);
  const startMonth = chosen.startMonth ?? usualStartMonth;
  const from = element(
    "select",
    { id: `${id}-start` },
    ...[...new Set([...starts, startMonth])]
      .sort((a, b) => a - b)
      .map((month) =>
        element("option", { value: month, selected: month === startMonth }, monthText(month, words)),
      ),
  );
  from.addEventListener("change", () =>
    replace(from.id, (present) => ({ ...present, startMonth: Number(from.value) })),
  );
  const strength = numberInput(`${id}-strength`, chosen.strength ?? 1, [0, 1], (value) =>
    replace(`${id}-strength`, (present) => ({ ...present, strength: value })),
  );
  return element(
    "div",
    // Each chosen policy has a start, an end and a strength: whose they are is said to those who do not see it.
    { class: "settings", role: "group", "aria-label": policyTitle(id, language) },
    field(`${id}-start`, words.starts, from),
    field(`${id}-end`, words.ends, endSelect(`${id}-end`, chosen, study.months, words, replace)),
    field(`${id}-strength`, words.strength, strength),
    ...settingsOf(policies[id]).map((setting) =>
      settingField(view, id, setting, (value) =>
        replace(`${id}-${setting.name}`, (present) => ({
          ...present,
          settings: { ...present.settings, [setting.name]: value },
        })),
      ),
    ),
    element(
      "p",
      { class: "note" },
      `${words.source}: `,
      element("span", { lang: "en" }, policies[id].source),
    ),
  );
}

type EditPolicy = (present: ChosenPolicy) => ChosenPolicy;

/** When a policy ends: with the horizon, or with one of its years after the start. */
function endSelect(
  id: string,
  { startMonth = usualStartMonth, endMonth }: ChosenPolicy,
  months: number,
  words: Words,
  replace: (control: string, edit: EditPolicy) => void,
): HTMLElement {
  const years = Array.from({ length: Math.ceil(months / 12) - 1 }, (_, year) => (year + 1) * 12);
  const ends = years.filter((end) => end > startMonth);
  const all = [...new Set(endMonth === undefined ? ends : [...ends, endMonth])].sort((a, b) => a - b);
  const select = element(
    "select",
    { id },
    element("option", { value: "", selected: endMonth === undefined }, words.toTheEnd),
    ...all.map((end) =>
      element("option", { value: end, selected: end === endMonth }, monthText(end - 1, words)),
    ),
  );
  select.addEventListener("change", () =>
    replace(id, ({ endMonth: _, ...present }) =>
      select.value === "" ? present : { ...present, endMonth: Number(select.value) },
    ),
  );
  return select;
}

function settingField(
  { study, language }: ControlsView,
  id: string,
  setting: Setting,
  set: (value: string | number | boolean) => void,
): HTMLElement {
  const { name, usual, range, options } = setting;
  const text = settingText(setting, study.pack, language);
  const key = `${id}-${name}`;
  const chosen = study.policies.find(({ policy }) => policy === id);
  const value = (chosen?.settings as Readonly<Record<string, typeof usual>> | undefined)?.[name] ?? usual;
  if (range !== null) return field(key, text, numberInput(key, Number(value), range, set));
  if (options.length > 0) {
    const select = element(
      "select",
      { id: key },
      ...options.map((each) =>
        element(
          "option",
          { value: each, selected: each === value },
          optionText(setting, each, study.pack, language),
        ),
      ),
    );
    select.addEventListener("change", () => set(settingValue(setting, select.value)));
    return field(key, text, select);
  }
  const box = element("input", { type: "checkbox", id: key, checked: value === true });
  box.addEventListener("change", () => set(box.checked));
  return field(key, text, box);
}
