// What a user waits for before anything runs, and what a browser loads. Needs a build in dist/; without one, nothing is said.
import { spawnSync } from "node:child_process";
import { existsSync } from "node:fs";
import { resolve } from "node:path";
import { median, wallMillisecondsOf, type Measure } from "./measures.ts";

export function measureStartUp(dist: string, turns: number): Measure[] {
  const core = resolve(dist, "index.js");
  const cli = resolve(dist, "cli.js");
  if (!existsSync(core) || !existsSync(cli)) return [];
  const timeOf = (args: readonly string[]) =>
    median(
      Array.from({ length: turns }, () =>
        wallMillisecondsOf(() => spawnSync(process.execPath, args, { stdio: "ignore" })),
      ),
    );
  const most = (name: string, value: number): Measure => ({
    name,
    value,
    unit: "ms",
    kernels: null,
    target: { bound: "at most", value: 150 },
  });
  const open = `await import(${JSON.stringify(core)})`;
  return [
    most("--help", timeOf([cli, "--help"])),
    most("opening the library", timeOf(["--input-type=module", "--eval", open])),
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
