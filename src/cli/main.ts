// The command line, run: what happens when something is wrong, or when it is stopped.
import { CommanderError } from "commander";
import { InputError } from "../errors.ts";
import { exitCodes } from "./interruption.ts";
import { program } from "./program.ts";

/** Exit code when what was asked cannot be done as asked. */
const exitBadInput = 2;

for (const [signal, code] of Object.entries(exitCodes)) {
  process.once(signal, () => {
    process.stderr.write("\nStopped.\n");
    process.exit(code);
  });
}
process.stdout.on("error", (error: NodeJS.ErrnoException) => {
  // Whoever read the output has seen enough, as head does.
  if (error.code === "EPIPE") process.exit(0);
  throw error;
});

try {
  await program.parseAsync();
} catch (error) {
  if (error instanceof CommanderError) {
    // It has said what is wrong; asking for help is not wrong.
    process.exitCode = error.exitCode === 0 ? 0 : exitBadInput;
  } else if (error instanceof InputError) {
    process.stderr.write(`error: ${error.message}\n`);
    process.exitCode = exitBadInput;
  } else {
    throw error;
  }
}
