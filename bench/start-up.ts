// What a user waits for before anything runs, and what a browser loads. Needs a build in dist/; without one, nothing is said.
import { spawnSync } from "node:child_process";
import { existsSync, readFileSync } from "node:fs";
import { dirname, resolve } from "node:path";
import { gzipSync } from "node:zlib";
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
      name: "core bundle, gzipped, without its dependencies",
      value: gzipSync(Buffer.concat([...filesOf(core)].map((file) => readFileSync(file)))).length / 1000,
      unit: "kB",
      kernels: null,
      target: { bound: "at most", value: 60 },
    },
  ];
}

/** A bundle's file with the chunks that it imports. */
function filesOf(file: string, found = new Set<string>()): Set<string> {
  if (found.has(file)) return found;
  found.add(file);
  for (const [, chunk] of readFileSync(file, "utf8").matchAll(/from\s*"(\.\/[^"]+)"/g)) {
    filesOf(resolve(dirname(file), chunk), found);
  }
  return found;
}
