// The whole public API of the core; it runs in Node and in browsers.
export { InputError, type Place, type Problem } from "./errors.ts";
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
export { type ParameterName, parameters } from "./data/parameters.ts";
export { scenarios } from "./scenarios/catalogue.ts";
export type { Institutions } from "./scenarios/institutions.ts";
export { policies, type PolicyId } from "./scenarios/policies.ts";
export type {
  CatalogueRequest,
  OwnPolicyRequest,
  PlainRequest,
  PolicyRequest,
  PolicyTiming,
  SettingsOf,
} from "./scenarios/policy-request.ts";
export {
  definePolicy,
  lower,
  raise,
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
export { defineScenario, type Scenario, type ScenarioInput } from "./scenarios/scenario.ts";
export type {
  CopperPriceShock,
  GovernmentShock,
  ProjectShock,
  Shock,
  SupplierExitShock,
} from "./scenarios/shocks.ts";
export { variantOf } from "./scenarios/variant.ts";
export type { ContractKindName, GateName, OriginName, QuadrantName, RiskClassName } from "./agents/codes.ts";
export type { ReasonToLeave } from "./agents/supplier.ts";
export { type RestoreOptions, restoreSimulation, type SavedState, saveState } from "./engine/checkpoint.ts";
export { type AccountCell, type AccountMonth, type Accounts, accountsOf } from "./engine/accounts.ts";
export type { AccountFlowName } from "./engine/accounts/amounts.ts";
export type { LadderPlace } from "./engine/accounts/books.ts";
export { checkInvariants, type InvariantName, type Violation } from "./engine/invariants.ts";
export {
  type AccountEvent,
  type EventType,
  type Funnel,
  type FunnelRow,
  type LadderRow,
  type LadderTables,
  type Manifest,
  type MetricDefinition,
  type MetricKind,
  type MetricName,
  metricNames,
  metrics,
  type PublicPurpose,
  type RankedBid,
  type Run,
  type RungName,
  type SimulationEvent,
  type SubcontractTerms,
  type SupplierSummary,
  type TreasuryRow,
} from "./engine/observations.ts";
export {
  type MonthView,
  type Observer,
  type RunOptions,
  simulate,
  type Simulation,
  startSimulation,
} from "./engine/run.ts";
export { attribute, type Attribution, type AttributionOptions } from "./analysis/attribution.ts";
export {
  type Audit,
  auditOf,
  type JsonPatchEntry,
  type PolicyCost,
  type RuleChange,
  type TreasuryEffect,
  treasuryEffects,
} from "./analysis/audit.ts";
export { calibrate, type CalibrationOptions } from "./analysis/calibration/calibrate.ts";
export type { AcceptedPoint, Calibration } from "./analysis/calibration/calibration.ts";
export { compareOver, type OverAccepted } from "./analysis/calibration/over-accepted.ts";
export { compare, type CompareOptions, planComparison } from "./analysis/compare.ts";
export type { ComparedScenario } from "./analysis/compared-scenarios.ts";
export {
  type Comparison,
  type DerivedEffect,
  type Effect,
  effectOf,
  type Level,
} from "./analysis/comparison.ts";
export { diffRuns, type RunDiff } from "./analysis/diff.ts";
export {
  type IntervalMethod,
  type PairedEffect,
  pairedEffect,
  type RatioEstimate,
} from "./analysis/effects.ts";
export type { ExecuteOptions, Executor, FollowOptions, RunPlan } from "./analysis/executor.ts";
export type { RunTask } from "./analysis/whole-runs.ts";
export type { FactRole } from "./analysis/fact-definition.ts";
export { factsOf } from "./analysis/facts-study.ts";
export { type FactRow, facts } from "./analysis/facts.ts";
export {
  hypotheses,
  type HypothesesOptions,
  type HypothesesStudy,
  testHypotheses,
} from "./analysis/hypotheses/study.ts";
export { type KnobOptions, type KnobStudy, studyKnobs } from "./analysis/knobs/study.ts";
export { effectsOfRuns, type RunEffectOptions } from "./analysis/paired-runs.ts";
export { choose, type ChooseOptions, type PolicyChoice } from "./analysis/portfolio/choose.ts";
export type { SensitivityOptions } from "./analysis/sensitivity/options.ts";
export { sensitivity, type SensitivityStudy } from "./analysis/sensitivity/study.ts";
export { compareUntil, type UntilEffect, type UntilOptions, type UntilResult } from "./analysis/until.ts";
export type { RunReduction, Window } from "./analysis/window.ts";
