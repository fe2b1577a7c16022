// The library speaks of its own functions and options; who types commands reads of theirs.

/** What stands in backticks in errors of the library, as it is typed. */
const typed: Readonly<Record<string, string>> = {
  resumeStudy: "eslabon resume",
  mergeStudies: "eslabon merge",
  exportRuns: "eslabon export <scenarios...>",
  "overwrite: true": "--overwrite",
  "workers: 1": "--workers 1",
};

/** A text of the library with its functions and options as somebody types them. */
export function asTyped(text: string): string {
  return text.replace(/`([^`]+)`/g, (whole, name: string) =>
    Object.hasOwn(typed, name) ? typed[name] : whole,
  );
}

/**
 * The option that a path of a problem is about: what the library calls `seeds` is `--seeds`.
 *
 * @param renamed What stands on the command line for paths, or for what they begin with, that are called otherwise there.
 */
export function optionOf(renamed: Readonly<Record<string, string>> = {}): (path: string) => string {
  return (path) => {
    const name = path.replace(/[.[].*/, "");
    const known = [path, name].find((each) => Object.hasOwn(renamed, each));
    if (known !== undefined) return renamed[known];
    return name === "" ? "" : `--${name}`;
  };
}
