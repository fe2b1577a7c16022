/** Flags of a headless Chromium. */
export const flags: string[];
