// What the reader can take away, and what it takes to replay it.
import type { Language } from "./address.ts";
import { dataTable, element } from "./dom.ts";
import { download, effectsCsv, figurePng, figureSvg, resultsJson, scenarioFile } from "./download.ts";
import type { Study } from "./study.ts";
import type { Pair } from "./summary.ts";
import { wordsOf } from "./text.ts";

/** What there is to take: the study, and its pairs of runs so far. */
export interface TakeData {
  readonly study: Study;
  readonly pairs: readonly Pair[];
}

/** Downloads, the link, and the fingerprints of the runs. `latest` is asked at each click, since runs come in after the buttons. */
export function takeView(latest: () => TakeData, language: Language): HTMLElement[] {
  const { study, pairs } = latest();
  const words = wordsOf(language, study.pack);
  const button = (id: string, text: string, act: () => void) => {
    const made = element("button", { type: "button", id }, text);
    made.addEventListener("click", act);
    return made;
  };
  const link = button("copy-link", words.link, () => {
    void navigator.clipboard.writeText(location.href).then(() => {
      link.textContent = words.copied;
    });
  });
  const mainFigure = () => document.querySelector<SVGElement>("#main-figure svg");
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
      button("save-svg", words.figureSvg, () => {
        const figure = mainFigure();
        if (figure !== null) download("effect.svg", "image/svg+xml", figureSvg(figure));
      }),
      button("save-png", words.figurePng, () => {
        const figure = mainFigure();
        if (figure !== null)
          void figurePng(figure).then((image) => download("effect.png", "image/png", image));
      }),
    ),
    element("h3", {}, words.replay),
    dataTable(
      words.replay,
      [words.seed, words.baseline, words.scenario],
      pairs.map(({ seed, baseline, scenario }) => [String(seed), baseline.fingerprint, scenario.fingerprint]),
    ),
  ];
}
