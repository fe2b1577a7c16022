import { describe, expect, it } from "vitest";
import { checkLinks } from "../../../scripts/site/check-links.mjs";
import { folderOf } from "../folder.ts";

const page = (...parts: readonly string[]) => `<!doctype html><html><body>${parts.join("")}</body></html>`;
const link = (href: string) => `<a href="${href}">it</a>`;

describe("the check of a site's links", () => {
  it("follows links between pages, to places on them, to folders and pictures", () => {
    const folder = folderOf({
      "index.html": page(
        ...["docs/guide.html", "docs/guide.html#start%20here", "docs/guide.html#old", "docs/", "docs"].map(
          link,
        ),
        ...["#top", "?q=1#top", "explorer.html#v=1&amp;l=en"].map(link),
        '<p id="top"></p><img src="docs/picture%201.svg"><img src="data:image/png;base64,AA">',
      ),
      "docs/guide.html": page('<h2 id="start here"></h2><a name="old"></a>', link("../index.html#top")),
      "docs/index.html": page(),
      "docs/picture 1.svg": "<svg/>",
      "explorer.html": page(),
    });
    expect(checkLinks(folder)).toEqual({ pages: 4, links: 10, problems: [] });
  });

  it("names the page and the link that leads nowhere", () => {
    const folder = folderOf({
      "index.html": page(
        ...["nowhere.html", "docs/", "docs/guide.html#nothing", "#nothing"].map(link),
        '<img src="none.svg">',
      ),
      "docs/guide.html": page(link("index.html")),
    });
    expect(checkLinks(folder).problems).toEqual([
      "index.html: nowhere.html: no such file",
      "index.html: docs/: no such file",
      "index.html: docs/guide.html#nothing: no such place on the page",
      "index.html: #nothing: no such place on the page",
      "index.html: none.svg: no such file",
      "docs/guide.html: index.html: no such file",
    ]);
  });

  it("asks for nothing outside", () => {
    const outside = [
      "https://example.org/x",
      "mailto:a@example.org",
      "//example.org/x",
      "HTTP://example.org",
    ];
    expect(checkLinks(folderOf({ "index.html": page(...outside.map(link)) }))).toEqual({
      pages: 1,
      links: 0,
      problems: [],
    });
  });
});
