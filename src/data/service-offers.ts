// Servicification (3.4.1): the service that firms of a category can add to what they sell. The paper names firms that did, and no
// list, so most rows are assumptions.
import type { CategoryId } from "./spend.ts";

interface OfferFacts {
  readonly category: CategoryId;
  readonly service: CategoryId;
}

/** Which service the firms of a category can add, and why. */
export type ServiceOffer = OfferFacts &
  ({ readonly source: string } | { readonly assumption: string; readonly source?: undefined });

/** One row for each category whose firms can add a service; the others sell what they sell. */
export const serviceOffers: readonly ServiceOffer[] = [
  {
    category: "chemicals-explosives",
    service: "professional-services",
    source: "Section 3.4.1: Exsa stores its explosives at the mine and controls detonation",
  },
  {
    category: "capital-equipment",
    service: "repair-maintenance",
    source: "Section 3.4.1: makers offer equipment as a service",
  },
  {
    category: "consumables",
    service: "repair-maintenance",
    source: "Section 3.4.1: Renova retreads tires",
  },
  {
    category: "metal-structures",
    service: "engineering-services",
    assumption: "design with the structure",
  },
  {
    category: "other-goods",
    service: "other-services",
    assumption: "goods are handed out and kept in stock on site",
  },
  {
    category: "transport-equipment",
    service: "repair-maintenance",
    assumption: "upkeep of the vehicles, as of other equipment",
  },
  {
    category: "repair-maintenance",
    service: "professional-services",
    source: "Section 3.4.1: NDT's inspection tells what to maintain before it breaks",
  },
  {
    category: "equipment-leasing",
    service: "repair-maintenance",
    assumption: "upkeep of what is let",
  },
  {
    category: "engineering-services",
    service: "professional-services",
    assumption: "advice goes on when the design is done",
  },
];
