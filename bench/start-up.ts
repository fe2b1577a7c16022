// What a user waits for before anything runs, and what a browser loads. Needs a build in dist/; without one, nothing is said.
import { spawnSync } from "node:child_process";
import { existsSync } from "node:fs";
import { resolve } from "node:path";
import { median, wallMillisecondsOf, type Measure } from "./measures.ts";

export function measureStartUp(dist: string, turns: number): Measure[] {
  const core = resolve(dist, "index.js");
  const cli = resolve(dist, "cli.cjs");
  if (!existsSync(core) || !existsSync(cli)) return [];
  const inNode = (code: string) => ["--input-type=module", "--eval", code];
  const words = {
    "an empty Node": inNode(""),
    "--help": [cli, "--help"],
    "opening the library": inNode(`await import(${JSON.stringify(core)})`),
  };
  const rounds = Array.from({ length: turns }, () =>
    Object.values(words).map((args) =>
      wallMillisecondsOf(() => spawnSync(process.execPath, args, { stdio: "ignore" })),
    ),
  );
  const times = Object.keys(words).map((name, place): Measure => {
    const value = median(rounds.map((round) => round[place]));
    const target = place === 0 ? {} : { target: { bound: "at most", value: 150 } as const };
    return { name, value, unit: "ms", kernels: null, ...target };
  });
  // How long Node itself takes is the machine's; what is added to it is ours.
  const ratios = Object.keys(words).flatMap((name, place): Measure[] => {
    if (place === 0) return [];
    const value = median(rounds.map((round) => round[place] / round[0]));
    return [{ name: `${name}, over an empty Node`, value, unit: "x", kernels: null }];
  });
  return [
    ...times,
    ...ratios,
    {
      name: "what a page loads to simulate and compare, minified and gzipped",
      value: sizeOf("simulate and compare, with their dependencies") / 1000,
      unit: "kB",
      kernels: null,
      target: { bound: "at most", value: 60 },
    },
  ];
}

/** Bytes of what package.json limits under a name. */
function sizeOf(name: string): number {
  const { stdout } = spawnSync(process.execPath, ["node_modules/size-limit/bin.js", "--json"], {
    encoding: "utf8",
  });
  const sizes = JSON.parse(stdout) as readonly { readonly name: string; readonly size: number }[];
  return sizes.find((each) => each.name === name)?.size ?? NaN;
}
