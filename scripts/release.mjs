// npm run release: builds and packs a clean checkout, and writes beside the tarball where it came from. With
// --check <statement> it builds again and compares instead.
import { execFileSync } from "node:child_process";
import { createHash } from "node:crypto";
import { mkdirSync, readFileSync, readdirSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { fileURLToPath } from "node:url";

const root = fileURLToPath(new URL("..", import.meta.url));
const out = join(root, ".cache", "release");

const run = (command, ...args) => execFileSync(command, args, { cwd: root, encoding: "utf8" }).trim();
const sha256 = (path) => createHash("sha256").update(readFileSync(path)).digest("hex");
const fail = (message) => {
  console.error(message);
  process.exit(1);
};

const changed = run("git", "status", "--porcelain");
if (changed !== "") fail(`A release is made from a commit; these files differ from it:\n${changed}`);

run("npm", "run", "--silent", "build");
mkdirSync(out, { recursive: true });
const [packed] = JSON.parse(run("npm", "pack", "--json", "--pack-destination", out));
const files = readdirSync(join(root, "dist")).map((name) => `dist/${name}`);

/** Follows the provenance predicate of https://slsa.dev/provenance/v1, as far as a build without a signing service goes. */
const statement = {
  _type: "https://in-toto.io/Statement/v1",
  subject: [packed.filename, ...files].map((name) => ({
    name,
    digest: { sha256: sha256(name === packed.filename ? join(out, name) : join(root, name)) },
  })),
  predicateType: "https://slsa.dev/provenance/v1",
  predicate: {
    buildDefinition: {
      buildType: "npm run release",
      externalParameters: { version: packed.version },
      resolvedDependencies: [
        { uri: "git", digest: { gitCommit: run("git", "rev-parse", "HEAD") } },
        { uri: "package-lock.json", digest: { sha256: sha256(join(root, "package-lock.json")) } },
      ],
    },
    runDetails: {
      builder: { node: process.version, npm: run("npm", "--version"), platform: process.platform },
    },
  },
};

const [flag, known] = process.argv.slice(2);
if (flag === "--check") {
  if (known === undefined) fail("--check needs the path of a statement");
  const before = JSON.parse(readFileSync(known, "utf8"));
  const digests = new Map(before.subject.map(({ name, digest }) => [name, digest.sha256]));
  const different = statement.subject.filter(({ name, digest }) => digests.get(name) !== digest.sha256);
  if (different.length > 0) fail(`Not the same: ${different.map(({ name }) => name).join(", ")}`);
  console.log(`The same ${statement.subject.length} files as ${known} states.`);
} else {
  const path = join(out, packed.filename.replace(/\.tgz$/, ".provenance.json"));
  writeFileSync(path, `${JSON.stringify(statement, null, 2)}\n`);
  console.log(`${join(out, packed.filename)}\n${path}`);
}
