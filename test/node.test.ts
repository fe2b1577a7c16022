import { describe, expect, it } from "vitest";
import * as node from "../src/node.ts";

describe("the entry point eslabon/node", () => {
  it("has these names and no others", () => {
    expect(Object.keys(node).toSorted()).toEqual([
      "cachingExecutor",
      "compareOnWorkers",
      "defineStudy",
      "executorOn",
      "exportRuns",
      "exportStudy",
      "layoutOf",
      "mergeStudies",
      "parseStudy",
      "rangeOfShard",
      "readPackFolder",
      "readScenarioFile",
      "readStudyFile",
      "replayRun",
      "resumeStudy",
      "runStudy",
      "studyFileSchema",
      "studyFileVersion",
      "writePackFolder",
    ]);
  });
});
