// The data packs that come with the library.
import { chile } from "./chile.ts";
import type { DataPack } from "./pack.ts";
import { peru2017 } from "./peru-2017.ts";

/** Packs by id. */
export const packs: Readonly<Record<string, DataPack>> = Object.freeze({ "peru-2017": peru2017, chile });

/** The pack of scenarios that name none. */
export const defaultPack = peru2017;
