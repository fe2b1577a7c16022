// The catalogue's scenarios that the page offers as a start. English titles are the catalogue's own, said again here because
// asking it for one makes and checks the whole scenario.

/** Title of each in both languages, by its id in the catalogue. */
export const startTitles = {
  "institutionalisation-package": {
    en: "Institutionalisation package",
    es: "Paquete de instituciones",
  },
  "entry-package": {
    en: "Entry package",
    es: "Paquete de entrada",
  },
  "innovation-package": {
    en: "Innovation package",
    es: "Paquete de innovación",
  },
  "full-package": {
    en: "All three packages",
    es: "Los tres paquetes",
  },
  "full-package-with-rule": {
    en: "All three packages, with a local-content rule",
    es: "Los tres paquetes, con regla de contenido local",
  },
  "rd-credit-2019": {
    en: "R&D credit, law in force from 2020",
    es: "Crédito a la I+D, ley vigente desde 2020",
  },
  "rd-credit-2023": {
    en: "R&D credit, law of 2023 to 2028",
    es: "Crédito a la I+D, ley de 2023 a 2028",
  },
  "rd-credit-refundable": {
    en: "R&D credit of 2023, refundable",
    es: "Crédito a la I+D de 2023, reembolsable",
  },
  "local-content-owned": {
    en: "Local-content rule, Peruvian-owned",
    es: "Contenido local: propiedad peruana",
  },
  "local-content-invoicing": {
    en: "Local-content rule, invoicing in Peru",
    es: "Contenido local: facturar en el Perú",
  },
  "local-content-reserved": {
    en: "Local-content rule, a fifth of lots reserved",
    es: "Contenido local: un quinto de lotes reservados",
  },
  "local-content-weak": {
    en: "Local-content rule, weakly enforced",
    es: "Contenido local, poco fiscalizado",
  },
} as const;

/** Id of a scenario of the catalogue that the page offers as a start. */
export type StartId = keyof typeof startTitles;
export const startIds = Object.keys(startTitles) as readonly StartId[];
