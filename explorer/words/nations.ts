// What a country of the page's data packs and its people are called: the model says Peruvian of every country's own.
import { firstStudy } from "../study.ts";

/** A country in words. */
export interface Nation {
  readonly en: {
    readonly country: string;
    readonly people: string;
    readonly pack: string;
    readonly neighbours: string;
  };
  readonly es: {
    /** With its article, where it has one. */
    readonly country: string;
    /** Its people without the ending, as `peruan` of `peruana` and `peruano`. */
    readonly people: string;
    readonly pack: string;
    readonly neighbours: string;
  };
}

const nations: Readonly<Record<string, Nation>> = {
  "peru-2017": {
    en: { country: "Peru", people: "Peruvian", pack: "Peru, 2017", neighbours: "Chilean subsidiaries" },
    es: { country: "el Perú", people: "peruan", pack: "Perú, 2017", neighbours: "Filiales chilenas" },
  },
  chile: {
    en: {
      country: "Chile",
      people: "Chilean",
      pack: "Chile, about 2017",
      neighbours: "Neighbours’ subsidiaries",
    },
    es: {
      country: "Chile",
      people: "chilen",
      pack: "Chile, hacia 2017",
      neighbours: "Filiales de países vecinos",
    },
  },
};

/** Words of a data pack's country; of the usual one for a pack that the page does not know. */
export function nationOf(pack: string): Nation {
  return Object.hasOwn(nations, pack) ? nations[pack] : nations[firstStudy.pack];
}
