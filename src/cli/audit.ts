import { auditOf, treasuryEffects } from "../analysis/audit.ts";
import { simulate } from "../engine/run.ts";
import { auditReport } from "../report/audit.ts";
import { provenanceOf } from "../report/provenance.ts";
import { inputOf } from "./input.ts";
import { outputStyle, printJson, printResult } from "./output.ts";
import { studyExecutor } from "./study-run.ts";

interface AuditCommandOptions {
  readonly seed?: string;
  readonly workers?: string;
  readonly population?: string;
  readonly pack?: string;
  readonly months?: string;
  readonly patch?: boolean;
  readonly json?: boolean;
}

/** `eslabon audit <scenario>` */
export async function auditCommand(id: string, options: AuditCommandOptions): Promise<void> {
  const input = inputOf("audit");
  const scenario = input.scenario("scenario", id, input.size(options));
  const seed = input.seed("--seed", options.seed ?? "1");
  const workers = input.whole("--workers", options.workers, 0);
  input.check();
  if (scenario === undefined || seed === undefined) return;

  const run = simulate(scenario, { seed });
  const audit = auditOf(run);
  if (options.patch === true) {
    printJson(audit.patches);
    return;
  }
  const effects = await treasuryEffects(scenario, { seed }, studyExecutor(workers));
  const provenance = provenanceOf(run);
  if (options.json === true) printJson({ ...audit, treasury: effects, provenance });
  else printResult(auditReport(audit, effects, outputStyle()), provenance);
}
