import type { Plugin } from "vitest/config";

export function sourcesAsModules(): Plugin;
