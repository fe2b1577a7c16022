// Knobs that move nothing, each with its reason. The study of knobs fails on one that is inert and not here, and on one that is
// here and acts.

/** Reasons by the name of a parameter, or of a setting as `policy.setting`. */
export const inertKnobs: Readonly<Record<string, string>> = {
  subcontractedShareMax:
    "a guard: it binds only when a category's subcontracted share and both multipliers stand near their high ends together",
  "other-services.standardsLevel":
    "the category is low-risk throughout its ranges, and low risk asks for one certificate level less: none at either end",
  "transport-equipment.scaleExponent":
    "scale costs firms below the reference capacity only, and of the category's ten firms none of these passes every gate; one seed in sixteen was an exception",
};
