import { describe, expect, it } from "vitest";
import { ContractKind, Origin, Quadrant } from "../../src/agents/codes.ts";
import type { Contract, Subcontract } from "../../src/agents/contract.ts";
import type { Supplier } from "../../src/agents/supplier.ts";
import { addPiece, enter, PieceAmount, setPieceAmount, takeRow } from "../../src/engine/book.ts";
import { ownEvidenceMonths } from "../../src/engine/evidence.ts";
import { Books, Flow, ladderPlace, rungNames } from "../../src/engine/ledger.ts";
import { frontingOf, paidOf, piecePaidOf, postMonth, stand } from "../../src/engine/standing.ts";
import type { World } from "../../src/engine/world.ts";
import { contestedLot, smallWorld } from "./worlds.ts";

/** A world where half of the pay is withheld after a failure and profits are taxed at 30 %. */
const world30 = (parameters: Record<string, number> = {}) =>
  smallWorld({
    parameters: { failurePenaltyShare: 0.5, taxRate: 0.3, ...parameters },
    beyondRanges: true,
  });

const firmOf = (world: World, origin: number, nth = 0) =>
  world.suppliers.filter((firm) => firm.origin === origin)[nth];

/** A piece of 2.00 of the pay: it costs its firm 1.60, of which 0.60 is imported. */
function pieceFor({ id }: Supplier, partner = false, priceCents = 200): Subcontract {
  return { supplier: id, capacityUsdPerMonth: 2, priceCents, costCents: 160, importedCents: 60, partner };
}

type Changes = Partial<Contract> & { readonly subcontracts?: readonly Subcontract[] };

/** A contract of 10.00 a month that costs its holder 5.00, of which 3.00 is imported. It enters the book. */
function contractWith(
  world: World,
  supplier: Supplier | null,
  { subcontracts = [], ...changes }: Changes = {},
): Contract {
  const { buyer, site, category } = contestedLot(world);
  const row = takeRow(world.book);
  for (const { supplier: second, partner, ...amounts } of subcontracts) {
    const place = addPiece(world.book, row, second, 7, partner);
    for (const name of ["capacityUsdPerMonth", "priceCents", "costCents", "importedCents"] as const) {
      setPieceAmount(world.book.pieces, place, PieceAmount[name], amounts[name]);
    }
  }
  const sum = (amount: (piece: Subcontract) => number) =>
    subcontracts.reduce((total, piece) => total + amount(piece), 0);
  const quadrant = changes.quadrant ?? Quadrant.lowRiskLowCost;
  const origin = supplier?.origin ?? Origin.imported;
  const contract: Contract = {
    id: 1_000_000,
    kind: supplier === null ? ContractKind.import : ContractKind.tender,
    lot: null,
    key: 11,
    supplier,
    buyer,
    site,
    category,
    quadrant,
    startMonth: 0,
    endMonth: 12,
    ownUsdPerMonth: 8,
    priceCents: 1000,
    costCents: supplier === null ? 0 : 500,
    importedCents: supplier === null ? 0 : 300,
    subcontractCents: sum(({ priceCents }) => priceCents),
    subcontractImportedCents: sum(({ importedCents }) => importedCents),
    frontingCents: 0,
    preferenceCents: 0,
    savingCents: 0,
    lossPerDailyRevenue: 0,
    place: ladderPlace(world.ledger, origin, category, quadrant, site),
    row,
    listed: -1,
    ...changes,
  };
  enter(world.book, contract);
  return contract;
}

const booksOf = (world: World) => new Books(world.categories.length, world.mines.length);

/** The rungs of books, over all cells, and the flows that are not 0; cents. */
function read(books: Books): Record<string, number> {
  const ladder = rungNames.map((name, rung) => {
    let cents = 0;
    for (let at = rung; at < books.bySite.length; at += rungNames.length) cents += books.bySite[at];
    return [name, cents] as const;
  });
  const flows = Object.entries(Flow).map(([name, flow]) => [name, books.flows[flow]] as const);
  return Object.fromEntries([...ladder, ...flows].filter(([, cents]) => cents !== 0));
}

/** What a month of a contract posts. */
function month(world: World, { row }: Contract, failed = false, sign: 1 | -1 = 1) {
  const books = booksOf(world);
  postMonth(world, books, row, failed, sign);
  return read(books);
}

const negated = (amounts: Record<string, number>) =>
  Object.fromEntries(Object.entries(amounts).map(([name, cents]) => [name, -cents]));

describe("a month of a Peruvian firm's contract", () => {
  const good = {
    spendUsd: 1000,
    inCountryUsd: 1000,
    peruvianDirectUsd: 1000,
    peruvianWithSubcontractsUsd: 1000,
    // 300 imported by the holder, 60 by its partner.
    spendLocalValueUsd: 640,
    spendLocalValuePeruvianOwnedUsd: 640,
    importedContentUsd: 360,
    paidByBuyers: 1000,
    receivedBySuppliers: 1000,
    subcontracts: 200,
    preference: 30,
    savings: 20,
  };
  const made = (changes: Changes = {}) => {
    const world = world30();
    const [holder, partner] = [firmOf(world, Origin.peruvian), firmOf(world, Origin.peruvian, 1)];
    const subcontracts = [pieceFor(partner, true)];
    const contract = contractWith(world, holder, {
      subcontracts,
      preferenceCents: 30,
      savingCents: 20,
      ...changes,
    });
    return { world, contract, holder, partner };
  };

  it("is Peruvian spend in full; what is not imported stays in the country, in Peruvian hands", () => {
    const { world, contract } = made();
    expect(month(world, contract)).toEqual(good);
    expect(month(world, contract, false, -1)).toEqual(negated(good));
  });

  it("is knowledge-intensive when it is risky and costly, or an innovation", () => {
    const risky = made({ quadrant: Quadrant.highRiskHighCost });
    expect(month(risky.world, risky.contract)).toEqual({ ...good, knowledgeIntensiveUsd: 640 });
    const innovation = made({ kind: ContractKind.innovation });
    expect(month(innovation.world, innovation.contract)).toEqual({ ...good, knowledgeIntensiveUsd: 640 });
  });

  it("for a project is capital spend, and Peruvian capital spend", () => {
    const world = world30();
    const lot = Object.assign(contestedLot(world), { capital: true });
    const contract = contractWith(world, firmOf(world, Origin.peruvian), { lot });
    expect(month(world, contract)).toMatchObject({ capitalSpend: 1000, capitalPeruvian: 1000 });
    const foreign = contractWith(world, firmOf(world, Origin.global), { lot });
    expect(month(world, foreign)).toMatchObject({ capitalSpend: 1000 });
    expect(month(world, foreign)).not.toHaveProperty("capitalPeruvian");
  });

  it("that went badly brings half of the pay, to the holder and its partners alike", () => {
    const { world, contract } = made();
    expect(month(world, contract, true)).toEqual({
      ...good,
      spendUsd: 500,
      inCountryUsd: 500,
      peruvianDirectUsd: 500,
      peruvianWithSubcontractsUsd: 500,
      spendLocalValueUsd: 140,
      spendLocalValuePeruvianOwnedUsd: 140,
      paidByBuyers: 500,
      receivedBySuppliers: 500,
      subcontracts: 100,
    });
  });
});

describe("a month of a foreign firm's contract", () => {
  const made = (changes: Changes = {}) => {
    const world = world30();
    const second = firmOf(world, Origin.peruvian);
    const holder = firmOf(world, Origin.global);
    const subcontracts = [pieceFor(second)];
    return { world, contract: contractWith(world, holder, { subcontracts, frontingCents: 50, ...changes }) };
  };
  const good = {
    spendUsd: 1000,
    inCountryUsd: 1000,
    // What is passed on and the front's fee; of that, 60 is imported.
    peruvianWithSubcontractsUsd: 250,
    spendLocalValuePeruvianOwnedUsd: 190,
    importedContentUsd: 360,
    // A profit of 1000 - 200 - 50 - 500 = 250, less 75 of tax, goes home.
    remittedProfitUsd: 175,
    spendLocalValueUsd: 465,
    paidByBuyers: 1000,
    receivedBySuppliers: 1000,
    subcontracts: 200,
    fronting: 50,
    taxes: 75,
  };

  it("leaves wages, tax, what is passed on and the front's fee; its profit after tax goes home", () => {
    const { world, contract } = made();
    expect(month(world, contract)).toEqual(good);
    expect(month(world, contract, false, -1)).toEqual(negated(good));
  });

  it("is knowledge-intensive only in its Peruvian part", () => {
    const { world, contract } = made({ quadrant: Quadrant.highRiskHighCost });
    expect(month(world, contract)).toEqual({ ...good, knowledgeIntensiveUsd: 190 });
  });

  it("that brings a loss pays no tax, and the owners abroad bear the loss", () => {
    const { world, contract } = made();
    const bad = {
      ...good,
      spendUsd: 500,
      inCountryUsd: 500,
      peruvianWithSubcontractsUsd: 150,
      spendLocalValuePeruvianOwnedUsd: 90,
      // 500 - 100 - 50 - 500
      remittedProfitUsd: -150,
      spendLocalValueUsd: 290,
      paidByBuyers: 500,
      receivedBySuppliers: 500,
      subcontracts: 100,
    };
    delete (bad as { taxes?: number }).taxes;
    expect(month(world, contract, true)).toEqual(bad);
  });

  it("without a profit or a loss pays no tax and sends nothing home", () => {
    const { world, contract } = made({ costCents: 750 });
    const { remittedProfitUsd, taxes } = { remittedProfitUsd: 0, taxes: 0, ...month(world, contract) };
    expect([remittedProfitUsd, taxes]).toEqual([0, 0]);
  });

  it("pays a front no more than what is left of the pay", () => {
    const { world, contract } = made({ frontingCents: 900 });
    expect(frontingOf(world, contract.row, false)).toBe(800);
    // Half of the pay less half of the piece's.
    expect(frontingOf(world, contract.row, true)).toBe(400);
    expect(frontingOf(world, contractWith(world, null).row, false)).toBe(0);
  });
});

describe("a month of a direct import", () => {
  it("is imported content in full: nobody in the country receives it", () => {
    const world = world30();
    const expected = { spendUsd: 1000, importedContentUsd: 1000, paidByBuyers: 1000, paidForImports: 1000 };
    const contract = contractWith(world, null);
    expect(month(world, contract)).toEqual(expected);
    expect(month(world, contract, false, -1)).toEqual(negated(expected));
  });

  it("for a project is capital spend too", () => {
    const world = world30();
    const lot = Object.assign(contestedLot(world), { capital: true });
    expect(month(world, contractWith(world, null, { lot }))).toMatchObject({ capitalSpend: 1000 });
  });
});

describe("pay after a failure", () => {
  it("is rounded so that the buyer withholds a whole cent and a piece never gets more than its share", () => {
    const world = world30();
    const [holder, second] = [firmOf(world, Origin.global), firmOf(world, Origin.peruvian)];
    const subcontracts = [pieceFor(second, false, 201)];
    const { row } = contractWith(world, holder, { priceCents: 1001, subcontracts });
    const place = row * world.book.piecesPerContract;
    expect([paidOf(world, row, false), paidOf(world, row, true)]).toEqual([1001, 500]);
    expect([piecePaidOf(world, place, false), piecePaidOf(world, place, true)]).toEqual([201, 100]);
  });

  it("is passed on to every piece of the contract, and to no other's", () => {
    const world = world30({ subcontractPieces: 2, consortiumPartners: 2 });
    expect(world.book.piecesPerContract).toBe(2);
    const [holder, second] = [firmOf(world, Origin.global), firmOf(world, Origin.peruvian)];
    contractWith(world, holder, { subcontracts: [pieceFor(second)] });
    const two = [pieceFor(second), pieceFor(firmOf(world, Origin.peruvian, 1), false, 300)];
    const contract = contractWith(world, holder, { subcontracts: two });
    contractWith(world, holder, { subcontracts: [pieceFor(second)] });
    expect(month(world, contract, true)).toMatchObject({ subcontracts: 250 });
  });
});

describe("what stands", () => {
  it("is a good month of each contract in force, and is taken out when it ends", () => {
    const world = world30();
    const holder = firmOf(world, Origin.global);
    const second = firmOf(world, Origin.peruvian);
    const contract = contractWith(world, holder, { subcontracts: [pieceFor(second)], frontingCents: 50 });
    const before = read(world.ledger.standing);
    stand(world, contract.row, 1);
    const added = Object.fromEntries(
      Object.entries(read(world.ledger.standing))
        .map(([name, cents]) => [name, cents - (before[name] ?? 0)] as const)
        .filter(([, cents]) => cents !== 0),
    );
    expect(added).toEqual(month(world, contract));
    stand(world, contract.row, -1);
    expect(read(world.ledger.standing)).toEqual(before);
  });

  const expectedOf = (world: World, { id }: Supplier) => [
    world.columns.monthSalesCents[id],
    world.columns.monthResultCents[id],
  ];
  const changeOf = (world: World, firm: Supplier, change: () => void) => {
    const [sales, result] = expectedOf(world, firm);
    change();
    const [salesAfter, resultAfter] = expectedOf(world, firm);
    return [salesAfter - sales, resultAfter - result];
  };

  it("is what a Peruvian holder and those it passes work to expect of a month: sales, and sales less costs", () => {
    const world = world30();
    const [holder, partner] = [firmOf(world, Origin.peruvian), firmOf(world, Origin.peruvian, 1)];
    const contract = contractWith(world, holder, {
      subcontracts: [pieceFor(partner, true)],
      frontingCents: 600,
    });
    const begin = () => stand(world, contract.row, 1);
    const finish = () => stand(world, contract.row, -1);
    // 1000 less 200 passed on, a fee of 600, and 500 of own costs.
    expect(changeOf(world, holder, begin)).toEqual([1000, -300]);
    expect(changeOf(world, holder, finish)).toEqual([-1000, 300]);
    expect(changeOf(world, partner, begin)).toEqual([200, 40]);
    expect(changeOf(world, partner, finish)).toEqual([-200, -40]);
  });

  it("is nothing that a foreign holder's owners here would look at", () => {
    const world = world30();
    const holder = firmOf(world, Origin.global);
    const contract = contractWith(world, holder);
    expect(changeOf(world, holder, () => stand(world, contract.row, 1))).toEqual([0, 0]);
  });

  it("is seen by the buyer month by month: direct work and a partner's in full, second-tier work at a discount", () => {
    const world = world30();
    const [holder, partner, second] = [0, 1, 2].map((nth) => firmOf(world, Origin.peruvian, nth));
    const contract = contractWith(world, holder, {
      subcontracts: [pieceFor(partner, true), pieceFor(second, false)],
    });
    const firms = [holder, partner, second];
    const seen = () => firms.map(({ id }) => ownEvidenceMonths(world, contract.buyer, id));
    world.month += 1;
    const without = seen();
    world.month -= 1;
    stand(world, contract.row, 1);
    world.month += 1;
    seen().forEach((months, i) => {
      const gained = i === 2 ? world.parameters.subcontractEvidenceWeight : 1;
      expect(months - without[i]).toBeCloseTo(gained, 4);
    });
    world.month -= 1;
    stand(world, contract.row, -1);
    world.month += 1;
    seen().forEach((months, i) => expect(months).toBeCloseTo(without[i], 4));
  });

  it("of a direct import is nobody's work", () => {
    const world = world30();
    const { row } = contractWith(world, null, { buyer: 1 });
    const before = world.relations.evidence.slice();
    stand(world, row, 1);
    expect(world.relations.evidence.every((months, at) => months === before[at])).toBe(true);
  });
});
