// The controls of what the model is run on: how many suppliers, how often, until when and in which country.
import { packs } from "../src/index.ts";
import { element } from "./dom.ts";
import { field, type ControlsView } from "./fields.ts";
import type { Study } from "./study.ts";
import { firstYear } from "./summary.ts";
import { monthText, number, wordsOf } from "./text.ts";
import type { Words } from "./words/en.ts";
import { nationOf } from "./words/nations.ts";

const populations = [100, 200, 400, 800, 2000, 8000];
const seedCounts = [4, 10, 20, 50, 100, 200];
const horizons = [2026, 2031, 2036, 2041].map((lastYear) => (lastYear - firstYear + 1) * 12);

/** The controls of the model and the sample. */
export function sample({ study, language, change }: ControlsView): HTMLElement {
  const words = wordsOf(language, study.pack);
  const choice = (
    id: string,
    values: readonly number[],
    value: number,
    edit: (present: Study, value: number) => Study,
  ) => {
    const all = [...new Set([...values, value])].sort((a, b) => a - b);
    const text = (each: number) => (id === "until" ? untilText(each, words) : number(each, words, 0));
    const select = element(
      "select",
      { id },
      ...all.map((each) => element("option", { value: each, selected: each === value }, text(each))),
    );
    select.addEventListener("change", () => change(id, (present) => edit(present, Number(select.value))));
    return select;
  };
  const pack = element(
    "select",
    { id: "pack" },
    ...Object.keys(packs).map((id) =>
      element("option", { value: id, selected: id === study.pack }, nationOf(id, language).pack),
    ),
  );
  pack.addEventListener("change", () => change(pack.id, (present) => ({ ...present, pack: pack.value })));
  return element(
    "fieldset",
    { class: "sample" },
    element("legend", {}, words.sample),
    field(
      "population",
      words.population,
      choice("population", populations, study.population, (present, population) => ({
        ...present,
        population,
      })),
    ),
    field(
      "seeds",
      words.seeds,
      choice("seeds", seedCounts, study.seeds, (present, seeds) => ({ ...present, seeds })),
    ),
    field(
      "until",
      words.until,
      choice("until", horizons, study.months, (present, months) => ({ ...present, months })),
    ),
    field("pack", words.pack, pack),
    words.packNote === "" ? null : element("p", { class: "note" }, words.packNote),
    element("p", { class: "note" }, words.smallNote),
    element("p", { class: "note" }, words.paper),
  );
}

/** The end of a horizon of so many months: its year, or its month where that is not a December. */
function untilText(months: number, words: Words): string {
  return months % 12 === 0 ? String(firstYear - 1 + months / 12) : monthText(months - 1, words);
}
