/** The user to whom no file belongs, as most systems number it. */
const nobody = 65534;

/**
 * Acts as a user whom permissions of files bind: root, as whom tests may run, is refused nothing.
 *
 * @param act Must open no file of the tests' own, as a module that is not loaded yet.
 */
export async function asNobody<Result>(act: () => Result | Promise<Result>): Promise<Result> {
  if (process.getuid?.() !== 0) return act();
  process.seteuid?.(nobody);
  try {
    return await act();
  } finally {
    process.seteuid?.(0);
  }
}
