// Scenario files, in Node and in browsers: the entry point `eslabon/scenario-files`, apart from the core because reading YAML
// takes more code than the model.
export { parseScenario, scenarioFileVersion, type ParseOptions } from "./scenarios/files/parse.ts";
export { printScenario, type ScenarioFormat } from "./scenarios/files/print.ts";
export { scenarioFileSchema } from "./scenarios/files/json-schema.ts";
