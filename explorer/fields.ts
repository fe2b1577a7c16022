// What the controls are made of: fields with their names, numbers among them.
import type { Language } from "./words/language.ts";
import { element } from "./dom.ts";
import type { Study } from "./study.ts";

/** What the controls show, and where a change goes. */
export interface ControlsView {
  readonly study: Study;
  readonly language: Language;
  /** Takes the id of the control that was changed. */
  readonly change: (control: string, edit: (study: Study) => Study) => void;
}

/** A number within bounds; `set` takes each new one. */
export function numberInput(
  id: string,
  value: number,
  [low, high]: readonly [number, number],
  set: (value: number) => void,
): HTMLInputElement {
  const input = element("input", {
    type: "number",
    id,
    value,
    min: low,
    max: high,
    step: "any",
    inputmode: "decimal",
  });
  input.addEventListener("change", () => {
    // What is out of range is refused by the model and said so: to put another number in its place would answer another question.
    const given = input.valueAsNumber;
    if (given !== Number(input.defaultValue)) set(given);
  });
  return input;
}

/** A control under its name. */
export function field(id: string, text: string, input: HTMLElement): HTMLElement {
  return element("div", { class: "field" }, element("label", { for: id }, text), input);
}
