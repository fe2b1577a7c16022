// A calibration as a page of the docs.
import type { Calibration } from "../analysis/calibration/calibration.ts";
import { calibrationSentences, factCells, parameterCells } from "./calibration.ts";
import { evidencePage, markdownTable } from "./evidence-page.ts";
import { percent } from "./numbers.ts";

/** The page, written by a command. */
export function calibrationPage(calibration: Calibration, command: string): string {
  const { manifest, waves, parameters, facts } = calibration;
  return evidencePage("What the facts leave possible", { ...manifest, command }, [
    "Parameters that are assumptions are varied over their ranges, and points are ruled out wherever a fitted fact lies further than three standard deviations from its target: history matching, which gives a set of models and not one. Each wave runs points that an emulator of all runs so far cannot rule out. Every point has the same seeds.",
    ...calibrationSentences(calibration),
    markdownTable(
      ["Wave", "Space not ruled out before it", "Points", "Accepted"],
      waves.map((wave, i) => [`${i + 1}`, percent(wave.spaceLeft, 1), `${wave.points}`, `${wave.accepted}`]),
    ),
    "## Parameters",
    "A parameter is settled when the accepted points lie otherwise in its range than chance would put them (Kolmogorov-Smirnov distance, at 5 % for all parameters together).",
    markdownTable(
      ["Parameter", "Default", "Range", "Accepted, middle 90 %", "Range lost", "Settled by the facts"],
      parameters.map(parameterCells),
    ),
    "## Facts",
    markdownTable(
      ["Fact", "Use", "Target", "Default", "Best point", "Accepted points", "Inside in"],
      facts.map(factCells),
    ),
  ]);
}
