// Checks that every link of a folder of static pages leads to a page, and to a place on it where it names one. Links to other sites
// are not asked for, since what they answer changes from day to day.
import { existsSync, readdirSync, readFileSync, statSync } from "node:fs";
import { dirname, join, relative } from "node:path";
import { parseHTML } from "linkedom";

/** Pages, links, and what is wrong: a line for each link that leads nowhere. */
export function checkLinks(folder) {
  const files = readdirSync(folder, { recursive: true, encoding: "utf8" })
    .filter((name) => name.endsWith(".html"))
    .map((name) => join(folder, name));
  const pages = new Map(files.map((file) => [file, contentsOf(file)]));
  let links = 0;
  const problems = [];
  for (const [file, { hrefs }] of pages) {
    for (const href of hrefs) {
      if (/^(?:[a-z]+:|\/\/)/i.test(href)) continue;
      links += 1;
      const [path, anchor] = href.split("#");
      let target = path === "" ? file : join(dirname(file), decodeURIComponent(path.split("?")[0]));
      if (existsSync(target) && statSync(target).isDirectory()) target = join(target, "index.html");
      const where = `${relative(folder, file)}: ${href}`;
      if (!existsSync(target)) problems.push(`${where}: no such file`);
      else if (
        anchor &&
        pages.has(target) &&
        !isOwnState(target) &&
        !pages.get(target).ids.has(decodeURIComponent(anchor))
      )
        problems.push(`${where}: no such place on the page`);
    }
  }
  return { pages: pages.size, links, problems };
}

/** What stands behind the # of the explorer is its state, not a place. */
function isOwnState(page) {
  return page.endsWith("explorer.html");
}

function contentsOf(file) {
  const { document } = parseHTML(readFileSync(file, "utf8"));
  const values = (selector, name) =>
    [...document.querySelectorAll(selector)].map((each) => each.getAttribute(name));
  return {
    hrefs: [...values("a[href]", "href"), ...values("img[src]", "src")],
    ids: new Set([...values("[id]", "id"), ...values("a[name]", "name")]),
  };
}
