// The command line, run, and what happens when something is wrong.
import * as nodeModule from "node:module";
import { CommanderError } from "commander";
import type { Problem } from "../errors.ts";
import { programFor } from "./program.ts";
import { setUnknownAside } from "./unknown-options.ts";

/** Exit code when what was asked cannot be done as asked. */
const exitBadInput = 2;
/** Exit code of a command that never ended, as when what it waits for is lost. */
const exitUnended = 13;

// Node from 22.1 on keeps what it has compiled; what a command loads is quicker the next time.
(nodeModule as { readonly enableCompileCache?: () => unknown }).enableCompileCache?.();

process.stdout.on("error", (error: NodeJS.ErrnoException) => {
  // Whoever read the output has seen enough, as head does.
  if (error.code === "EPIPE") process.exit(0);
  void tell(Object.assign(error, { path: "standard output" })).finally(() => process.exit());
});
// Where nothing can be said, the exit code still says that something is wrong.
process.stderr.on("error", () => undefined);

/** Ends when the command has. A promise, for what is required cannot be waited for. */
export const ended = runCommand();

async function runCommand(): Promise<void> {
  process.exitCode = exitUnended;
  const typed = process.argv.slice(2);
  const program = programFor(typed);
  const { words, unknown } = await setUnknownAside(program, typed);
  if (unknown.length > 0) {
    program.hook("preAction", async () => (await import("./input.ts")).noteUnknownOptions(unknown));
  }
  try {
    await program.parseAsync(words, { from: "user" });
    if (process.exitCode === exitUnended) process.exitCode = 0;
  } catch (error) {
    await tell(error, unknown);
  }
}

/** Says what is wrong, in words where it is the user's or the system's doing. What says it is loaded now, not before. */
async function tell(error: unknown, unknownOptions: readonly Problem[] = []): Promise<void> {
  if (error instanceof CommanderError) {
    // It has said what is wrong, but for what it did not see; asking for help is not wrong.
    process.exitCode = error.exitCode === 0 ? 0 : exitBadInput;
    if (error.exitCode !== 0 && unknownOptions.length > 0) {
      const { InputError } = await import("../errors.ts");
      process.stderr.write(`error: ${new InputError("eslabon", unknownOptions).message}\n`);
    }
    return;
  }
  const [{ InputError }, { inWords }, { asTyped }] = await Promise.all([
    import("../errors.ts"),
    import("../node/disk-errors.ts"),
    import("./command-words.ts"),
  ]);
  const told = inWords(error, "eslabon");
  if (!(told instanceof InputError)) throw told;
  process.stderr.write(`error: ${asTyped(told.message)}\n`);
  process.exitCode = exitBadInput;
}
