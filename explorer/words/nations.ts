// What a country of the page's data packs and its people are called. English words are the pack's own. The model and the
// catalogue speak of Peru: what they say is said of a country here.
import { packs } from "../../src/index.ts";
import { originWords, saidOf } from "../../src/report/words.ts";
import type { Language } from "./language.ts";
import { firstStudy } from "../study.ts";

/** A country in the words of a language. */
export interface Nation {
  /** In Spanish with its article, where it has one. */
  readonly country: string;
  /** Its people; in Spanish without the ending, as `peruan` of `peruana` and `peruano`. */
  readonly people: string;
  readonly pack: string;
  readonly neighbours: string;
  /** What must be said of a country that the policies were not written for; empty where there is nothing. */
  readonly note: string;
}

interface Told {
  readonly es: Nation;
  readonly noteEn: string;
}

const nations: Readonly<Record<string, Told>> = {
  "peru-2017": {
    noteEn: "",
    es: {
      country: "el Perú",
      people: "peruan",
      pack: "Perú, 2017",
      neighbours: "Filiales chilenas",
      note: "",
    },
  },
  chile: {
    noteEn:
      "The policies are those of a study of Peru and keep their names there, tried here on Chile’s suppliers. Its mines are stand-ins with Peru’s relative sizes, and no project starts.",
    es: {
      country: "Chile",
      people: "chilen",
      pack: "Chile, hacia 2017",
      neighbours: "Filiales de países vecinos",
      note: "Las políticas son las de un estudio sobre el Perú y conservan sus nombres de allá; aquí se prueban con los proveedores de Chile. Sus minas son sustitutas con los tamaños relativos de las del Perú, y ningún proyecto empieza.",
    },
  },
};

/** A data pack's country in words; the usual one for a pack that the page does not know. */
export function nationOf(pack: string, language: Language): Nation {
  const id = Object.hasOwn(nations, pack) ? pack : firstStudy.pack;
  const { es, noteEn } = nations[id];
  if (language === "es") return es;
  const { country, demonym, title } = packs[id];
  return { country, people: demonym, pack: title, neighbours: originWords("chilean", demonym), note: noteEn };
}

/** A text that speaks of Peru, as it is said of a data pack's country. */
export function saidIn(text: string, pack: string, language: Language): string {
  const { country, people } = nationOf(pack, language);
  return language === "en"
    ? saidOf({ country, demonym: people }, text)
    : text.replaceAll("el Perú", country).replace(/peruan(?=[oa])/g, people);
}
