// Knobs that move nothing, each with its reason. The study of knobs fails on one that is inert and not here, and on one that is
// here and acts.

/** Reasons by the name of a parameter, or of a setting as `policy.setting`. */
export const inertKnobs: Readonly<Record<string, string>> = {};
