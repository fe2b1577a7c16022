import { describe, expect, it } from "vitest";
import { languageOf, stateOf } from "../../explorer/address.ts";
import { problemsText } from "../../explorer/problems.ts";
import { firstStudy, scenariosOf } from "../../explorer/study.ts";
import { expectedEs } from "../../explorer/words/problems-es.ts";
import { InputError } from "../../src/errors.ts";

function errorOf(call: () => unknown): InputError {
  try {
    call();
  } catch (error) {
    if (error instanceof InputError) return error;
    throw error;
  }
  throw new Error("nothing was refused");
}

/** Addresses that the model refuses, each for what no other is refused for. */
const refused = [
  "p=testing-center",
  "k=atlantis",
  "p=rd-credit~form*2018",
  "p=testing-centre~strength*3",
  "p=testing-centre~strength*-1",
  "p=testing-centre~slotsPerMonth*abc",
  "p=testing-centre~startMonth*1.5",
  "p=local-content-rule~fronting*3",
  "p=testing-centre&p=testing-centre",
  "p=testing-centre~startMonth*500",
  "p=testing-centre~endMonth*500",
  "p=testing-centre~startMonth*50~endMonth*50",
].map((parts) => `#v=1&l=es&${parts}`);

describe("what the explorer refuses", () => {
  it("is said in Spanish, what the model expects included", () => {
    for (const address of refused) {
      const text = problemsText(
        errorOf(() => stateOf(address)),
        "es",
      );
      expect(text, address).toMatch(/: hay .+, se espera /);
      expect(text, address).not.toMatch(/en inglés|expected|found|policies\[|settings|Month|strength/);
    }
  });

  it("has a Spanish phrase for each that the model says, and none for what it does not", () => {
    const said = refused.flatMap((address) =>
      errorOf(() => stateOf(address)).problems.map(({ expected }) => expected.replace(/; policies.*$/, "")),
    );
    for (const [english] of expectedEs)
      expect(
        said.some((each) => english.test(each)),
        String(english),
      ).toBe(true);
  });

  it("is marked as English where the model says what the page has no words for", () => {
    const error = new InputError("a scenario", [{ path: "x", value: 1, expected: "something else" }]);
    expect(problemsText(error, "es")).toBe("x: hay 1, se espera (en inglés) something else");
    expect(problemsText(error, "en")).toBe("x: found 1, expected something else");
  });

  it("is told in the language of the address, whatever else is wrong with it", () => {
    const address = "#l=es&q=1&n=7&s=4&s=5&p=testing-centre~slots&p=council~startMonth*x";
    const text = problemsText(
      errorOf(() => stateOf(address)),
      languageOf(address) ?? "en",
    );
    expect(text.split("\n")).toEqual([
      'q: hay "1", se espera uno de: v, l, k, n, m, s, p',
      'Pares de corridas (s): hay ["4","5"], se espera un solo valor',
      'Versión de la dirección (v): no hay nada, se espera "1", la versión de las direcciones',
      'Proveedores al inicio (n): hay "7", se espera un número entero de 50 a 8000',
      '“Centro de pruebas”: hay "slots", se espera nombre*valor',
      '“Consejo multiactor”, Rige desde: hay "x", se espera un número',
    ]);
    expect(languageOf("#v=1&l=de")).toBeNull();
  });

  it("calls a chosen policy and its months as the controls show them", () => {
    const policies = [
      { policy: "council", startMonth: 144 },
      { policy: "testing-centre", endMonth: 132 },
      { policy: "matchmaking", strength: 2 },
      { policy: "rd-centre", delayMonths: -1, settings: { centrePlaces: 1e6 } },
      { policy: "scholarships", startMonth: 30, endMonth: 30 },
    ];
    const asked = { ...firstStudy, months: 120, policies };
    const error = errorOf(() => scenariosOf(asked));
    expect(problemsText(error, "es", asked).split("\n")).toEqual([
      '“Consejo multiactor”, Rige desde: hay "ene. 2029", se espera un mes anterior al horizonte de 120 meses',
      '“Centro de pruebas”, Rige hasta: hay "dic. 2027", se espera un mes hasta el horizonte de 120 meses',
      "“Foros de encuentro con proveedores”, Parte del diseño completo, 0 a 1: hay 2, se espera 1 a lo más",
      "“Centro de I+D aplicada”, meses antes de empezar a actuar: hay -1, se espera 0 por lo menos",
      "“Centro de I+D aplicada”, proyectos en que participa a la vez, con la población usual (proyectos, 0–60): hay 1000000, se espera 60 a lo más",
      '“Becas en el extranjero”, Rige hasta: hay "jun. 2019", se espera un mes posterior a “Rige desde” (jul. 2019)',
    ]);
    expect(problemsText(error, "en", asked)).toMatch(
      /^“Multi-stakeholder council”, In force from: found "Jan 2029", expected a month before/,
    );
  });

  it("calls what an address asks the model for by its control, and a policy that there is not by its place", () => {
    const told = (parts: string, language: "en" | "es") =>
      problemsText(
        errorOf(() => stateOf(`#v=1&${parts}`)),
        language,
      );
    expect(told("p=council&p=testing-center", "en")).toBe(
      'Policy 2: found "testing-center", expected the id of a policy; did you mean "testing-centre"?',
    );
    expect(told("k=chile&p=bidding-training~preparedShare*7", "en")).toBe(
      "“Training in registration and bidding”, Chilean firms that courses reach (share of firms, 0–1): found 7, expected at most 1",
    );
    expect(told("k=atlantis", "es")).toMatch(/^Datos del país: hay "atlantis", se espera el nombre/);
    expect(told("p=council~startMonth*1.5", "en")).toBe(
      "“Multi-stakeholder council”, In force from: found 1.5, expected a whole number",
    );
  });
});
