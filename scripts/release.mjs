// npm run release: asks the registry for known holes, builds, packs and tries a clean checkout, and writes beside the tarball
// where it came from.
//   --unaudited          goes on where the registry does not answer, and says so in the statement.
//   --check <statement>  builds again and compares with what a statement says, instead.
import { execFileSync, spawnSync } from "node:child_process";
import { createHash } from "node:crypto";
import { existsSync, mkdirSync, readFileSync, readdirSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import process from "node:process";
import { fileURLToPath } from "node:url";
import { optionsOf, refuse } from "./options.mjs";
import { verdictOf } from "./release/audit-verdict.mjs";

const root = fileURLToPath(new URL("..", import.meta.url));
const out = join(root, ".cache", "release");

const run = (command, ...args) => execFileSync(command, args, { cwd: root, encoding: "utf8" }).trim();
const sha256 = (path) => createHash("sha256").update(readFileSync(path)).digest("hex");
const fail = (message) => {
  console.error(message);
  process.exit(1);
};

const { check, unaudited } = optionsOf({
  check: { type: "string" },
  unaudited: { type: "boolean", default: false },
});
if (check !== undefined && !existsSync(check)) refuse(`--check: there is no file ${check}`);

const changed = run("git", "status", "--porcelain");
if (changed !== "") fail(`A release is made from a commit; these files differ from it:\n${changed}`);

const audit = check === undefined ? asked() : undefined;
run("npm", "run", "--silent", "build");
if (check === undefined) run("npm", "run", "--silent", "try-package");
mkdirSync(out, { recursive: true });
const [packed] = JSON.parse(run("npm", "pack", "--json", "--pack-destination", out));
const files = readdirSync(join(root, "dist")).map((name) => `dist/${name}`);

/** What the registry says of the package's dependencies; ends the release where that does not do. */
function asked() {
  const { status } = spawnSync(process.execPath, ["scripts/audit.mjs"], { cwd: root, stdio: "inherit" });
  const { audit: found, stops } = verdictOf(status, unaudited);
  if (stops !== undefined) fail(stops);
  return found;
}

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
      metadata: { audit },
    },
  },
};

if (check === undefined) {
  const path = join(out, packed.filename.replace(/\.tgz$/, ".provenance.json"));
  writeFileSync(path, `${JSON.stringify(statement, null, 2)}\n`);
  console.log(`${join(out, packed.filename)}\n${path}`);
} else {
  const before = JSON.parse(readFileSync(check, "utf8"));
  const digests = new Map(before.subject.map(({ name, digest }) => [name, digest.sha256]));
  const different = statement.subject.filter(({ name, digest }) => digests.get(name) !== digest.sha256);
  if (different.length > 0) fail(`Not the same: ${different.map(({ name }) => name).join(", ")}`);
  console.log(`The same ${statement.subject.length} files as ${check} states.`);
}
