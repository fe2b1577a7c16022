// What every format of an export does with a table.
import type { TableRow } from "../../report/tables/table-definition.ts";

/** How a format writes rows: bytes for some rows, and what begins and ends the file. */
export interface Chunks {
  readonly begin: () => Uint8Array | string;
  readonly rows: (rows: readonly TableRow[]) => Uint8Array | string;
  readonly end: () => Uint8Array | string;
}
