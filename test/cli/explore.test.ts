import { spawn } from "node:child_process";
import { once } from "node:events";
import { readFileSync } from "node:fs";
import { resolve } from "node:path";
import { beforeAll, describe, expect, it } from "vitest";
import { buildExplorerIfStale } from "../../scripts/explorer-setup.mjs";
import { eslabonHere } from "./eslabon.ts";

describe("eslabon explore", () => {
  beforeAll(() => {
    buildExplorerIfStale();
  });

  it("serves the page at the address that it prints, and nothing else, until Ctrl-C", async () => {
    const child = spawn(process.execPath, ["dist/cli.cjs", "explore"]);
    const stopped = once(child, "exit");
    const [chunk] = (await once(child.stdout, "data")) as [Buffer];
    const address = /http:\/\/127\.0\.0\.1:\d+\//.exec(chunk.toString())?.[0] ?? "";
    const page = await fetch(address);
    expect(page.headers.get("content-type")).toContain("text/html");
    expect(await page.text()).toBe(readFileSync("dist/explorer.html", "utf8"));
    expect((await fetch(`${address}package.json`)).status).toBe(404);
    expect((await fetch(address, { method: "POST" })).status).toBe(405);

    const port = new URL(address).port;
    const { status, stderr } = await eslabonHere("explore", "--port", port);
    expect(status).toBe(2);
    expect(stderr).toContain(`--port: found "${port}", expected a port that is free`);

    child.kill("SIGINT");
    expect(await stopped).toEqual([0, null]);
  });

  it("prints where the page lies", async () => {
    expect((await eslabonHere("explore", "--print-path")).stdout).toBe(`${resolve("dist/explorer.html")}\n`);
  });

  it("refuses what is no port, and options that do not go together", async () => {
    const { status, stderr } = await eslabonHere("explore", "--port", "70000", "--print-path");
    expect(status).toBe(2);
    expect(stderr).toContain("at most 65535");
    expect(stderr).toContain("one of --port and --print-path");
  });
});
