export function problemsOfCore(folder: string): string[];
