// The whole public API of the core; it runs in Node and in browsers.
export { compare, type CompareOptions } from "./analysis/compare.ts";
export {
  effectOf,
  type ComparedScenario,
  type Comparison,
  type DerivedEffect,
  type Effect,
  type Level,
} from "./analysis/comparison.ts";
export type { PairedEffect, RatioEstimate } from "./analysis/effects.ts";
export { facts, type FactRow } from "./analysis/facts.ts";
export type { FactRole } from "./analysis/fact-definitions.ts";
export type { Window } from "./analysis/window.ts";
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
  type Pillar,
  type Policy,
  type PolicyDefinition,
  type PolicyInForce,
  type PolicyPatch,
  type Recipe,
} from "./scenarios/policy.ts";
export type { PolicyRequest } from "./scenarios/policy-request.ts";
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
