// The R&D credit's laws are Peru's. Where another country's data are used, whose own credit is the baseline's, that is said of them.
import { firstStudy } from "../study.ts";
import type { Language } from "./language.ts";
import type { StartId } from "./start-titles.ts";

/** Starts that put a law of Peru in the place of the country's own. */
export const legislatedStarts: readonly StartId[] = [
  "rd-credit-2019",
  "rd-credit-2023",
  "rd-credit-refundable",
];

interface LawWords {
  /** Behind the title of a start. */
  readonly start: string;
  /** Meaning of the credit's setting `form`. */
  readonly form: string;
  readonly options: Readonly<Record<string, string>>;
}

const elsewhere: Readonly<Record<Language, LawWords>> = {
  en: {
    start: " (Peru’s law)",
    form: "form of the law, which holds whole from its first month: the country’s own, or Peru’s by what may be deducted beyond the expense for R&D in the country and abroad: 2019 for small firms 115 % and 75 %, 2023 for small firms 140 % and 90 % and for others 90 % and 60 %; none abolishes the credit",
    options: {
      "2016": "the country’s own",
      "2019": "Peru’s law of 2019",
      "2023": "Peru’s law of 2023",
      none: "none",
    },
  },
  es: {
    start: " (ley del Perú)",
    form: "forma de la ley, que rige entera desde su primer mes: la propia del país, o la del Perú según lo que se deduce además del gasto en I+D en el país y en el extranjero: 2019 empresas pequeñas 115 % y 75 %, 2023 empresas pequeñas 140 % y 90 %, las demás 90 % y 60 %; sin ley no hay crédito",
    options: {
      "2016": "la propia del país",
      "2019": "ley peruana de 2019",
      "2023": "ley peruana de 2023",
      none: "sin ley",
    },
  },
};

/** What the laws are called in a data pack's country; null in Peru. */
export function lawWords(pack: string, language: Language): LawWords | null {
  return pack === firstStudy.pack ? null : elsewhere[language];
}
