import { describe, expect, it } from "vitest";
import { tabList } from "../../explorer/tabs.ts";
import { withDocument } from "./document.ts";

withDocument();

describe("tabs", () => {
  const names = ["ladder", "funnel", "take"] as const;
  const titles = { ladder: "Value", funnel: "Who gets in", take: "Take it with you" };

  /** What is chosen by a key on a tab; undefined for nothing. */
  const chosenBy = (key: string, on: string) => {
    const chosen: string[] = [];
    const list = tabList(names, titles, "Views", "funnel", (name) => chosen.push(name));
    const event = Object.assign(new Event("keydown", { cancelable: true }), { key });
    list.querySelector(`#tab-${on}`)?.dispatchEvent(event);
    expect(event.defaultPrevented, key).toBe(chosen.length > 0);
    return chosen[0];
  };

  it("are gone through with arrows, round at the ends, and by Home and End; other keys are left alone", () => {
    expect(names.map((name) => chosenBy("ArrowRight", name))).toEqual(["funnel", "take", "ladder"]);
    expect(names.map((name) => chosenBy("ArrowLeft", name))).toEqual(["take", "ladder", "funnel"]);
    expect([chosenBy("Home", "funnel"), chosenBy("End", "funnel")]).toEqual(["ladder", "take"]);
    expect([chosenBy("Tab", "funnel"), chosenBy("a", "funnel")]).toEqual([undefined, undefined]);
  });

  it("say which is shown, and are one stop of the keyboard: that", () => {
    const tabs = [...tabList(names, titles, "Views", "funnel", () => undefined).querySelectorAll("button")];
    const told = (name: string) => tabs.map((tab) => tab.getAttribute(name));
    expect(told("aria-selected")).toEqual(["false", "true", "false"]);
    expect(told("tabindex")).toEqual(["-1", "0", "-1"]);
    expect(tabs.map(({ textContent }) => textContent)).toEqual(Object.values(titles));
  });
});
