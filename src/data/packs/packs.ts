// The data packs that come with the library.
import { chile } from "./chile.ts";
import type { DataPack } from "./pack.ts";
import { peru2017 } from "./peru-2017.ts";

const shipped = Object.freeze({ "peru-2017": peru2017, chile });

/** The data packs that come with the library, by id. */
export const packs: Readonly<Record<keyof typeof shipped, DataPack>> & Readonly<Record<string, DataPack>> =
  shipped;

/** The pack of scenarios that name none. */
export const defaultPack = peru2017;
