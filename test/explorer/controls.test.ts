import { describe, expect, it } from "vitest";
import { controls } from "../../explorer/controls.ts";
import { startStudy } from "../../explorer/start.ts";
import { firstStudy, type Study } from "../../explorer/study.ts";
import { wordsOf } from "../../explorer/text.ts";
import { scenarios, type Pillar } from "../../src/index.ts";
import { withDocument } from "./document.ts";

const en = wordsOf("en", "chile");
const study: Study = {
  ...firstStudy,
  pack: "chile",
  policies: [
    { policy: "testing-centre", startMonth: 12, endMonth: 60, settings: { slotsPerMonth: 2 } },
    { policy: "local-content-rule", settings: { preference: 0.1 } },
    { policy: "council" },
  ],
};
const [centre, rule, council] = study.policies;

/** The controls of the study, and what becomes of it with the changes that they ask for. */
function shown(open = new Set<Pillar>()) {
  const asked: { control: string; study: Study }[] = [];
  const page = document.createElement("div");
  const change = (control: string, edit: (present: Study) => Study) =>
    asked.push({ control, study: edit(study) });
  page.append(...controls({ study, language: "en", change }, open));
  const find = (id: string) => {
    const found = page.querySelector<HTMLElement>(`#${id}`);
    if (found === null) throw new Error(`no ${id}`);
    return found;
  };
  return {
    page,
    textOf: (id: string) => [...find(id).querySelectorAll("option")].map(({ textContent }) => textContent),
    chosenIn: (id: string) => find(id).querySelector("option[selected]")?.textContent,
    /** What the study becomes where an option is chosen, or a box is ticked or not. */
    choose: (id: string, value: string | boolean): Study | undefined => {
      const control = find(id);
      if (typeof value === "boolean") Object.assign(control, { checked: value });
      else {
        for (const option of control.querySelectorAll("option")) {
          option.toggleAttribute("selected", option.getAttribute("value") === value);
        }
      }
      control.dispatchEvent(new Event("change"));
      const last = asked.at(-1);
      expect(last?.control).toBe(id);
      return last?.study;
    },
  };
}

withDocument();

describe("the controls of the explorer", () => {
  it("show of each policy whether it is chosen, from when until when, and with which settings", () => {
    const { page, textOf, chosenIn } = shown(new Set<Pillar>(["innovation"]));
    const ticked = [...page.querySelectorAll("input[id^=policy-]")].filter((box) =>
      box.hasAttribute("checked"),
    );
    expect(ticked.map(({ id }) => id.replace("policy-", "")).toSorted()).toEqual(
      study.policies.map(({ policy }) => policy).toSorted(),
    );
    const groups = [...page.querySelectorAll("details")];
    expect(groups.map((group) => group.hasAttribute("open"))).toEqual([false, true, false, false]);
    expect(groups[1].querySelector(".count")?.textContent).toMatch(/^1 of \d+$/);
    expect([chosenIn("testing-centre-start"), chosenIn("testing-centre-end")]).toEqual([
      "Jan 2018",
      "Dec 2021",
    ]);
    expect([chosenIn("council-start"), chosenIn("council-end")]).toEqual(["Jan 2019", en.toTheEnd]);
    // A policy ends after its start, and not with the horizon's last year, which is to the end.
    const ends = textOf("council-end");
    expect([ends[1], ends.at(-1)]).toEqual(["Dec 2019", "Dec 2030"]);
    expect([textOf("council-start")[0], textOf("council-start").at(-1)]).toEqual(["Jan 2017", "Jan 2031"]);
    expect(page.querySelector("#testing-centre-slotsPerMonth")?.getAttribute("value")).toBe("2");
    expect(page.querySelector("#local-content-rule-fronting")?.hasAttribute("checked")).toBe(true);
    expect(page.querySelector("#local-content-rule-preference")?.getAttribute("value")).toBe("0.1");
    expect(chosenIn("local-content-rule-instrument")).toBe("preference");
    expect(page.querySelector("#council-strength")?.getAttribute("value")).toBe("1");
  });

  it("change the policy that they belong to, and nothing else", () => {
    const { choose } = shown();
    expect(choose("policy-council", false)).toEqual({ ...study, policies: [centre, rule] });
    expect(choose("policy-matchmaking", true)?.policies).toEqual([
      ...study.policies,
      { policy: "matchmaking" },
    ]);
    expect(choose("council-start", "36")?.policies).toEqual([centre, rule, { ...council, startMonth: 36 }]);
    expect(choose("council-end", "84")?.policies).toEqual([centre, rule, { ...council, endMonth: 84 }]);
    const { endMonth: _, ...endless } = centre;
    expect(choose("testing-centre-end", "")?.policies).toEqual([endless, rule, council]);
    expect(choose("local-content-rule-fronting", false)?.policies).toEqual([
      centre,
      { ...rule, settings: { preference: 0.1, fronting: false } },
      council,
    ]);
    expect(choose("local-content-rule-instrument", "reserved")?.policies).toEqual([
      centre,
      { ...rule, settings: { preference: 0.1, instrument: "reserved" } },
      council,
    ]);
  });

  it("start from a scenario of the catalogue, or from no policy, with the sample that is there", () => {
    const { choose } = shown();
    expect(choose("start-from", "none")).toEqual({ ...study, policies: [] });
    expect(choose("start-from", "full-package")).toEqual(startStudy(study, scenarios["full-package"]));
  });

  it("change the sample: suppliers, pairs of runs, the horizon by its last year, and the country", () => {
    const { choose, textOf, chosenIn } = shown();
    expect(textOf("until")).toEqual(["2026", "2031", "2036", "2041"]);
    expect([chosenIn("until"), chosenIn("population"), chosenIn("seeds")]).toEqual(["2031", "400", "20"]);
    expect(chosenIn("pack")).toMatch(/^Chile/);
    expect(choose("until", "120")).toEqual({ ...study, months: 120 });
    expect(choose("population", "8000")).toEqual({ ...study, population: 8000 });
    expect(choose("seeds", "4")).toEqual({ ...study, seeds: 4 });
    expect(choose("pack", "peru-2017")).toEqual({ ...study, pack: "peru-2017" });
  });
});
