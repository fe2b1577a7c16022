import { expect, it } from "vitest";
import { serviceOffers } from "../../src/data/service-offers.ts";
import { spendTable } from "../../src/data/spend.ts";

it("is of a category whose supply is contested, is a service, and has a source or a reason", () => {
  const rowOf = (id: string) => spendTable.find((row) => row.id === id)!;
  for (const offer of serviceOffers) {
    expect(rowOf(offer.category).oligopolistic).toBe(false);
    expect(rowOf(offer.service)).toMatchObject({ kind: "service", oligopolistic: false });
    expect(offer.source ?? ("assumption" in offer ? offer.assumption : "")).not.toBe("");
  }
  const categories = serviceOffers.map(({ category }) => category);
  expect(new Set(categories).size).toBe(categories.length);
});
