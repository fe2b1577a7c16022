// A study as plain data, for manifests, plans and workers: with everything that it names, so that no other file is needed.
import { defineStudy, type Study } from "../../analysis/study/study.ts";
import { InputError } from "../../errors.ts";
import { recordOf, scenarioOf, type ScenarioRecord } from "../../scenarios/scenario-record.ts";

/** A study without code. */
export interface StudyRecord extends Omit<Study, "scenarios"> {
  readonly scenarios: readonly ScenarioRecord[];
}

/** What it takes to make a study again elsewhere. */
export function studyRecordOf(study: Study): StudyRecord {
  return { ...study, scenarios: study.scenarios.map(recordOf) };
}

/**
 * The study of a record.
 *
 * @throws InputError when it is not whole, or its content does not give the record's hash.
 */
export function studyOfRecord({ hash, scenarios, ...rest }: StudyRecord): Study {
  const study = defineStudy({ ...rest, hash, scenarios: scenarios.map(scenarioOf) });
  if (study.hash !== hash) {
    const expected = `${hash}, the hash that the record names`;
    throw new InputError(`study "${study.id}"`, [{ path: "hash", value: study.hash, expected }]);
  }
  return study;
}
