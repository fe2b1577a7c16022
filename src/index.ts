// The whole public API of the core; it runs in Node and in browsers.
export type { ContractKindName, GateName, OriginName, QuadrantName, RiskClassName } from "./agents/codes.ts";
export type { ReasonToLeave } from "./agents/supplier.ts";
export { compare, type CompareOptions } from "./analysis/compare.ts";
export {
  effectOf,
  type ComparedScenario,
  type Comparison,
  type DerivedEffect,
  type Effect,
  type Level,
} from "./analysis/comparison.ts";
export type { IntervalMethod, PairedEffect, RatioEstimate } from "./analysis/effects.ts";
export type { ExecuteOptions, Executor, RunPlan, RunTask } from "./analysis/executor.ts";
export { facts, type FactRow } from "./analysis/facts.ts";
export type { FactRole } from "./analysis/fact-definitions.ts";
export { effectsOfRuns, type RunEffectOptions } from "./analysis/paired-runs.ts";
export { compareUntil, type UntilEffect, type UntilOptions, type UntilResult } from "./analysis/until.ts";
export type { RunReduction, Window } from "./analysis/window.ts";
export type {
  DataPack,
  PackFact,
  PackMine,
  PackParameter,
  PackProject,
  PackSupplier,
} from "./data/packs/pack.ts";
export { packs } from "./data/packs/packs.ts";
export type { ParameterRecord } from "./data/parameter.ts";
export { parameters, type ParameterName } from "./data/parameters.ts";
export {
  metricNames,
  metrics,
  type EventType,
  type Funnel,
  type FunnelRow,
  type LadderRow,
  type LadderTables,
  type Manifest,
  type MetricDefinition,
  type MetricKind,
  type MetricName,
  type RankedBid,
  type RungName,
  type Run,
  type SimulationEvent,
  type SupplierSummary,
  type TreasuryRow,
} from "./engine/observations.ts";
export { restoreSimulation, saveState, type RestoreOptions, type SavedState } from "./engine/checkpoint.ts";
export { checkInvariants, type InvariantName, type Violation } from "./engine/invariants.ts";
export {
  simulate,
  startSimulation,
  type MonthView,
  type Observer,
  type RunOptions,
  type Simulation,
} from "./engine/run.ts";
export { InputError, type Place, type Problem } from "./errors.ts";
export { scenarios } from "./scenarios/catalogue.ts";
export type { Institutions } from "./scenarios/institutions.ts";
export { policies, type PolicyId } from "./scenarios/policies.ts";
export {
  definePolicy,
  type LegalForm,
  type Mutable,
  type Pillar,
  type Policy,
  type PolicyDefinition,
  type PolicyInForce,
  type PolicyPatch,
  type Recipe,
  type RulePatch,
} from "./scenarios/policy.ts";
export type {
  CatalogueRequest,
  OwnPolicyRequest,
  PlainRequest,
  PolicyRequest,
  PolicyTiming,
  SettingsOf,
} from "./scenarios/policy-request.ts";
export { defineScenario, type Scenario, type ScenarioInput } from "./scenarios/scenario.ts";
export type {
  CopperPriceShock,
  GovernmentShock,
  ProjectShock,
  Shock,
  SupplierExitShock,
} from "./scenarios/shocks.ts";
export { variantOf } from "./scenarios/variant.ts";
export {
  auditOf,
  treasuryEffects,
  type Audit,
  type JsonPatchEntry,
  type PolicyCost,
  type RuleChange,
  type TreasuryEffect,
} from "./analysis/audit.ts";
export { attribute, type Attribution, type AttributionOptions } from "./analysis/attribution.ts";
export { calibrate, type CalibrationOptions } from "./analysis/calibration/calibrate.ts";
export type { AcceptedPoint, Calibration } from "./analysis/calibration/calibration.ts";
export { compareOver, type OverAccepted } from "./analysis/calibration/over-accepted.ts";
export { planComparison } from "./analysis/compare.ts";
export { studyKnobs, type KnobOptions, type KnobStudy } from "./analysis/knobs/study.ts";
export { choose, type ChooseOptions, type PolicyChoice } from "./analysis/portfolio/choose.ts";
export { sensitivity, type SensitivityOptions, type SensitivityStudy } from "./analysis/sensitivity/study.ts";
export { diffRuns, type RunDiff } from "./analysis/diff.ts";
export { factsOf } from "./analysis/facts-study.ts";
export {
  hypotheses,
  testHypotheses,
  type HypothesesOptions,
  type HypothesesStudy,
} from "./analysis/hypotheses/study.ts";
