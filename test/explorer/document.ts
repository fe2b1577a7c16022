import { parseHTML } from "linkedom";
import { afterAll, beforeAll, vi } from "vitest";

/** Gives the tests of a file a document without a browser, and takes it away after them: the files of a worker share their globals. */
export function withDocument(): void {
  beforeAll(() => {
    const page: object = parseHTML("<!doctype html><html><body></body></html>");
    const { document } = page as Pick<typeof globalThis, "document">;
    vi.stubGlobal("document", document);
    // Plot looks for the page's document there.
    vi.stubGlobal("window", { document });
    for (const name of ["Event", "Text", "HTMLElement", "HTMLInputElement", "HTMLSelectElement"]) {
      vi.stubGlobal(name, (page as Readonly<Record<string, unknown>>)[name]);
    }
  });
  afterAll(() => {
    vi.unstubAllGlobals();
  });
}

/** Parts of a view in a place of their own. */
export function shown(parts: readonly HTMLElement[]): HTMLElement {
  const page = document.createElement("div");
  page.append(...parts);
  return page;
}

/** What the elements of a place that a selector finds say. */
export function textsOf(place: ParentNode, selector: string): (string | null)[] {
  return [...place.querySelectorAll(selector)].map(({ textContent }) => textContent);
}
