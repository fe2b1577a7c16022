/** Values of a script's options; what it does not know is refused. */
export function optionsOf<Name extends string>(
  options: Readonly<Record<Name, { readonly type: "boolean" }>>,
): Partial<Record<Name, boolean>>;
/** Says what is wrong with the words that a script was called with, and ends it. */
export function refuse(message: string): never;
