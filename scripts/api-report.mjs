// npm run api: writes what each entry point exports to api/*.md, for review. With --check it fails where a report is stale.
import { existsSync, mkdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { CompilerState, Extractor, ExtractorConfig } from "@microsoft/api-extractor";
import { optionsOf } from "./options.mjs";

const root = fileURLToPath(new URL("..", import.meta.url));
const { check } = optionsOf({ check: { type: "boolean", default: false } });
const { exports } = JSON.parse(readFileSync(join(root, "package.json"), "utf8"));
const entries = Object.values(exports).flatMap((entry) => entry.import?.types ?? []);
mkdirSync(join(root, "api"), { recursive: true });

const silent = { default: { logLevel: "none" } };
let stale = 0;
/** One compilation for all of them: they share most of their declarations. */
let compilerState;
for (const types of entries) {
  const name = types.replace(/^\.\/dist\//, "").replace(/\.d\.ts$/, "");
  const reportFileName = `${name === "index" ? "eslabon" : `eslabon-${name}`}.api.md`;
  const configuration = ExtractorConfig.prepare({
    configObjectFullPath: join(root, "package.json"),
    packageJsonFullPath: join(root, "package.json"),
    configObject: {
      projectFolder: root,
      newlineKind: "lf",
      mainEntryPointFilePath: join(root, types),
      compiler: { tsconfigFilePath: join(root, "tsconfig.json") },
      apiReport: {
        enabled: true,
        reportFileName,
        reportFolder: join(root, "api"),
        reportTempFolder: join(root, ".cache/api"),
      },
      docModel: { enabled: false },
      dtsRollup: { enabled: false },
      tsdocMetadata: { enabled: false },
      messages: {
        compilerMessageReporting: silent,
        extractorMessageReporting: silent,
        tsdocMessageReporting: silent,
      },
    },
  });
  const known = existsSync(join(root, "api", reportFileName));
  compilerState ??= CompilerState.create(configuration, {
    additionalEntryPoints: entries.map((entry) => join(root, entry)),
  });
  const { apiReportChanged } = Extractor.invoke(configuration, {
    compilerState,
    localBuild: !check,
    showVerboseMessages: false,
    messageCallback: (message) => {
      message.handled = true;
    },
  });
  if (check && (apiReportChanged || !known)) {
    stale += 1;
    console.error(`api/${reportFileName} is not what the build exports.`);
  }
}
if (stale > 0) {
  console.error("Look at what changed, then write the reports anew: npm run build && npm run api");
  process.exitCode = 1;
}
