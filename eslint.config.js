import eslint from "@eslint/js";
import { defineConfig, globalIgnores } from "eslint/config";
import globals from "globals";
import tseslint from "typescript-eslint";

/** What decides the bits of a run: the same seed must give the same run in every engine, today and later. */
const model = ["src/{agents,engine,scenarios,data}/**/*.ts", "src/{random,arithmetic,units}.ts"];

/** Operations of Math that every engine computes alike; exp, log, pow, sin and others differ in the last bit. */
const exactMath = [
  ...["abs", "ceil", "clz32", "floor", "fround", "imul", "max", "min", "round", "sign", "sqrt", "trunc"],
  ...["E", "LN10", "LN2", "LOG10E", "LOG2E", "PI", "SQRT1_2", "SQRT2"],
];

const forbiddenInModel = [
  {
    selector: `MemberExpression[object.name="Math"][property.name="random"]`,
    message: "Draw by key with src/random.ts: Math.random cannot be replayed.",
  },
  {
    selector: `MemberExpression[object.name="Math"]:not([computed=false][property.name=/^(random|${exactMath.join("|")})$/])`,
    message: "This differs in the last bit between engines: use src/arithmetic.ts.",
  },
  {
    selector: `:not(MemberExpression) > Identifier[name="Math"]`,
    message: "Write Math.name, so that it can be seen which functions the model uses.",
  },
  {
    selector: `:matches(BinaryExpression[operator="**"], AssignmentExpression[operator="**="])`,
    message: "** differs in the last bit between engines: use pow of src/arithmetic.ts, or multiply.",
  },
  {
    selector: `CallExpression[callee.property.name=/^(localeCompare|toLocale.*)$/]`,
    message: "The result depends on the machine's language.",
  },
];

const nodeOnly = ["process", "Buffer", "require", "global", "setImmediate", "__dirname", "__filename"];

export default defineConfig(
  globalIgnores(["dist/", "coverage/", ".cache/", "site/"]),
  eslint.configs.recommended,
  {
    linterOptions: { reportUnusedDisableDirectives: "error", reportUnusedInlineConfigs: "error" },
    rules: {
      eqeqeq: "error",
      "no-console": "error",
      "object-shorthand": "error",
      "prefer-template": "error",
    },
  },
  {
    files: ["**/*.ts", "**/*.mts"],
    extends: [tseslint.configs.strictTypeChecked, tseslint.configs.stylisticTypeChecked],
    languageOptions: { parserOptions: { project: "./tsconfig.json", tsconfigRootDir: import.meta.dirname } },
    rules: {
      "@typescript-eslint/consistent-type-imports": ["error", { fixStyle: "inline-type-imports" }],
      "@typescript-eslint/no-confusing-void-expression": ["error", { ignoreArrowShorthand: true }],
      "@typescript-eslint/restrict-template-expressions": [
        "error",
        { allowNumber: true, allowBoolean: true },
      ],
      "@typescript-eslint/switch-exhaustiveness-check": [
        "error",
        { considerDefaultExhaustiveForUnions: true },
      ],
      // Indexing is typed as always there (hot loops over typed arrays), so a check for undefined is not superfluous.
      "@typescript-eslint/no-unnecessary-condition": "off",
      "@typescript-eslint/non-nullable-type-assertion-style": "off",
      // Index loops and index signatures are often the plainer words.
      "@typescript-eslint/prefer-for-of": "off",
      "@typescript-eslint/consistent-indexed-object-style": "off",
      "@typescript-eslint/no-unused-vars": ["error", { argsIgnorePattern: "^_", varsIgnorePattern: "^_" }],
      // Contradicts noPropertyAccessFromIndexSignature of the compiler unless told.
      "@typescript-eslint/dot-notation": ["error", { allowIndexSignaturePropertyAccess: true }],
    },
  },
  {
    files: ["explorer/**/*.ts", "test/explorer/**/*.ts", "test/**/*.browser.test.ts"],
    languageOptions: {
      parserOptions: { project: "./explorer/tsconfig.json", tsconfigRootDir: import.meta.dirname },
    },
  },
  {
    files: ["{src,explorer}/**/*.ts"],
    rules: {
      "max-lines": ["warn", { max: 300, skipBlankLines: false, skipComments: false }],
    },
  },
  {
    files: ["{src,explorer,test,examples,bench}/**/*.ts"],
    ignores: ["**/*.d.ts"],
    rules: {
      "no-restricted-exports": [
        "error",
        { restrictDefaultExports: { direct: true, named: true, defaultFrom: true, namedFrom: true } },
      ],
    },
  },
  {
    files: ["src/**/*.ts"],
    ignores: ["src/{node,cli}/**"],
    rules: {
      "no-restricted-globals": [
        "error",
        ...nodeOnly.map((name) => ({
          name,
          message: "Only Node has it, and the core runs in browsers too.",
        })),
      ],
    },
  },
  {
    files: model,
    rules: {
      "no-restricted-globals": [
        "error",
        ...nodeOnly.map((name) => ({
          name,
          message: "Only Node has it, and the core runs in browsers too.",
        })),
        ...["Date", "performance", "Intl", "crypto", "globalThis", "setTimeout", "setInterval"].map(
          (name) => ({
            name,
            message: "A run depends on its scenario and its seed, and on nothing else.",
          }),
        ),
      ],
      "no-restricted-syntax": ["error", ...forbiddenInModel],
    },
  },
  {
    files: ["test/**/*.ts"],
    rules: {
      "no-restricted-syntax": [
        "error",
        {
          selector: `MemberExpression[property.name="only"][object.name=/^(it|test|describe|suite|bench)$/], MemberExpression[property.name="only"] > MemberExpression[object.name=/^(it|test|describe|suite|bench)$/].object`,
          message: "Leave no .only behind: the other tests would not run.",
        },
      ],
      "@typescript-eslint/no-non-null-assertion": "off",
    },
  },
  {
    files: ["src/cli/**/*.ts", "examples/**/*.ts", "bench/**/*.ts", "scripts/**", "*.config.*"],
    rules: { "no-console": "off" },
  },
  {
    files: ["**/*.{js,mjs,cjs}"],
    languageOptions: { globals: globals.node },
  },
  {
    files: ["**/*.d.ts", "**/*.d.mts"],
    extends: [tseslint.configs.disableTypeChecked],
  },
);
