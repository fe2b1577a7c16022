// What the site needs of typedoc beside its options: documents are called by their headings and grouped by what a reader wants of
// them, and a link of the navigation to `site:page.html` leads to that page of the site from every other.
import { Converter, PageEvent } from "typedoc";

const howTo = "How to";
const groups = [
  [/^docs\/(?:guide|guia|gallery|explorer)\.md$/, "Start here"],
  [/^docs\/(?:odd|code-map|versioning)\.md$/, "The model"],
  [/^docs\/(?:evidence|verification-and-validation)\.md$|^docs\/evidence\//, "Evidence"],
  [/^docs\/reference\//, "Reference"],
  [/^docs\/decisions\//, "Decisions"],
  [/^docs\//, howTo],
  [/./, "Project"],
];

/** Adds both to an application of typedoc. */
export function load(app) {
  app.converter.on(Converter.EVENT_CREATE_DOCUMENT, (_context, document) => {
    const heading = /^# (.+)$/m.exec(document.content.map(({ text }) => text).join(""));
    if (heading !== null) document.name = heading[1].replaceAll("`", "");
    const path = document.project.files.getReflectionPath(document)?.replace(`${process.cwd()}/`, "") ?? "";
    document.frontmatter.group = groups.find(([pattern]) => pattern.test(path))?.[1] ?? howTo;
  });
  app.renderer.on(PageEvent.END, (page) => {
    const up = "../".repeat(page.url.split("/").length - 1);
    page.contents = page.contents?.replaceAll('href="site:', `href="${up}`);
  });
}
