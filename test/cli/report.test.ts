import { spawnSync } from "node:child_process";
import {
  existsSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  symlinkSync,
  writeFileSync,
} from "node:fs";
import { tmpdir } from "node:os";
import { join, resolve } from "node:path";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { eslabonHere, eslabonIn, small, withHooks } from "./eslabon.ts";

const folder = mkdtempSync(join(tmpdir(), "eslabon-report-"));
const at = (name: string) => join(folder, name);
beforeAll(() => symlinkSync(resolve("examples"), at("examples")));
afterAll(() => rmSync(folder, { recursive: true }));

/** The commands of the page, but for those whose words another one has too. */
const lines = [...readFileSync("docs/report.md", "utf8").matchAll(/^ {4}npx eslabon (.+)$/gm)]
  .map(([, line]) => line)
  .filter((line, i, all) => {
    const within = (other: string) => line.split(" ").every((word) => other.split(" ").includes(word));
    return !all.some((other, j) => j !== i && within(other));
  });

/** The same with fewer runs of smaller worlds, where they make any; a file's policies need their months. */
const commands = lines.map((line) =>
  line
    .replace(/^study .*/, "$& --workers 0")
    .replace(
      "--seeds 20",
      `--seeds 2 --population 50 --months ${line.includes("examples/") ? 150 : 36} --workers 0`,
    ),
);

async function run(command: string) {
  const [line, output] = command.split(" > ");
  const { status, stdout, stderr } = await eslabonIn(folder, ...line.split(" "));
  if (output !== undefined) writeFileSync(at(output), stdout);
  return { status, stderr };
}

describe("the page on reports", () => {
  it.each(commands)("has a command that does what it says: %s", async (command) => {
    const { status, stderr } = await run(command);
    expect({ status, stderr }).toEqual({ status: 0, stderr: "" });
    const report = /--out (\S+\.html)/.exec(command)?.[1];
    if (report !== undefined) expect(readFileSync(at(report), "utf8")).toMatch(/<\/html>\s*$/);
  });

  it("has figures in three forms each, with scenarios and a manifest beside them", () => {
    const files = readdirSync(at("figures"));
    const figures = files.filter((file) => file.endsWith(".svg")).map((file) => file.replace(".svg", ""));
    expect(figures.length).toBeGreaterThan(15);
    for (const figure of figures) {
      expect(files).toEqual(expect.arrayContaining([`${figure}.png`, `${figure}.csv`]));
      expect(readFileSync(at(`figures/${figure}.svg`), "utf8")).toMatch(/^<svg style="background:white" /);
    }
    expect(files).toEqual(expect.arrayContaining(["facts.csv", "manifest.json", "scenarios"]));
    expect(readdirSync(at("figures/scenarios"))).toEqual([
      "baseline.yaml",
      "challenge-portal.yaml",
      "testing-centre.yaml",
    ]);
  });
});

describe("eslabon report", () => {
  it("writes all but the PNGs where their package is missing, and says so", () => {
    const hook = `export function resolve(name, context, next) {
      if (name === "@resvg/resvg-js") throw new Error("missing");
      return next(name, context);
    }`;
    const words = "report --from comparison.json --out plain.html --figures plain".split(" ");
    const { status, stderr } = spawnSync(
      process.execPath,
      [...withHooks(hook), resolve("dist/cli.cjs"), ...words],
      { cwd: folder, encoding: "utf8" },
    );
    expect(status).toBe(2);
    expect(stderr).toContain("npm install @resvg/resvg-js");
    expect(existsSync(at("plain.html"))).toBe(true);
    const forms = new Set(readdirSync(at("plain")).map((file) => file.split(".")[1]));
    expect(forms).toEqual(new Set(["svg", "csv", "json", undefined]));
  });

  it("refuses what it would pass over, all of it at once", async () => {
    const file = at("comparison.json");
    const { status, stderr } = await eslabonHere("report", "testing-centre", "--from", file, "--seeds", "3");
    expect(status).toBe(2);
    expect(stderr).toContain("2 problems");
    expect(stderr).toContain('scenarios: found "testing-centre", expected nothing beside --from');
    expect(stderr).toContain('--seeds: found "3"');
    const focus = await eslabonHere("report", "--from", file, "--focus", "testing-centre");
    expect(focus.stderr).toContain(
      '--focus: found "testing-centre", expected --again beside --focus: without it nothing is shown in detail',
    );
    const words = "report --from missing.json --focus council --workers 2 --cache runs".split(" ");
    const { stderr: untouched } = await eslabonIn(folder, ...words);
    expect(untouched).toContain("4 problems");
    for (const name of ["workers", "cache", "focus"]) {
      expect(untouched).toContain(`expected --again beside --${name}: without it`);
    }
    expect(untouched).toContain('--from: found "missing.json"');
  });

  it("speaks of the country of a data pack of one's own, and says where a file does not tell it", async () => {
    const kept = JSON.parse(readFileSync(at("comparison.json"), "utf8")) as Record<string, unknown>;
    const { nation, scenarioFiles, version, command, ...comparison } = kept;
    expect(nation).toEqual({ country: "Peru", demonym: "Peruvian" });
    // A pack of one's own is not in the scenario files.
    const untold = (scenarioFiles as { name: string }[]).map(({ name }) => ({
      name: name.replace(".yaml", ".txt"),
      text: "data pack of the user's own",
    }));
    const pageOf = async (content: object) => {
      writeFileSync(at("own.json"), JSON.stringify(content));
      await eslabonHere("report", "--from", at("own.json"), "--out", at("own.html"));
      return readFileSync(at("own.html"), "utf8");
    };
    const own = await pageOf({
      ...{ ...comparison, version, command, scenarioFiles: untold },
      nation: { country: "Zambia", demonym: "Zambian" },
    });
    expect(own).toContain("Zambian-owned, directly");
    expect(own).not.toMatch(/Peru/);
    // As the library gives it.
    const silent = await pageOf(comparison);
    expect(silent).toContain("does not say of which country its data are: this page speaks of Peru");
  });

  it("shows what is asked on a data pack of one's own, and that the pack must be there", async () => {
    const words = ["--pack", "examples/packs/three-mines", "--seeds", "2", "--workers", "0", ...small];
    await eslabonHere("report", "matchmaking", ...words, "--out", at("mines.html"));
    const page = readFileSync(at("mines.html"), "utf8");
    expect(page).toMatch(/data pack &#34;three-mines&#34; of the user&#39;s own\n\n/);
    expect(page).toContain("policy: matchmaking");
    expect(page).toContain("With what the files above name of the user's own in place:");
  });

  it("is of the months, the confidence and the scenarios that are asked for, and shares out packages", async () => {
    const size = { population: 50, months: 30, burnInMonths: 3 };
    const ids = ["supplier-portal", "transparency-mandate"];
    const scenario = (id: string, policies: readonly string[]) => {
      const asked = policies.map((policy) => ({ policy, startMonth: 6 }));
      writeFileSync(at(`${id}.json`), JSON.stringify({ id, ...size, policies: asked }));
    };
    scenario("plain", []);
    scenario("two", ids);
    scenario("one", ids.slice(1));
    const compared =
      "two.json one.json --baseline plain.json --seeds 3 --window 12:24 --confidence 0.8 --workers 0";
    const asked = `${compared} --focus one --attribute --out asked.html`;
    expect(await run(`report ${asked}`)).toEqual({ status: 0, stderr: "" });
    // What a page tells in words: a failure that shows figures and tables too is not read.
    const saidIn = (name: string) =>
      [...readFileSync(at(name), "utf8").matchAll(/<(p|figcaption|pre)\b[^>]*>(.*?)<\/\1>/gs)]
        .map(([, , words]) => words)
        .filter((words) => !words.startsWith("schema:"))
        .join("\n");
    const said = saidIn("asked.html");
    expect(said).toContain("over 3 seeds with 80 % intervals, January 2018 to December 2018;");
    expect(said).toContain("Intervals hold for all policies together (90.0 % each)");
    expect(said).toContain("show “one” of 2 scenarios; the option --focus names others");
    expect(said).toContain("runs of fewer than 36 months cannot show them");
    const drawn = [...readFileSync(at("asked.html"), "utf8").matchAll(/<figure id="([^"]+)"/g)];
    const detailed = drawn.map(([, id]) => id).filter((id) => /^(risk-cost|money-flow|shares)/.test(id));
    expect(detailed).toEqual(["risk-cost-matrix-one", "money-flow-plain", "money-flow-one", "shares-two"]);
    // What is shared out is the effect in the same months.
    const [, effect = "none"] = /“two” (\S+ \[[^\]]+\])/.exec(said) ?? [];
    expect(said).toContain(`, ${effect} US$ million a year, shared out among its policies`);

    const words = `compare --scenarios two.json,one.json ${compared.split(" ").slice(2).join(" ")} --json`;
    await run(`${words} > asked.json`);
    await run("report --from asked.json --out kept.html");
    const kept = saidIn("kept.html");
    expect(kept).toContain("need the runs themselves: --again makes them again and adds these");
    expect(kept).toContain(
      "npx eslabon compare --scenarios two.json,one.json --baseline plain.json --seeds 3",
    );
    expect(kept).toContain("npx eslabon report --from asked.json --out kept.html");
    await run("report --from asked.json --again --out again.html");
    const again = saidIn("again.html");
    expect(again).not.toContain("need the runs themselves");
    expect(again).toContain("how many get past each gate, 2018 to 2018");
  });

  it("refuses a comparison whose runs come out differently", async () => {
    const kept = JSON.parse(readFileSync(at("comparison.json"), "utf8")) as { fingerprints: string[][] };
    kept.fingerprints[1][0] = "0000000000000000";
    writeFileSync(at("other.json"), JSON.stringify(kept));
    const { status, stderr } = await eslabonHere("report", "--from", at("other.json"), "--again");
    expect(status).toBe(2);
    expect(stderr).toMatch(/1 of 6 runs come out differently, first testing-centre with seed 1/);
  });
});
