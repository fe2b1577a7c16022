import { mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { eslabon, eslabonHere } from "./eslabon.ts";

/** Words after `eslabon`, and lines of the message. */
const wrong: readonly (readonly [string, readonly string[]])[] = [
  ["compre", ["error: unknown command 'compre'", "(Did you mean compare?)"]],
  ["--seed 3", ["error: unknown option '--seed'"]],
  [
    "compare --seed=1 --workers two --scenario basline,testing-centre -x",
    [
      "error: eslabon compare: 6 problems",
      '  - found "--seed", expected an option of the command (eslabon compare --help lists them); did you mean "--seeds"?',
      '  - found "--scenario", expected an option of the command (eslabon compare --help lists them); did you mean "--scenarios"?',
      '  - found "-x", expected an option of the command (eslabon compare --help lists them)',
      '  - --seeds: found "1", expected a whole number of at least 2',
      '  - --workers: found "two", expected a whole number of at least 0',
      '  - --scenarios: found "basline", expected a scenario of the catalogue (eslabon scenarios lists them), or a file; did you mean "baseline"?',
    ],
  ],
  ["run", ["error: missing required argument 'scenario'"]],
  ["run baseline extra", ["error: too many arguments for 'run'. Expected 1 argument but got 2."]],
  [
    "run basline",
    [
      '  - scenario: found "basline", expected a scenario of the catalogue (eslabon scenarios lists them), or a file; did you mean "baseline"?',
    ],
  ],
  [
    "run __proto__",
    [
      '  - scenario: found "__proto__", expected a scenario of the catalogue (eslabon scenarios lists them), or a file',
    ],
  ],
  ["run baseline --pack nowhere/perú", ['  - --pack: found "nowhere/perú", expected a folder that exists']],
  [
    "compare --seeds ten --scenarios baseline,testing-center --window 5 --metrics spendUSD --confidence 95",
    [
      "error: eslabon compare: 5 problems",
      '  - --seeds: found "ten", expected a whole number of at least 2',
      '  - --scenarios: found "testing-center", expected a scenario of the catalogue (eslabon scenarios lists them), or a file; did you mean "testing-centre"?',
      '  - --window: found "5", expected months as from:to, the last not counted, as 24:180',
      '  - --metrics: found "spendUSD", expected the name of a metric; did you mean "spendUsd"?',
      '  - --confidence: found "95", expected a number between 0 and 1, as 0.95',
    ],
  ],
  [
    "compare --scenarios baseline,scholarships --window 200:300",
    [
      '  - --window: found "200:300", expected from:to, from being a whole month from 0 to 179; the horizon is 180 months',
      '  - --window: found "200:300", expected from:to, to being a whole month from 1 to 180',
    ],
  ],
  [
    "compare --scenarios baseline",
    [
      '  - --scenarios: found "baseline", expected at least one scenario beside the baseline "baseline", by commas',
    ],
  ],
  [
    "compare --scenarios scholarships,scholarships",
    ['  - --scenarios: found "scholarships", expected each scenario once, by an id of its own'],
  ],
  [
    "facts --months 10 --seeds 0",
    [
      "error: eslabon facts: 2 problems",
      '  - --seeds: found "0", expected a whole number of at least 1',
      "  - --months: found 10, expected at least 36 months: the facts are of 2017 to 2019",
    ],
  ],
  ["compare --seeds 1", ['  - --seeds: found "1", expected a whole number of at least 2']],
  [
    "compare --until 1e6 --seeds 9 --bootstrap --over set.json --points 3",
    [
      "error: eslabon compare: 4 problems",
      '  - found "--until --bootstrap", expected one of them: the rule that stops runs has its own intervals',
      '  - found "--until --seeds", expected one of them: the rule finds the number of seeds',
      '  - --over: found "set.json", expected a file that eslabon calibrate wrote',
      '  - found "--over", expected --over without --until and --bootstrap',
    ],
  ],
  [
    "compare --points 3 --most-seeds 40",
    ["expected --points beside --over only", "expected --most-seeds beside --until only"],
  ],
  [
    "compare --bootstrap --seeds 5 --metrics spendUsdd",
    [
      "error: eslabon compare: 2 problems",
      '  - --metrics: found "spendUsdd", expected the name of a metric; did you mean "spendUsd"?',
      "  - --seeds: found 5, expected at least 6 for a bootstrap of this confidence",
    ],
  ],
  ["compare --workers -1", ['found "-1", expected a whole number of at least 0']],
  ["run baseline --population 10", ["  - --population: found 10, expected at least 50"]],
  [
    "run testing-centre --months 12",
    ["  - --months: found 12, expected more than 24 months: a policy of testing-centre starts then"],
  ],
  ["run baseline --json --events", ['found "--json --events", expected one of --json and --events']],
  [
    "funnel baseline --category capital --origin peru",
    [
      '  - --category: found "capital", expected a category of Table A1; did you mean "capital-equipment"?',
      '  - --origin: found "peru", expected one of: global, chilean, peruvian; did you mean "peruvian"?',
    ],
  ],
  [
    "compare --scenarios council --metrics bids,spendUsd --over missing.json",
    [
      "error: eslabon compare: 2 problems",
      '  - --metrics: found "bids,spendUsd", expected one metric beside --over',
      '  - --over: found "missing.json", expected a file that eslabon calibrate wrote',
    ],
  ],
  [
    "sensitivity baseline --metric bids,spendUsd --second --replicates 3",
    [
      "error: eslabon sensitivity: 3 problems",
      '  - --metric: found "bids,spendUsd", expected the name of a metric',
      '  - found "--replicates", expected --replicates beside --method sobol or shapley only',
      '  - found "--second", expected --second beside --method sobol only',
    ],
  ],
  ["choose --budget 5e6 --points 3", ['found "--points", expected --points beside --over only']],
  [
    "calibrate --parameters caution --keep 3 --trajectories 5",
    [
      "error: eslabon calibrate: 2 problems",
      '  - found "--keep", expected --keep without --parameters only',
      '  - found "--trajectories", expected --trajectories without --parameters only',
    ],
  ],
  [
    "calibrate --seeds 1 --out package.json/set.json --page src",
    [
      "error: eslabon calibrate: 3 problems",
      '  - --out: found "package.json/set.json", expected a folder, where a file stands',
      '  - --page: found "src", expected the name of a file, not of a folder or a device',
    ],
  ],
  ...["choose --budget 5e6 --page src", "knobs --out src", "hypotheses --out src", "facts --out src"].map(
    (words) => [words, ['found "src", expected the name of a file, not of a folder or a device']] as const,
  ),
  [
    "compare --scenarios scholarships --metrics spendUsd,bid_s,spendUsd,peruvianBids,peruvianBids --until 0",
    [
      "error: eslabon compare: 4 problems",
      '  - --metrics: found "bid_s", expected the name of a metric',
      '  - --metrics: found "spendUsd", expected each name once',
      '  - --metrics: found "peruvianBids", expected each name once',
      '  - --until: found "0", expected a half-width above 0',
    ],
  ],
  [
    "compare --scenarios scholarships --until 1e400",
    ['  - --until: found "1e400", expected a half-width above 0'],
  ],
  ["choose --budget 1e400", ['  - --budget: found "1e400", expected US$ a year, as 5000000 or 5e6']],
  [
    "packs chile --population 100 --seeds 3",
    [
      "error: eslabon packs: 2 problems",
      '  - found "--seeds", expected two packs or more beside --seeds: a list makes no runs',
      '  - found "--population", expected two packs or more beside --population: a list makes no runs',
    ],
  ],
  [
    "study-job examples/studies/portal-and-centre.yaml --out new --tasks 2 --kind slurm --time 1:00 --image x --claim y",
    [
      "error: eslabon study-job: 2 problems",
      '  - found "--image", expected --image beside --kind kubernetes only',
      '  - found "--claim", expected --claim beside --kind kubernetes only',
    ],
  ],
  [
    "export baseline scholarships --seeds x --tables effects --out new",
    ["error: eslabon export: 1 problem", '  - --seeds: found "x", expected a whole number of at least 1'],
  ],
  [
    "compare --scenarios scholarships --until 5E-3 --most-seeds 3",
    [
      "error: eslabon compare: 1 problem",
      '  - --most-seeds: found "3", expected a whole number of at least 20',
    ],
  ],
  [
    "choose --budget 5e6 --policies council,matchmaking --orders 3 --keep 5 --seed 2",
    [
      "error: eslabon choose: 3 problems",
      '  - found "--orders", expected --orders beside more than 8 policies only: of fewer all portfolios race',
      '  - found "--keep", expected --keep beside more than 8 policies only',
      '  - found "--seed", expected --seed beside more than 8 policies only',
    ],
  ],
  [
    "attribute innovation-package --pairs 3",
    [
      "error: eslabon attribute: 1 problem",
      '  - found "--pairs", expected --pairs beside a scenario of more than 10 policies only: of fewer all subsets are run',
    ],
  ],
  ["packs chile chile", ['  - pack: found "chile", expected packs with an id of their own each']],
  [
    "sensitivity baseline --method sobol --parameters trialMonths --samples 3 --replicates 1",
    [
      "error: eslabon sensitivity: 2 problems",
      '  - --replicates: found "1", expected a whole number of at least 2',
      "  - --samples: found 3, expected a power of two of at least 8",
    ],
  ],
  [
    "sensitivity testing-centre --against testing-centre --parameters trialMonths",
    ['  - --against: found "testing-centre", expected another scenario than "testing-centre"'],
  ],
  [
    "sensitivity testing-centre --against testing-center --parameters trialMonths",
    ['  - --against: found "testing-center", expected a scenario of the catalogue'],
  ],
  [
    "sensitivity baseline --method sobol --parameters trialMonth --effect",
    [
      "error: eslabon sensitivity: 2 problems",
      '  - --parameters: found "trialMonth", expected the name of a parameter; did you mean "trialMonths"?',
      '  - found "--effect", expected a scenario with policies beside --effect',
    ],
  ],
  [
    "study nowhere.yaml --out new --shard 3 --workers x",
    [
      "error: eslabon study: 3 problems",
      '  - --workers: found "x", expected a whole number of at least 0',
      '  - --shard: found "3", expected the i-th of n parts as i/n, as 3/8',
      '  - nowhere.yaml:1:1: found "nowhere.yaml", expected a file that exists',
    ],
  ],
  [
    "study-cost nowhere.yaml --runs 0 --usd-per-gb-month 1e999",
    [
      "error: eslabon study-cost: 3 problems",
      '  - --usd-per-gb-month: found "1e999", expected a price in US$ of at least 0',
      '  - nowhere.yaml:1:1: found "nowhere.yaml", expected a file that exists',
    ],
  ],
  [
    "study-job nowhere.yaml --out new --kind slurn --tasks 2",
    [
      "error: eslabon study-job: 2 problems",
      '  - --kind: found "slurn", expected one of: slurm, kubernetes, parallel; did you mean "slurm"?',
      '  - nowhere.yaml:1:1: found "nowhere.yaml", expected a file that exists',
    ],
  ],
  [
    "report scholarships --figures package.json --seeds 1",
    [
      "error: eslabon report: 2 problems",
      '  - --figures: found "package.json", expected a folder, where a file stands',
    ],
  ],
  [
    "report --from package.json --out src --figures package.json",
    [
      '  - --out: found "src", expected the name of a file, not of a folder or a device',
      '  - --figures: found "package.json", expected a folder, where a file stands',
    ],
  ],
  [
    "run baseline --checkpoint-at 3 --checkpoint package.json/saved.json",
    ['  - --checkpoint: found "package.json/saved.json", expected a folder, where a file stands'],
  ],
  ["facts --seeds 0", ['  - --seeds: found "0", expected a whole number of at least 1']],
];

/** Words, '' being an empty one, and what each line of the message names first. */
const atOnce: readonly (readonly [string, readonly string[]])[] = [
  ["run baseline --seed '' --months 0", ["--months", "--seed"]],
  ["run basline --seed '' --population 10 --pack ''", ["scenario", "--seed"]],
  ["run baseline --seed '' --population 10 --months 99999", ["--months", "--population", "--seed"]],
  ["run baseline --seed '' --checkpoint-at 900 --checkpoint new.json", ["--seed", "--checkpoint-at"]],
  ["run --from '' --seed 3 --verify", ["--from", "--seed"]],
  ["funnel baseline --seed '' --category '' --months 0", ["--months", "--category", "--seed"]],
  ["diff baseline basline --seed '' --months x", ["--months", "scenario", "--seed"]],
  ["audit baseline --seed '' --population NaN --workers two", ["--population", "--seed", "--workers"]],
  ["compare --population 10 --seeds 1", ["--seeds", "--population"]],
  ["compare --baseline x --scenarios ,, --cache ''", ["--baseline", "--scenarios", "--cache"]],
  ["compare --scenarios council,council --seeds 1 --window 9:3", ["--seeds", "--scenarios", "--window"]],
  ["attribute baseline --seeds 1 --window x", ["--seeds", "--window", "scenario"]],
  ["attribute council --pairs 0 --cache ''", ["--pairs", "--cache", "scenario"]],
  ["sensitivity baseline --seed '' --samples 1 --method shapely", ["--method", "--samples", "--seed"]],
  ["sensitivity baseline --window 9:3 --seed ''", ["--window", "--seed"]],
  ["sensitivity baseline --effect --seed '' --metric bid", ["--metric", "--seed", "--effect"]],
  ["choose --seeds 1 --seed ''", ["--budget", "--seeds", "--seed"]],
  ["choose --budget -1 --policies x,x --page '' --seed ''", ["--budget", "--policies", "--seed", "--page"]],
  ["choose --budget 1e6 --months 12 --seeds 1", ["--seeds", "--months"]],
  ["attribute entry-package --months 12 --seeds 1", ["--seeds", "--months"]],
  ["packs chile nowhere/else --seeds 1", ["--seeds", "pack"]],
  ["calibrate --keep 0 --seed '' --months 10", ["--keep", "--seed", "--months"]],
  ["facts --pack '' --seeds 0 --cache ''", ["--seeds", "--pack", "--cache"]],
  [
    "hypotheses x --seeds 1 --months 12 --population 10",
    ["--seeds", "hypothesis", "--population", "--months"],
  ],
  ["knobs --names x --cache '' --seeds 0 --months 12", ["--seeds", "--months", "--names", "--cache"]],
  ["export baseline --tables runs,runs,rums --out ''", ["--out", "--tables", "--tables"]],
  ["pack x --out ''", ["pack", "--out"]],
  ["validate ''", ["files"]],
  [
    "report --again --figures '' --attribute --baseline ''",
    ["--again", "scenarios", "--baseline", "--figures"],
  ],
  ["report --from '' --seeds 3", ["--seeds", "--from"]],
  ["export baseline --seeds 0", ["--out", "--seeds"]],
  ["study '' --shard 3/2", ["--shard", "--out", "file"]],
  ["resume '' --batch-size 0", ["--batch-size", "folder"]],
  ["merge ''", ["--out", "folders"]],
  ["replay '' x --json --events", ["run", "folder", "--json"]],
  ["study-job '' --workers 0", ["--tasks", "--kind", "--out", "--workers", "file"]],
];

describe("wrong input", () => {
  it.each(wrong)("eslabon %s says what is wrong, and exits with 2", async (words, lines) => {
    const { status, stdout, stderr } = await eslabonHere(...words.split(" "));
    expect(status).toBe(2);
    expect(stdout).toBe("");
    for (const line of lines) expect(stderr).toContain(line);
    expect(stderr).not.toMatch(/^\s+at /m);
  });

  it.each(atOnce)("eslabon %s is told at once, by the names that were typed", async (words, told) => {
    const { status, stderr } = await eslabonHere(
      ...words.split(" ").map((word) => (word === "''" ? "" : word)),
    );
    expect(status).toBe(2);
    const [head, ...lines] = stderr.trimEnd().split("\n");
    expect(head).toBe(
      `error: eslabon ${words.split(" ")[0]}: ${told.length} ${told.length === 1 ? "problem" : "problems"}`,
    );
    expect(lines.map((line) => /^ {2}- (?:found )?"?([^\s:"]+)/.exec(line)?.[1])).toEqual(told);
  });

  it.each([
    ["report FILE --out FOLDER/s.yaml", "--out", "FILE"],
    ["calibrate --out FOLDER/new.json --page FOLDER/./new.json", "--page", "--out"],
    ["report --from FILE --out FOLDER/../FOLDERNAME/s.yaml", "--out", "FILE"],
  ])("eslabon %s would lose a file, and does not", async (words, option, place) => {
    const folder = mkdtempSync(join(tmpdir(), "eslabon-lost-"));
    const file = join(folder, "s.yaml");
    const text = "id: mine\n";
    writeFileSync(file, text);
    const filled = (word: string) =>
      word
        .replace("FOLDERNAME", folder.slice(tmpdir().length + 1))
        .replace("FOLDER", folder)
        .replace("FILE", file);
    const { status, stderr } = await eslabonHere(...words.split(" ").map(filled));
    expect(status).toBe(2);
    expect(stderr).toMatch(new RegExp(`^  - ${option}: found ".*", expected a file of its own: `, "m"));
    expect(stderr).toContain(`it would take the place of ${filled(place)}`);
    expect(readFileSync(file, "utf8")).toBe(text);
    rmSync(folder, { recursive: true });
  });

  it("no command at all prints the help", () => {
    const { status, stderr } = eslabon();
    expect(status).toBe(2);
    expect(stderr).toContain("Usage: eslabon");
  });
});
