import type { MetricName } from "../engine/observations.ts";

/** What progress, sentences and first tables are about: local value net of what rules and preferences cost the buyers. */
export const mainMetric = "localValueNetUsd" satisfies MetricName;
