// What the reader can take away, and what it takes to replay it.
import type { Language } from "./words/language.ts";
import { byId, dataTable, element } from "./dom.ts";
import { download, effectsCsv, figurePng, figureSvg, resultsJson, scenarioFile } from "./download.ts";
import type { Study } from "./study.ts";
import type { Pair } from "./summary.ts";
import { wordsOf } from "./text.ts";
import type { Words } from "./words/en.ts";

function button(id: string, text: string, act: () => void): HTMLElement {
  const made = element("button", { type: "button", id }, text);
  made.addEventListener("click", act);
  return made;
}

/** A figure that can be saved: where it is on the page, and the name of its files and the title in them. */
interface SavedFigure {
  readonly place: string;
  readonly name: string;
  readonly title: string;
}

/** Buttons that save a figure as SVG and as PNG; their ids begin with `id`. */
export function figureButtons({ place, name, title }: SavedFigure, id: string, words: Words): HTMLElement[] {
  const saving = (
    kind: "svg" | "png",
    text: string,
    save: (figure: SVGElement, title: string, file: string) => void,
  ) => {
    const made = button(`${id}-${kind}`, text, () => {
      const figure = document.querySelector<SVGElement>(place);
      if (figure !== null) save(figure, made.dataset["title"] ?? "", made.dataset["file"] ?? "");
    });
    // Read at the click: a view's buttons stay when the reader goes on to another view.
    made.dataset["file"] = `${name}.${kind}`;
    made.dataset["title"] = title;
    return made;
  };
  return [
    saving("svg", words.figureSvg, (figure, over, file) =>
      download(file, "image/svg+xml", figureSvg(figure, over)),
    ),
    saving("png", words.figurePng, (figure, over, file) => {
      void figurePng(figure, over).then((image) => download(file, "image/png", image));
    }),
  ];
}

/** What there is to take: the study, and its pairs of runs so far. */
export interface TakeData {
  readonly study: Study;
  readonly pairs: readonly Pair[];
}

/** What runs the scenario file against the baseline in the command line, under the page's seeds; no line ends within an option. */
function commandOf({ pack, population, months, seeds }: Study): (string | HTMLElement)[] {
  const options = { scenarios: "scenario.yaml", pack, population, months, seeds };
  return [
    "npx eslabon compare",
    ...Object.entries(options).flatMap(([name, value]) => [
      " ",
      element("span", { class: "whole" }, `--${name} ${value}`),
    ]),
  ];
}

/** Whether the browser has let a text be copied: it does not on pages that come over an open line, and where its reader forbids it. */
async function copied(text: string): Promise<boolean> {
  try {
    await navigator.clipboard.writeText(text);
    return true;
  } catch {
    return false;
  }
}

/** Downloads, the link, and the fingerprints of the runs. `latest` is asked at each click, since runs come in after the buttons. */
export function takeView(latest: () => TakeData, language: Language): HTMLElement[] {
  const { study, pairs } = latest();
  const words = wordsOf(language, study.pack);
  const link = button("copy-link", words.link, () => {
    void copied(location.href).then((isCopied) => {
      const status = byId("copy-status");
      status.textContent = status.dataset[isCopied ? "copied" : "notCopied"] ?? "";
    });
  });
  // Read at the click: the button stays when the language changes.
  const status = element("p", {
    class: "note",
    role: "status",
    id: "copy-status",
    "data-copied": words.copied,
    "data-not-copied": words.notCopied,
  });
  return [
    element("h3", {}, words.takeTitle),
    element("p", { class: "note" }, words.takeNote),
    element(
      "div",
      { class: "buttons" },
      link,
      button("save-yaml", words.scenarioFile, () =>
        download("scenario.yaml", "application/yaml", scenarioFile(latest().study)),
      ),
      button("save-csv", words.dataCsv, () =>
        download("effects.csv", "text/csv", effectsCsv(latest().pairs)),
      ),
      button("save-json", words.dataJson, () => {
        const data = latest();
        download("results.json", "application/json", resultsJson(data.study, data.pairs));
      }),
      ...figureButtons({ place: "#main-figure svg", name: "effect", title: words.mainChart }, "save", words),
    ),
    status,
    element("h3", {}, words.inCommandLine),
    element("pre", { tabindex: 0, role: "region", "aria-label": words.inCommandLine }, ...commandOf(study)),
    element("h3", {}, words.replay),
    dataTable(
      words.replay,
      [words.seed, words.baseline, words.scenario],
      pairs.map(({ seed, baseline, scenario }) => [String(seed), baseline.fingerprint, scenario.fingerprint]),
    ),
  ];
}
