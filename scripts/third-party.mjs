// Writes THIRD-PARTY.md: what the published package needs or contains that others have written, and under which licences.
// With --check it only says whether the file is current.
import { existsSync, readFileSync, writeFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { optionsOf } from "./options.mjs";

const { check } = optionsOf({ check: { type: "boolean", default: false } });
const root = fileURLToPath(new URL("..", import.meta.url));
const file = `${root}THIRD-PARTY.md`;
const read = (path) => JSON.parse(readFileSync(`${root}${path}`, "utf8"));

/** Licences that ask for no more than their notice; BSL-1.0 is Boost's. */
const permissive = new Set([
  "MIT",
  "ISC",
  "Apache-2.0",
  "BSD-2-Clause",
  "BSD-3-Clause",
  "0BSD",
  "BlueOak-1.0.0",
  "BSL-1.0",
  "CC0-1.0",
  "Unlicense",
]);
/** Development dependencies that tsup.config.ts bundles; @stdlib's t distribution is for tests only. */
const bundled = [
  ...[
    /^@stdlib\/(?!stats-base-dists-t-)/,
    /^d3-/,
    /^internmap$/,
    /^seedrandom$/,
    /^immer$/,
    /^fastest-levenshtein$/,
  ],
  ...[/^@observablehq\/plot$/, /^linkedom$/, /^commander$/],
];

const { packages } = read("package-lock.json");
const { dependencies, devDependencies, optionalDependencies: optional } = read("package.json");

/** A package as another one finds it: beside itself, or further up. */
function findFrom(folder, name) {
  for (let at = folder; ; at = at.slice(0, Math.max(0, at.lastIndexOf("/node_modules/")))) {
    const path = `${at === "" ? "" : `${at}/`}node_modules/${name}`;
    if (packages[path] !== undefined) return path;
    if (at === "") return undefined;
  }
}

/** Paths of packages and of all that they need. */
function closure(names) {
  const found = new Set();
  const open = names.map((name) => ["", name]);
  for (let next = open.pop(); next !== undefined; next = open.pop()) {
    const path = findFrom(...next);
    if (path === undefined || found.has(path)) continue;
    found.add(path);
    // Optional native builds are for other machines, or fall back on plain JavaScript; they are listed all the same.
    const { dependencies: needed = {}, optionalDependencies = {} } = packages[path];
    open.push(...Object.keys({ ...needed, ...optionalDependencies }).map((name) => [path, name]));
  }
  return found;
}

function rowsOf(paths) {
  const rows = [...paths].map((path) => {
    const own = existsSync(`${root}${path}/package.json`) ? read(`${path}/package.json`) : packages[path];
    const licence = packages[path].license ?? own.license ?? "none stated";
    return {
      name: path.slice(path.lastIndexOf("node_modules/") + "node_modules/".length),
      version: packages[path].version,
      licence,
    };
  });
  const unique = new Map(rows.map((row) => [`${row.name} ${row.version}`, row]));
  return [...unique.values()].sort((a, b) => (a.name < b.name ? -1 : 1));
}

const needed = rowsOf(closure(Object.keys(dependencies)));
const wished = rowsOf(closure(Object.keys(optional)));
const inside = rowsOf(
  closure(Object.keys(devDependencies).filter((name) => bundled.some((each) => each.test(name)))),
);
const forbidden = [...needed, ...inside].filter(
  ({ licence }) =>
    !licence
      .replace(/[()]/g, "")
      .split(" OR ")
      .some((one) => one.split(" AND ").every((part) => permissive.has(part))),
);

const table = (rows) => [
  "| package | version | licence |",
  "| --- | --- | --- |",
  ...rows.map(({ name, version, licence }) => `| ${name} | ${version} | ${licence} |`),
];
const text = [
  "# Third-party software",
  "",
  "Written by `npm run third-party` from package-lock.json. What is needed or bundled is under permissive licences.",
  "",
  "## Installed with the package",
  "",
  ...table(needed),
  "",
  "## Installed where it can be, for figures as PNG; `npm install --omit=optional` leaves it out",
  "",
  ...table(wished),
  "",
  "## Bundled into it, or able to be",
  "",
  ...table(inside),
  "",
].join("\n");

if (forbidden.length > 0) {
  console.error(
    [
      "Not under a permissive licence:",
      ...forbidden.map(({ name, licence }) => `  ${name}: ${licence}`),
    ].join("\n"),
  );
  process.exit(1);
}
if (!check) writeFileSync(file, text);
else if (!existsSync(file) || readFileSync(file, "utf8") !== text) {
  console.error("THIRD-PARTY.md is not current: run npm run third-party");
  process.exit(1);
}
