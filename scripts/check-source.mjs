// npm run check-source: what `npm run types` and the eslint of `npm run lint` say, in two thirds of their time together. The
// programs that hold the types are made once, and the rules ask of what the compiler has worked out already.
import { join } from "node:path";
import process from "node:process";
import { fileURLToPath } from "node:url";
import { ESLint } from "eslint";
import typescript from "typescript";
import config from "../eslint.config.js";

const root = fileURLToPath(new URL("..", import.meta.url));
const projectOf = (part) => part.languageOptions?.parserOptions?.project;

/** Source files by path and kind: programs that share their compiler options share what is parsed. */
const sourceFiles = new Map();

/** The program of a project, as tsc makes it. */
function programOf(project) {
  const { fileNames, options, errors } = typescript.getParsedCommandLineOfConfigFile(
    join(root, project),
    undefined,
    {
      ...typescript.sys,
      onUnRecoverableConfigFileDiagnostic: (diagnostic) => {
        throw new Error(typescript.formatDiagnostic(diagnostic, format));
      },
    },
  );
  const host = typescript.createCompilerHost(options, true);
  const { getSourceFile } = host;
  host.getSourceFile = (path, kind, ...rest) => {
    const key = JSON.stringify([path, kind.languageVersion, kind.impliedNodeFormat]);
    if (!sourceFiles.has(key)) sourceFiles.set(key, getSourceFile(path, kind, ...rest));
    return sourceFiles.get(key);
  };
  return typescript.createProgram({
    rootNames: fileNames,
    options,
    host,
    configFileParsingDiagnostics: errors,
  });
}

const format = {
  getCurrentDirectory: () => root,
  getCanonicalFileName: (path) => path,
  getNewLine: () => "\n",
};

const projects = [...new Set(config.map(projectOf).filter((project) => typeof project === "string"))];
const programs = new Map(projects.map((project) => [project, programOf(project)]));

const wrong = typescript.sortAndDeduplicateDiagnostics(
  [...programs.values()].flatMap((program) => typescript.getPreEmitDiagnostics(program)),
);
if (wrong.length > 0) console.error(typescript.formatDiagnostics(wrong, format));
console.log(`${wrong.length} errors of types in ${projects.join(" and ")}`);

/** A part of eslint's configuration, with programs in the place of projects. */
function withPrograms(part) {
  const project = projectOf(part);
  if (project === undefined) return part;
  const parserOptions = {
    ...part.languageOptions.parserOptions,
    project: false,
    programs: project === false ? null : [programs.get(project)],
  };
  return { ...part, languageOptions: { ...part.languageOptions, parserOptions } };
}

const eslint = new ESLint({ cwd: root, overrideConfigFile: true, baseConfig: config.map(withPrograms) });
const results = await eslint.lintFiles(["."]);
console.log((await eslint.loadFormatter("stylish")).format(results));
if (wrong.length > 0 || results.some(({ errorCount }) => errorCount > 0)) process.exitCode = 1;
