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
      expect(text, address).toMatch(/^[\w.[\]]+: hay .+, se espera /);
      expect(text, address).not.toMatch(/en inglés|expected|found/);
    }
  });

  it("has a Spanish phrase for each that the model says, and none for what it does not", () => {
    const said = refused.flatMap((address) =>
      errorOf(() => stateOf(address)).problems.map(({ expected }) => expected),
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
      's: hay ["4","5"], se espera un solo valor',
      'v: no hay nada, se espera "1", la versión de las direcciones',
      'n: hay "7", se espera un número entero de 50 a 8000',
      'p[0]: hay "slots", se espera nombre*valor',
      'p[1].startMonth: hay "x", se espera un número',
    ]);
    expect(languageOf("#v=1&l=de")).toBeNull();
  });

  it("calls a chosen policy and its months as the controls show them", () => {
    const policies = [
      { policy: "council", startMonth: 144 },
      { policy: "testing-centre", endMonth: 132 },
      { policy: "matchmaking", strength: 2 },
    ];
    const error = errorOf(() => scenariosOf({ ...firstStudy, months: 120, policies }));
    expect(problemsText(error, "es", policies).split("\n")).toEqual([
      '“Consejo multiactor”, Rige desde: hay "ene. 2029", se espera un mes anterior al horizonte de 120 meses',
      '“Centro de pruebas”, Rige hasta: hay "dic. 2027", se espera un mes hasta el horizonte de 120 meses',
      "“Foros de encuentro con proveedores”, strength: hay 2, se espera 1 a lo más",
    ]);
    expect(problemsText(error, "en", policies)).toMatch(
      /^“Multi-stakeholder council”, In force from: found "Jan 2029", expected a month before/,
    );
  });
});
