import type { ExternalRecord } from "./record.ts";

/** Copper output of the country. */
export const outputFigures: readonly ExternalRecord[] = [
  {
    id: "OU004",
    topic: "output",
    description: "Peru copper output",
    value: 2446,
    unit: "kt",
    year: "2017",
    source: "MINEM via Grupo Propuesta Ciudadana",
    url: "https://extractivas.propuestaciudadana.org.pe/reporte-2023/cuadro/volumen-de-la-produccion-de-los-principales-minerales-2010-2021",
    confidence: "high",
  },
  {
    id: "OU010",
    topic: "output",
    description: "Peru copper output",
    value: 2755.066,
    unit: "kt",
    year: "2023",
    source: "SNMPE monthly bulletin December 2023",
    url: "https://issuu.com./sociedadmineroenergetica/docs/boletin-estadistico-mensual-mineria-diciembre-2023",
    confidence: "high",
  },
];
