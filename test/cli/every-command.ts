import { writeFileSync } from "node:fs";
import { join } from "node:path";
import { version } from "../../src/version.ts";

/**
 * Every command that prints results, with the words that try it in a moment, to be called in this order: a study is there before it is
 * gone on with.
 *
 * @param folder Where files are written that commands read, and what they write.
 */
export function everyCommand(folder: string): Readonly<Record<string, readonly string[]>> {
  const file = (name: string, content: unknown) => {
    const path = join(folder, name);
    writeFileSync(path, JSON.stringify(content));
    return path;
  };
  const size = { population: 50, months: 36, burnInMonths: 3 };
  const policies = ["matchmaking", "business-training"];
  const pair = file("pair.json", { id: "pair", ...size, policies });
  const plain = file("plain.json", { id: "plain", ...size });
  const scenarios = [plain, pair].map((path) => path.slice(folder.length + 1));
  const study = file("study.json", { id: "small", scenarios, seeds: 2 });
  const values = { caution: 1.2 };
  const set = file("set.json", {
    schema: 1,
    manifest: { content: "{}", version },
    accepted: [{ values, implausibility: 1, wave: 1 }],
  });
  const out = (name: string) => ["--out", join(folder, name)];
  const short = ["--population", "50", "--months", "36", "--workers", "0"];
  const compared = ["compare", "--baseline", plain, "--scenarios", pair, "--workers", "0"];

  return {
    compare: [...compared, "--seeds", "2"],
    "compare --until": [...compared, "--until", "1e9"],
    "compare --over": [...compared, "--seeds", "2", "--over", set],
    run: ["run", plain],
    funnel: ["funnel", plain],
    diff: ["diff", plain, pair],
    audit: ["audit", pair],
    "audit --patch": ["audit", pair, "--patch"],
    scenarios: ["scenarios"],
    policies: ["policies"],
    policy: ["policy", "testing-centre"],
    parameters: ["parameters", "trialMonths"],
    validate: ["validate", pair],
    packs: ["packs"],
    "packs <two or more>": [
      "packs",
      "peru-2017",
      "chile",
      ...["--seeds", "2"],
      ...["--population", "50"],
      "--workers",
      "0",
    ],
    pack: ["pack", "chile", ...out("pack")],
    facts: ["facts", ...short, "--seeds", "2"],
    hypotheses: ["hypotheses", "credit-alone", ...short, "--seeds", "2"],
    attribute: ["attribute", pair, "--seeds", "2", "--workers", "0"],
    sensitivity: ["sensitivity", plain, "--parameters", "caution", "--samples", "2", "--workers", "0"],
    calibrate: [
      "calibrate",
      ...short,
      "--parameters",
      "caution",
      "--seeds",
      "2",
      "--samples",
      "8",
      "--waves",
      "1",
    ],
    choose: ["choose", ...short, "--budget", "5e6", "--policies", policies.join(","), "--seeds", "2"],
    knobs: ["knobs", ...short, "--names", "caution"],
    study: ["study", study, ...out("study"), "--workers", "0"],
    resume: ["resume", join(folder, "study"), "--workers", "0"],
    replay: ["replay", join(folder, "study"), "1"],
    merge: ["merge", join(folder, "study"), ...out("merged")],
    "study-cost": ["study-cost", study, "--sample", "1"],
  };
}
