// npm run audit: asks the registry whether any package of package-lock.json has a known hole. Ends with 0 when none has, with 1
// when some have, and with 2 when the registry does not answer, which says nothing about holes.
import { spawnSync } from "node:child_process";
import { optionsOf } from "./options.mjs";

optionsOf();
const { stdout, stderr, error } = spawnSync("npm", ["audit", "--json"], {
  encoding: "utf8",
  maxBuffer: 64 * 1024 * 1024,
});

/** What npm says, or why it says nothing. */
function answerOf() {
  if (error !== undefined) return { reason: error.message };
  try {
    const answer = JSON.parse(stdout);
    if (answer.metadata?.vulnerabilities !== undefined) return answer;
    return { reason: answer.message ?? answer.error?.summary ?? "no answer of the form of npm audit" };
  } catch {
    return { reason: stderr.trim() || "npm printed no JSON" };
  }
}

const { reason, vulnerabilities, metadata } = answerOf();
if (reason !== undefined) {
  console.error(`The registry could not be asked: ${reason}`);
  console.error(
    "Nothing is known of holes. Run this where the registry answers POST .../security/advisories/bulk.",
  );
  process.exit(2);
}
for (const { name, severity, range, via } of Object.values(vulnerabilities)) {
  // An advisory is an object; a name stands for a package that is affected through another.
  const why = via.map((each) => (typeof each === "string" ? `through ${each}` : `${each.title} ${each.url}`));
  console.error(`${name} ${range}, ${severity}: ${why.join("; ")}`);
}
const { total } = metadata.vulnerabilities;
if (total > 0) {
  console.error(`${total} of ${metadata.dependencies.total} packages have known holes.`);
  process.exit(1);
}
console.log(`None of ${metadata.dependencies.total} packages has a hole that the registry knows of.`);
