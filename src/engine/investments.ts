// What a firm's investments do (ODD 7.8): applications for registers, certificates, courses, ties, growth, upgrades, partners.
import { certificatePreparation, type Investment } from "../agents/strategy.ts";
import type { Supplier } from "../agents/supplier.ts";
import { draw, normalFrom, Process } from "../random.ts";
import { centsPerUsd, toCents } from "../units.ts";
import { strengthenTie } from "./evidence.ts";
import { register } from "./relations.ts";
import { payFor } from "./treasury.ts";
import { addService, resize, type World } from "./world.ts";

/** Pays for an investment, and does what it was for. */
export function invest(
  world: World,
  supplier: Supplier,
  { kind, costUsd, buyer, publicUsd }: Investment,
): void {
  const { parameters, rules, month } = world;
  const cents = toCents(costUsd);
  supplier.cashCents -= cents;
  supplier.yearProfitCents -= cents;
  world.events?.push({
    type: "investment",
    month,
    supplier: supplier.id,
    kind,
    costUsd: cents / centsPerUsd,
  });
  if (publicUsd > 0) {
    const payer = kind === "certify" ? "certification-support" : "value-added-services";
    payFor(world, payer, "investment-support", supplier.id, toCents(publicUsd));
  }
  switch (kind) {
    case "register":
      apply(world, supplier, buyer);
      return;
    case "certify":
      supplier.certificateDueMonth = month + monthsToCertificate(world, supplier);
      return;
    case "train":
      supplier.organisational += rules.training.organisationGain * (1 - supplier.organisational);
      return;
    case "build-ties":
      strengthenTie(world, buyer, supplier.id, parameters.tieBuilt);
      return;
    case "grow":
      resize(world, supplier, supplier.capacityUsdPerMonth * (1 + parameters.capacityStep));
      return;
    case "upgrade-process":
      supplier.technical += parameters.upgradingGain * (1 - supplier.technical);
      upgraded(world, supplier);
      return;
    case "seek-partner":
      supplier.partnerUntilMonth = month + parameters.partnerMonths;
      upgraded(world, supplier);
      return;
    case "add-service":
      addService(world, supplier, world.categories[supplier.categories[0]].serviceOffer);
      upgraded(world, supplier);
      return;
    case "other-sectors":
      supplier.otherSectorsShare = Math.min(
        parameters.maxOtherSectorsShare,
        supplier.otherSectorsShare + parameters.diversificationStep,
      );
      return;
  }
}

function monthsToCertificate({ parameters, rules }: World, supplier: Supplier): number {
  return Math.max(1, Math.round(rules.certification.months * certificatePreparation(parameters, supplier)));
}

function upgraded(world: World, supplier: Supplier): void {
  supplier.lastUpgradeMonth = world.month;
  world.counts.upgrades += 1;
}

/** A buyer's review of an application: organisation decides, with a chance part; the refused may not apply again soon. */
function apply(world: World, supplier: Supplier, buyer: number): void {
  const { parameters, rules, relations, month } = world;
  const chance = normalFrom(draw(world.root, Process.registrationReview, supplier.key, buyer, month));
  const granted =
    supplier.organisational + preparation(world, supplier) + parameters.registrationReviewSd * chance >=
    rules.registration.organisationMinimum;
  const fromMonth = month + Math.max(1, Math.round(rules.registration.months));
  if (granted) {
    register(relations, buyer, supplier.id, fromMonth);
    supplier.registeredSince = Math.min(supplier.registeredSince, fromMonth);
    world.counts.registrations += 1;
  } else {
    relations.barredUntil[supplier.id * relations.buyers + buyer] = month + parameters.registrationBarMonths;
    world.counts.registrationsRefused += 1;
  }
  world.events?.push({
    type: "registration",
    month,
    supplier: supplier.id,
    buyer: world.buyers[buyer].id,
    result: granted ? "granted" : "refused",
    fromMonth,
  });
}

/** What a course on registers and tenders adds to an application; the public pays for each that it prepares. */
function preparation(world: World, supplier: Supplier): number {
  const { preparedShare, preparationGain } = world.rules.registration;
  if (preparedShare === 0) return 0;
  if (draw(world.root, Process.biddingPreparation, supplier.key) >= preparedShare) return 0;
  payFor(
    world,
    "bidding-training",
    "course",
    supplier.id,
    toCents(world.parameters.biddingCourseUsd / world.scale),
  );
  return preparationGain;
}
