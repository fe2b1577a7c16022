// The commands that show results as pages and figures.
import type { Command } from "commander";
import { common, replaced } from "./common-options.ts";

/** Adds the commands to the program. */
export function addReportCommands(program: Command): void {
  program
    .command("report")
    .summary("write a comparison as one page with figures")
    .description(
      "Compares scenarios with the baseline, seed by seed, and writes one HTML file that needs no network; its figures too, if asked. With --from it makes no runs.",
    )
    .argument("[scenarios...]", "ids of scenarios (eslabon scenarios lists them), or files")
    .option("--out <file>", `the page; ${replaced}`, "report.html")
    .option(
      "--figures <folder>",
      "also write each figure as SVG, PNG and CSV, with scenario files and a manifest",
    )
    .option("--from <path>", "what eslabon compare --json printed, or the folder of a finished study")
    .option("--again", "with --from: make its runs again, for the figures that need them")
    .option("--focus <ids>", "up to three scenarios to show in detail (default: those that add most)")
    .option("--attribute", "share the effect of each package out among its policies; takes many more runs")
    .option("--baseline <id>", "scenario that the others are compared with (default: baseline)")
    .option(common.seeds[0], `${common.seeds[1]} (default: 10)`)
    .option(...common.window)
    .option("--confidence <share>", "confidence of the intervals (default: 0.95)")
    .option(...common.population)
    .option(...common.pack)
    .option(...common.months)
    .option(...common.workers)
    .option(...common.cache)
    .action(async (ids: string[], options: object) =>
      (await import("./report.ts")).reportCommand(ids, options),
    );

  program
    .command("explore")
    .summary("serve the explorer, a page that runs the model in the browser")
    .description(
      "Serves the explorer to browsers of this machine and prints its address, until Ctrl-C; the page opens from disk as well.",
    )
    .option("--port <port>", "port of 127.0.0.1 (default: one that is free)")
    .option("--print-path", "print where the page lies on disk, and serve nothing")
    .action(async (options: object) => (await import("./explore.ts")).exploreCommand(options));
}
