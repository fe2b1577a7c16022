import { readFileSync, writeFileSync } from "node:fs";
import { describe, expect, it, onTestFinished, vi } from "vitest";
import type { EventType } from "../../src/engine/observations.ts";

const page = "docs/event-log.md";
const program = "examples/audit/accounts-from-events.ts";

/** Every kind of event: one that is missing here, or is none, does not compile. */
const kinds = {
  opening: true,
  incumbent: true,
  entry: true,
  exit: true,
  "policy-changed": true,
  "government-changed": true,
  "mine-stage": true,
  tender: true,
  contract: true,
  "contract-ended": true,
  "subcontract-ended": true,
  failure: true,
  "subcontract-failure": true,
  "oligopoly-purchase": true,
  "firm-month": true,
  export: true,
  "export-sale": true,
  tax: true,
  dividend: true,
  investment: true,
  registration: true,
  certificate: true,
  challenge: true,
  project: true,
  research: true,
  trial: true,
  adoption: true,
  "public-payment": true,
} as const satisfies Record<EventType, true>;

describe("the page of the event log", () => {
  it("explains every kind of event, once", () => {
    const explained = [...readFileSync(page, "utf8").matchAll(/^\| `([a-z-]+)` \|/gm)].map(
      ([, kind]) => kind,
    );
    expect(explained).toEqual(Object.keys(kinds));
  });

  it("shows the program that is run here; npm run docs writes it anew", () => {
    const text = readFileSync(page, "utf8");
    const shown = `<!-- ${program} -->\n\n\`\`\`ts\n${readFileSync(program, "utf8")}\`\`\``;
    const anew = text.replace(/<!-- examples[\s\S]*?```ts\n[\s\S]*?```/, () => shown);
    if (process.env["UPDATE_DOCS"] === "1") writeFileSync(page, anew);
    expect(readFileSync(page, "utf8")).toBe(anew);
  });

  it("and the program finds nothing apart", async () => {
    const lines: string[] = [];
    const console = vi
      .spyOn(globalThis.console, "log")
      .mockImplementation((line: string) => lines.push(line));
    onTestFinished(() => {
      console.mockRestore();
    });
    await import("../../examples/audit/accounts-from-events.ts");
    expect(lines.slice(0, -1)).toEqual([
      "spend: 0 cents apart",
      "startup-grants: 0 cents apart",
      "testing-centre: 0 cents apart",
    ]);
    expect(lines.at(-1)).toMatch(/^\d{2,} firms, 0 with other cash; 0 contradictions$/);
  });
});
