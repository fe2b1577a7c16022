// The whole public API of the core; it runs in Node and in browsers.
export { InputError, type Place, type Problem } from "./errors.ts";
export type {
  DataPack,
  MiningRegion,
  PackFact,
  PackMine,
  PackParameter,
  PackProject,
  PackRegion,
  PackSupplier,
} from "./data/packs/pack.ts";
export { packs } from "./data/packs/packs.ts";
export type { CategoryColumn, CategoryParameterName } from "./data/category-columns.ts";
export type { ModelSection, ParameterNumbers, ParameterRecord } from "./data/parameter.ts";
export type { GeneralParameterName, ParameterPoint } from "./data/parameter-values.ts";
export { type ParameterName, parameters } from "./data/parameters.ts";
export { type CategoryId, categoryIds } from "./data/spend.ts";
export { scenarios } from "./scenarios/catalogue.ts";
export type { CreditDeduction, Institutions, LocalDefinition } from "./scenarios/institutions.ts";
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
  type RuleTargets,
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
export {
  type ContractKindName,
  contractKindNames,
  type GateName,
  gateNames,
  type OriginName,
  originNames,
  type QuadrantName,
  quadrantNames,
  type QualifyingGateName,
  qualifyingGateNames,
  type RiskClassName,
  riskClassNames,
} from "./agents/codes.ts";
export type { ResearchPartner } from "./agents/research.ts";
export type { InvestmentKind } from "./agents/strategy.ts";
export type { ReasonToLeave } from "./agents/supplier.ts";
export { type RestoreOptions, restoreSimulation, saveState } from "./engine/checkpoint.ts";
export { type AccountCell, type AccountMonth, type Accounts, accountsOf } from "./engine/accounts.ts";
export type { AccountFlowName } from "./engine/accounts/amounts.ts";
export type { LadderPlace } from "./engine/accounts/books.ts";
export type { SavedState } from "./engine/saved-state.ts";
export { checkInvariants, type InvariantName, type Violation } from "./engine/invariants.ts";
export type { MonthPhase } from "./engine/invariants/violations.ts";
export {
  type AccountEvent,
  type DecisionEvent,
  type EventOf,
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
  type PerMetric,
  type PhaseName,
  type ProjectStep,
  type PublicPurpose,
  type RankedBid,
  type ReasonToAbandon,
  type Run,
  type RungName,
  rungNames,
  type SimulationEvent,
  type SubcontractTerms,
  type SupplierSummary,
  type TreasuryRow,
} from "./engine/observations.ts";
export { gateReached } from "./engine/tender-events.ts";
export {
  type MonthView,
  type Observer,
  type RunOptions,
  simulate,
  type Simulation,
  startSimulation,
} from "./engine/run.ts";
export { attribute, type AttributionOptions } from "./analysis/attribution.ts";
export type {
  Attribution,
  MetricAttribution,
  PolicyInteraction,
  PolicyShare,
} from "./analysis/attribution-result.ts";
export {
  type Audit,
  auditOf,
  type JsonPatchEntry,
  type JsonPatchOperation,
  type PolicyCost,
  type RuleChange,
  type TreasuryEffect,
  treasuryEffects,
  type TreasuryOptions,
} from "./analysis/audit.ts";
export { calibrate, type CalibrationOptions } from "./analysis/calibration/calibrate.ts";
export type {
  AcceptedPoint,
  CalibratedFact,
  CalibratedParameter,
  Calibration,
  CalibrationManifest,
  FactAtPoint,
} from "./analysis/calibration/calibration.ts";
export type { CalibrationWave } from "./analysis/calibration/history-matching.ts";
export type { ParameterIdentification } from "./analysis/calibration/identification.ts";
export type { FactMoment, FittedFact } from "./analysis/calibration/implausibility.ts";
export {
  compareOver,
  type OverAccepted,
  type OverOptions,
  type ScenarioOver,
} from "./analysis/calibration/over-accepted.ts";
export type { ScreenedParameter } from "./analysis/calibration/screen.ts";
export { compare, type CompareOptions, planComparison } from "./analysis/compare.ts";
export type { ComparedScenario } from "./analysis/compared-scenarios.ts";
export {
  type Comparison,
  type ComparisonPlan,
  type DerivedEffect,
  type Effect,
  effectOf,
  type Level,
  type ShareName,
} from "./analysis/comparison.ts";
export {
  type ContractsByOrigin,
  type DiffMetric,
  diffRuns,
  type FirstDecision,
  type OneSidedEntry,
  type RunDiff,
} from "./analysis/diff.ts";
export {
  type DifferenceEstimate,
  type Estimate,
  type IntervalMethod,
  type PairedEffect,
  pairedEffect,
  type RatioEstimate,
} from "./analysis/effects.ts";
export type { ExecuteOptions, Executor, RunPlan } from "./analysis/executor.ts";
export type { FollowOptions } from "./analysis/follow-options.ts";
export type { RunTask } from "./analysis/whole-runs.ts";
export type { FactRole } from "./analysis/fact-definition.ts";
export { factsOf } from "./analysis/facts-study.ts";
export { type FactRow, facts } from "./analysis/facts.ts";
export type { FirmChange, FirmChanges, FirmOutcome } from "./analysis/firm-changes.ts";
export type { Contrast, Hypothesis } from "./analysis/hypotheses/hypothesis.ts";
export type { HypothesisScenario } from "./analysis/hypotheses/scenarios.ts";
export {
  type ContrastResult,
  hypotheses,
  type HypothesesOptions,
  type HypothesesStudy,
  type HypothesisResult,
  testHypotheses,
} from "./analysis/hypotheses/study.ts";
export type { HypothesisFinding } from "./analysis/hypotheses/decide.ts";
export type { Knob } from "./analysis/knobs/knob-list.ts";
export { type KnobOptions, type KnobResult, type KnobStudy, studyKnobs } from "./analysis/knobs/study.ts";
export type { Verdict } from "./analysis/mean-test.ts";
export { effectsOfRuns, type RunEffectOptions } from "./analysis/paired-runs.ts";
export type { Finalist, PortfolioChoice, ShadowValue } from "./analysis/portfolio/choice.ts";
export { choose, type ChooseOptions, type PolicyChoice } from "./analysis/portfolio/choose.ts";
export type { ReadingName } from "./analysis/readings.ts";
export type {
  PairIndex,
  SensitivityMethod,
  SensitivityResult,
  SobolIndices,
} from "./analysis/sensitivity/analyse.ts";
export type { SensitivityIndex } from "./analysis/sensitivity/design.ts";
export type { MorrisEffect } from "./analysis/sensitivity/morris.ts";
export type { SensitivityOptions } from "./analysis/sensitivity/options.ts";
export { sensitivity, type SensitivityStudy } from "./analysis/sensitivity/study.ts";
export { compareUntil, type UntilEffect, type UntilOptions, type UntilResult } from "./analysis/until.ts";
export type { RunReduction, Window } from "./analysis/window.ts";
