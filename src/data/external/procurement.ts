import type { ExternalRecord } from "./record.ts";

/** What mines buy. */
export const procurementFigures: readonly ExternalRecord[] = [
  {
    id: "PC012",
    topic: "procurement",
    description: "Mining purchases from suppliers in Peru",
    value: 10400,
    unit: "US$ million",
    year: "2019",
    source: "Gestion, IIMP estimate",
    url: "https://gestion.pe/economia/este-ano-compras-de-mineria-a-proveedores-nacionales-llegarian-a-us-10300-millones-noticia/",
    confidence: "high",
  },
];
