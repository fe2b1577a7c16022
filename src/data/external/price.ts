import type { ExternalRecord } from "./record.ts";

/** The copper price. */
export const priceFigures: readonly ExternalRecord[] = [
  {
    id: "PR038",
    topic: "price",
    description: "Copper annual average (mean of 12 monthly averages)",
    value: 6170,
    unit: "US$/t",
    year: "2017",
    source:
      "IMF monthly copper price (LME cash) in datasets/commodity-prices, data/commodity-prices_v2.csv, commit 6df9fa4 (column mislabelled 'Hard Logs'); mean computed here",
    url: "https://github.com/datasets/commodity-prices",
    confidence: "high",
  },
  {
    id: "PR047",
    topic: "price",
    description: "Standard deviation of monthly log returns (monthly averages)",
    value: 0.0643,
    unit: "per month",
    year: "2004-01 to 2025-09",
    source:
      "IMF monthly copper price in datasets/commodity-prices, data/commodity-prices_v2.csv, commit 6df9fa4 (column mislabelled 'Hard Logs'); statistic computed here",
    url: "https://github.com/datasets/commodity-prices",
    confidence: "high",
  },
  {
    id: "PR048",
    topic: "price",
    description: "Standard deviation of monthly log returns (monthly averages)",
    value: 0.0449,
    unit: "per month",
    year: "2017-01 to 2025-09",
    source:
      "IMF monthly copper price in datasets/commodity-prices, data/commodity-prices_v2.csv, commit 6df9fa4 (column mislabelled 'Hard Logs'); statistic computed here",
    url: "https://github.com/datasets/commodity-prices",
    confidence: "high",
  },
  {
    id: "PR051",
    topic: "price",
    description: "First-order autocorrelation of monthly log returns",
    value: 0.383,
    unit: "correlation",
    year: "2004-01 to 2025-09",
    source:
      "IMF monthly copper price in datasets/commodity-prices, data/commodity-prices_v2.csv, commit 6df9fa4 (column mislabelled 'Hard Logs'); statistic computed here",
    url: "https://github.com/datasets/commodity-prices",
    confidence: "high",
  },
  {
    id: "PR053",
    topic: "price",
    description: "AR(1) coefficient of the monthly log price (standard error 0.0123)",
    value: 0.9644,
    unit: "per month",
    year: "2004-01 to 2025-09",
    source:
      "IMF monthly copper price in datasets/commodity-prices, data/commodity-prices_v2.csv, commit 6df9fa4 (column mislabelled 'Hard Logs'); statistic computed here",
    url: "https://github.com/datasets/commodity-prices",
    confidence: "high",
  },
  {
    id: "PR054",
    topic: "price",
    description: "Half-life of a deviation implied by that AR(1); nominal",
    value: 19.1,
    unit: "months",
    year: "2004-01 to 2025-09",
    source:
      "IMF monthly copper price in datasets/commodity-prices, data/commodity-prices_v2.csv, commit 6df9fa4 (column mislabelled 'Hard Logs'); statistic computed here",
    url: "https://github.com/datasets/commodity-prices",
    confidence: "high",
  },
  {
    id: "PR057",
    topic: "price",
    description: "Long-run mean of the nominal price implied by the AR(1)",
    value: 7628,
    unit: "US$/t",
    year: "2004-01 to 2025-09",
    source:
      "IMF monthly copper price in datasets/commodity-prices, data/commodity-prices_v2.csv, commit 6df9fa4 (column mislabelled 'Hard Logs'); statistic computed here",
    url: "https://github.com/datasets/commodity-prices",
    confidence: "high",
  },
  {
    id: "PR052",
    topic: "price",
    description: "First-order autocorrelation of monthly log returns",
    value: 0.235,
    unit: "correlation",
    year: "2017-01 to 2025-09",
    source:
      "IMF monthly copper price in datasets/commodity-prices, data/commodity-prices_v2.csv, commit 6df9fa4 (column mislabelled 'Hard Logs'); statistic computed here",
    url: "https://github.com/datasets/commodity-prices",
    confidence: "high",
  },
];
