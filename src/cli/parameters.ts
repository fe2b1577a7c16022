import { parameters } from "../data/parameters.ts";
import { parametersReport } from "../report/catalogue.ts";
import { unknownName } from "../errors.ts";
import { inputOf } from "./input.ts";
import { outputStyle, print, printJson } from "./output.ts";

/** `eslabon parameters [text]` */
export function parametersCommand(part: string | undefined, options: { readonly json?: boolean }): void {
  const input = inputOf("parameters");
  const all = Object.entries(parameters);
  const wanted = (part ?? "").toLowerCase();
  const found = all.filter(
    ([name, { meaning }]) => name.toLowerCase().includes(wanted) || meaning.toLowerCase().includes(wanted),
  );
  if (part !== undefined && found.length === 0) {
    const what = "a part of a parameter's name or meaning";
    input.problems.push(unknownName("text", part, what, Object.keys(parameters)));
  }
  input.check();
  if (options.json === true) printJson(Object.fromEntries(found));
  else print(parametersReport(found, outputStyle()));
}
