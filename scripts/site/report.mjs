// The report that the documentation shows: four packages on a small country, so that it takes a minute.
const packages = ["institutionalisation-package", "entry-package", "innovation-package", "full-package"];

/** Words for Node that write the report to a file. */
export function report(file) {
  return ["dist/cli.cjs", "report", ...packages, "--population", "200", "--seeds", "20", "--out", file];
}
