import { describe, expect, it } from "vitest";
import { settingsOf } from "../../explorer/settings.ts";
import {
  answerText,
  buyerName,
  optionText,
  policyMechanism,
  settingText,
  startTitle,
  tickText,
  wordsOf,
} from "../../explorer/text.ts";
import { firstStudy } from "../../explorer/study.ts";
import type { Pair, RunSummary } from "../../explorer/summary.ts";
import { optionsEs, settingsEs, unitsEs } from "../../explorer/words/settings-es.ts";
import { startIds, startTitles } from "../../explorer/words/start-titles.ts";
import { metricNames, packs, policies, scenarios, type PolicyId } from "../../src/index.ts";

/** A pair of runs of which only local value and public cost are told, US$ million a year. */
function pair(seed: number, baseline: number, scenario: number, cost: number): Pair {
  const run = (value: number, paid: number) => {
    const values = metricNames.map((name) =>
      name === "localValueNetUsd" ? value * 1e6 : name === "publicCostUsd" ? paid * 1e6 : 0,
    );
    return { values } as unknown as RunSummary;
  };
  return { seed, baseline: run(baseline, 1), scenario: run(scenario, 1 + cost) };
}

const study = { ...firstStudy, policies: [{ policy: "testing-centre" }] };

describe("the words of the explorer", () => {
  it("tell in Spanish of every setting of every policy, its unit and its options, and of none that does not exist", () => {
    const settings = Object.values(policies).flatMap((policy) => settingsOf(policy));
    const told = (words: Readonly<Record<string, string>>, said: readonly string[]) =>
      expect(Object.keys(words).toSorted()).toEqual([...new Set(said)].toSorted());
    told(
      settingsEs,
      settings.map(({ name }) => name),
    );
    told(
      unitsEs,
      settings.flatMap(({ unit, range }) => (range === null ? [] : [unit])),
    );
    told(
      optionsEs,
      settings.flatMap(({ options }) => options),
    );
  });

  it("call a start by the title that it has in the catalogue", () => {
    for (const id of startIds) expect(startTitles[id].en).toBe(scenarios[id].title);
  });

  it("speak of each country's own firms where settings and starts of the catalogue speak of Peru's", () => {
    const settings = Object.values(policies).flatMap((policy) => settingsOf(policy));
    for (const language of ["en", "es"] as const) {
      const said = (pack: string) =>
        [
          ...settings.map((setting) => settingText(setting, pack, language)),
          ...settings.flatMap((setting) =>
            setting.options.map((each) => optionText(setting, each, pack, language)),
          ),
          ...startIds.map((id) => startTitle(id, pack, language)),
          ...Object.values(policies).map(({ id }) => policyMechanism(id as PolicyId, language)),
        ].join("\n");
      expect(said("peru-2017")).toMatch(
        language === "en" ? /Peruvian-owned[^]*in Peru/ : /peruanas[^]*el Perú/,
      );
      for (const pack of Object.keys(packs).filter((id) => id !== study.pack)) {
        const ofLaws = /Peru’s law(?: of \d+)?|or Peru’s by|ley peruana de \d+|la del Perú|ley del Perú/g;
        expect(said(pack).replace(ofLaws, ""), `${language} ${pack}`).not.toMatch(/Peru|Perú|peruan/);
        expect(said(pack)).toContain(packs[pack].country);
      }
    }
    const membership = settings.find(({ name }) => name === "membership");
    expect(membership && settingText(membership, "chile", "es")).toBe(
      "empresas chilenas que se asocian (fracción de las empresas, 0–1)",
    );
    const definition = settings.find(({ name }) => name === "definition");
    expect(definition && optionText(definition, "owned", "chile", "es")).toBe("propiedad chilena");
    expect(startTitle("local-content-owned", "chile", "en")).toBe("Local-content rule, Chilean-owned");
  });

  it("say of the R&D credit's laws that they are Peru's where the country is another", () => {
    const form = settingsOf(policies["rd-credit"]).find(({ name }) => name === "form");
    if (form === undefined) throw new Error("the credit has no forms");
    for (const language of ["en", "es"] as const) {
      expect(form.options.map((each) => optionText(form, each, "chile", language))).toEqual(
        language === "en"
          ? ["the country’s own", "Peru’s law of 2019", "Peru’s law of 2023", "none"]
          : ["la propia del país", "ley peruana de 2019", "ley peruana de 2023", "sin ley"],
      );
      // What the law of 2016 lets deduct is Peru's.
      expect(settingText(form, "chile", language)).not.toContain("50 %");
      expect(settingText(form, "peru-2017", language)).toContain("50 %");
    }
    const legislated = startIds.filter((id) =>
      scenarios[id].policies.some(({ settings }) => ["2019", "2023"].includes(String(settings["form"]))),
    );
    const marked = (language: "en" | "es", words: string) =>
      startIds.filter((id) => startTitle(id, "chile", language).endsWith(words));
    expect(marked("en", " (Peru’s law)")).toEqual(legislated);
    expect(marked("es", " (ley del Perú)")).toEqual(legislated);
    expect(startTitle("rd-credit-2019", "peru-2017", "en")).toBe("R&D credit, law in force from 2020");
  });

  it("say an effect with its interval, its size and what a public dollar brings", () => {
    const pairs = [pair(1, 1000, 1008, 2), pair(2, 1000, 1010, 2), pair(3, 1000, 1012, 2)];
    const { sentence, rest } = answerText(study, pairs, "en");
    expect(sentence).toBe(
      "With “Testing centre”, Peru captures US$ 10.0 million more a year [5.0, 15.0] than without.",
    );
    expect(rest).toBe(
      "That is +1.0 % of the US$ 1,000 million of net local value a year without it. The public pays US$ 2.0 million more a year, so a public dollar brings US$ 5.0 [2.5, 7.5] of net local value.",
    );
    expect(answerText(study, pairs, "es").sentence).toBe(
      "Con “Centro de pruebas”, el Perú captura US$ 10.0 millones más al año [5.0, 15.0] que sin ello.",
    );
  });

  it("say what the public saves as a saving, and what is small with the digits that tell", () => {
    const rest = (language: "en" | "es", ...pairs: Pair[]) => answerText(study, pairs, language).rest;
    const saving = [pair(1, 100, 100, -0.004), pair(2, 100, 100, -0.004)];
    expect(rest("en", ...saving)).toBe("The public pays US$ 0.004 million less a year.");
    expect(rest("es", ...saving)).toBe("El Estado paga US$ 0.004 millones menos al año.");
    expect(rest("en", pair(1, 100, 100, 0), pair(2, 90, 90, 0))).toBe("It costs the public nothing.");
    const dear = [pair(1, 100, 100.01, 1), pair(2, 100, 100.011, 1), pair(3, 100, 100.012, 1)];
    expect(rest("en", ...dear)).toContain("+0.01 %");
    expect(rest("en", ...dear)).toContain("a public dollar brings US$ 0.01 [0.01, 0.01] of");
  });

  it("name the country of each data pack, and in Spanish its people by their gender and number", () => {
    const chosen = { ...study, pack: "chile" };
    const pairs = [pair(1, 1000, 1008, 2), pair(2, 1000, 1010, 2), pair(3, 1000, 1012, 2)];
    expect(answerText(chosen, pairs, "en").sentence).toMatch(/, Chile captures US\$ 10\.0 million more/);
    for (const language of ["en", "es"] as const) {
      for (const pack of Object.keys(packs).filter((id) => id !== study.pack)) {
        const { packNote, paper: _, ...words } = wordsOf(language, pack);
        const said = JSON.stringify(words);
        expect(packNote).toMatch(/Per[uú]/);
        expect(said, `${language} ${pack}`).not.toMatch(/\bPer[uú]\b|[Pp]eruvian\b|peruan/);
        expect(said).toContain(packs[pack].country);
      }
    }
    expect(wordsOf("es", "chile").title).toBe("¿Quién entra en la cadena del cobre chileno?");
    expect(wordsOf("es").paths.workingSuppliers).toBe("Empresas peruanas con trabajo minero");
    expect(buyerName("other-mines", "peru-2017", wordsOf("es"))).toBe("Otras minas");
  });

  it("join names as their language does, and count months in its number", () => {
    const { and, story } = wordsOf("es");
    expect(["“I+D con universidades extranjeras”", "“Hidrógeno”", "“Hierro”", "“Portal”"].map(and)).toEqual([
      "e",
      "e",
      "y",
      "y",
    ]);
    expect(story.won("Antamina", "100", 1)).toContain("por 1 mes");
    expect(wordsOf("en").story.subcontract("Antamina", "100", 1)).toMatch(/for 1 month$/);
  });

  it("write at an axis as many digits as a number has, and no sign before nothing", () => {
    expect([0.02, -0.5, -0, 1500].map((value) => tickText(value, wordsOf("en")))).toEqual([
      "0.02",
      "−0.5",
      "0",
      "1,500",
    ]);
  });

  it("claim nothing of a difference that is the same in too few pairs, and say of more what it rests on", () => {
    const alike = (n: number) => Array.from({ length: n }, (_, i) => pair(i, 100 + i, 103 + i, 2));
    expect(answerText(study, alike(4), "en")).toEqual({
      sentence:
        "With “Testing centre”, the difference is US$ +3.0 million a year in each of 4 pairs of runs, too few to tell that from chance.",
      rest: "The public pays US$ 2.0 million more a year.",
    });
    expect(answerText(study, alike(4), "es").sentence).toBe(
      "Con “Centro de pruebas”, la diferencia es de US$ +3.0 millones al año en cada uno de 4 pares de corridas: son muy pocos para distinguirla del azar.",
    );
    expect(answerText(study, alike(6), "en").sentence).toContain("US$ 3.0 million more a year [3.0, 3.0]");
    expect(answerText(study, alike(6), "en").rest).toContain(
      "The difference is the same in all 6 pairs, so its interval has no width: right for a fixed amount, too sure for a count.",
    );
    expect(answerText(study, alike(6), "es").rest).toContain("La diferencia es la misma en los 6 pares");
  });

  it("caution of a difference that few pairs have", () => {
    const pairs = [0, 9, 0, 9, 8, 0, 9, 0].map((more, i) => pair(i, 100, 100 + more, 2));
    const [en, es] = (["en", "es"] as const).map((language) => answerText(study, pairs, language).rest);
    expect(en).toContain(
      "In 4 of 8 pairs nothing changes: an interval of what happens so seldom holds less often",
    );
    expect(es).toContain("En 4 de 8 pares no cambia nada");
    expect(answerText(study, [pair(1, 1, 1, 0), pair(2, 1, 1, 0)], "en").rest).not.toContain(
      "nothing changes",
    );
  });

  it("do not take a public cost for sure that is not told apart from nothing", () => {
    const pairs = [
      pair(1, 100, 140, -1),
      pair(2, 100, 141, 2),
      pair(3, 100, 139, -2),
      pair(4, 100, 140, 1.8),
    ];
    expect(answerText(study, pairs, "en").rest).toMatch(
      / What it costs the public is not told apart from nothing: between US\$ −3\.0 and \+3\.4 million a year\.$/,
    );
    expect(answerText(study, pairs, "es").rest).toMatch(
      / Lo que le cuesta al Estado no se distingue de cero: entre US\$ −3\.0 y \+3\.4 millones al año\.$/,
    );
  });

  it("say a loss as a loss, chance as chance, and nothing as nothing", () => {
    const says = (...pairs: Pair[]) => answerText(study, pairs, "en").sentence;
    expect(says(pair(1, 100, 90, 0), pair(2, 100, 89, 0))).toContain("less a year [4.1, 16.9]");
    expect(says(pair(1, 100, 90, 0), pair(2, 100, 112, 0))).toContain("not told apart");
    expect(says(pair(1, 100, 100, 0), pair(2, 90, 90, 0))).toBe(
      "With “Testing centre”, net local value is exactly the baseline’s in every pair of runs.",
    );
    expect(says(pair(1, 100, 100, 0))).toContain("An interval needs two");
    expect(says()).toContain("under way");
  });
});
