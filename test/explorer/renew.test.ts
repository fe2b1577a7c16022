import { describe, expect, it } from "vitest";
import { element } from "../../explorer/dom.ts";
import { renew } from "../../explorer/renew.ts";
import { withDocument } from "./document.ts";

withDocument();

describe("what is made anew", () => {
  it("leaves the elements of a kind and id that stand in one place, with their handlers, and brings them up to date", () => {
    const pressed: string[] = [];
    const button = (id: string, text: string, file: string | null = null) => {
      const made = element("button", { id, "data-file": file }, text);
      made.addEventListener("click", () => pressed.push(`${id}, made as ${text}`));
      return made;
    };
    const place = element("div", {}, button("save", "Save", "a.svg"), element("p", {}, "One"));
    const [save, line] = [...place.children];
    const tail = document.createTextNode("tail");
    renew(place, [button("save", "Guardar"), element("p", { class: "note" }, "Dos"), tail]);
    expect(place.children[0]).toBe(save);
    expect(place.children[1]).toBe(line);
    expect(place.innerHTML).toBe('<button id="save">Guardar</button><p class="note">Dos</p>tail');
    place.querySelector("button")?.click();

    // Another id is another button, which does something else.
    renew(place, [button("copy", "Guardar")]);
    expect(place.children[0]).not.toBe(save);
    expect(place.innerHTML).toBe('<button id="copy">Guardar</button>');
    place.querySelector("button")?.click();
    expect(pressed).toEqual(["save, made as Save", "copy, made as Guardar"]);
  });

  it("puts another kind in its place, and leaves what is the same", () => {
    const drawn = () => document.createElementNS("http://www.w3.org/2000/svg", "svg");
    const place = element("div", {}, "text", element("p"), drawn());
    const figure = place.lastChild;
    renew(place, [document.createTextNode("texto"), element("h3", {}, "Title"), drawn()]);
    expect(place.innerHTML).toMatch(/^texto<h3>Title<\/h3><svg/);
    expect(place.lastChild).toBe(figure);
  });
});
