import type { ExternalRecord } from "./record.ts";

/** Estimates of other studies. */
export const literatureFigures: readonly ExternalRecord[] = [
  {
    id: "LI001",
    topic: "literature",
    description: "R&D tax incentives: 10% lower user cost raises R&D expenditure flow by",
    value: 2.1,
    unit: "%",
    year: "2015",
    source: "CPB Discussion Paper 309, meta-analysis",
    url: "http://www.cpb.nl/en/publication/more-r-and-d-with-tax-incentives-a-meta-analysis",
    confidence: "high",
  },
  {
    id: "LI004",
    topic: "literature",
    description: "R&D support (credit or grant): additional private R&D per public dollar",
    value: 0.075,
    unit: "US$ per US$",
    year: "2022",
    source: "Dimos et al., meta-regression",
    url: "https://researchportal.bath.ac.uk/en/publications/the-relative-effectiveness-of-rampd-tax-credits-and-rampd-subsidi",
    confidence: "high",
  },
];
