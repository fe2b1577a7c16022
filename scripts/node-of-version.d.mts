export const versionsCompared: readonly number[];
export function nodeOf(major: number): { readonly path?: string; readonly reason?: string };
