import { describe, expect, it } from "vitest";
import { shortened, supplierName, wordsOf } from "../../explorer/text.ts";

describe("names of suppliers", () => {
  it("say in the reader's language what a drawn firm does; a real firm's name stays", () => {
    expect(supplierName("peruvian labour-contracting 12", wordsOf("es"))).toBe("Mano de obra 12");
    expect(supplierName("peruvian consumables m84-3", wordsOf("en"))).toBe("Consumables m84-3");
    expect(supplierName("Resemin S.A.", wordsOf("en"))).toBe("Resemin S.A.");
  });

  it("keep the number that tells them apart when they are cut", () => {
    expect(shortened("Servicios profesionales 12", 14)).toBe("Servicios… 12");
    expect(shortened("metálicas m24-1", 8)).toBe("m… m24-1");
    expect(shortened("metálicas m24-1", 7)).toBe("m24-1");
    expect(shortened("Southern Peru Copper", 12)).toBe("Southern Pe…");
    expect(shortened("Las Bambas", 12)).toBe("Las Bambas");
  });
});
