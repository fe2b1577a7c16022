// The command line, run, and what happens when something is wrong.
import { CommanderError } from "commander";
import { InputError } from "../errors.ts";
import { inWords } from "../node/disk-errors.ts";
import { program } from "./program.ts";

/** Exit code when what was asked cannot be done as asked. */
const exitBadInput = 2;

process.stdout.on("error", (error: NodeJS.ErrnoException) => {
  // Whoever read the output has seen enough, as head does.
  if (error.code === "EPIPE") process.exit(0);
  tell(Object.assign(error, { path: "standard output" }));
  process.exit();
});
// Where nothing can be said, the exit code still says that something is wrong.
process.stderr.on("error", () => undefined);

try {
  await program.parseAsync();
} catch (error) {
  tell(error);
}

/** Says what is wrong, in words where it is the user's or the system's doing. */
function tell(error: unknown): void {
  const told = inWords(error, "eslabon");
  if (told instanceof CommanderError) {
    // It has said what is wrong; asking for help is not wrong.
    process.exitCode = told.exitCode === 0 ? 0 : exitBadInput;
  } else if (told instanceof InputError) {
    process.stderr.write(`error: ${told.message}\n`);
    process.exitCode = exitBadInput;
  } else {
    throw told;
  }
}
