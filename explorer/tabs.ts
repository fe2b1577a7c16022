// Tabs after the pattern of the ARIA guide: one stop for Tab, arrow keys between them.
import { element } from "./dom.ts";

/** Tabs of a list of names; choosing one calls `choose`. */
export function tabList<Name extends string>(
  names: readonly Name[],
  titles: Readonly<Record<Name, string>>,
  label: string,
  present: Name,
  choose: (name: Name) => void,
): HTMLElement {
  const list = element("div", { role: "tablist", "aria-label": label, class: "tabs" });
  for (const name of names) {
    const selected = name === present;
    const tab = element(
      "button",
      {
        type: "button",
        role: "tab",
        id: `tab-${name}`,
        "aria-selected": selected ? "true" : "false",
        "aria-controls": "view",
        tabindex: selected ? 0 : -1,
      },
      titles[name],
    );
    tab.addEventListener("click", () => choose(name));
    tab.addEventListener("keydown", (event) => {
      const next = nextOf(names, name, event.key);
      if (next === null) return;
      event.preventDefault();
      choose(next);
      document.getElementById(`tab-${next}`)?.focus();
    });
    list.append(tab);
  }
  return list;
}

function nextOf<Name>(names: readonly Name[], name: Name, key: string): Name | null {
  const at = names.indexOf(name);
  switch (key) {
    case "ArrowRight":
      return names[(at + 1) % names.length];
    case "ArrowLeft":
      return names[(at + names.length - 1) % names.length];
    case "Home":
      return names[0];
    case "End":
      return names[names.length - 1];
    default:
      return null;
  }
}
