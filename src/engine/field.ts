// The firms in a tender as they go through its gates and bid: reused from tender to tender, so that nothing is allocated per
// firm. Nothing in it outlives a tender.

const roomAtFirst = 256;

function createField(room: number) {
  return {
    /** Firms that are looked at, and a bit for each gate that one failed. */
    firms: new Int32Array(room),
    failed: new Int32Array(room),
    /** How many of them there are. */
    looked: 0,
    /** Of these, the ones of whom the buyer asks whether it trusts them: their places above, and what it believes. */
    judged: new Int32Array(room),
    placeOfJudged: new Int32Array(room),
    beliefs: new Float64Array(room),
    /** Bidders: how they are perceived, and the cost of their work per dollar of list price. */
    qualified: new Int32Array(room),
    perceptions: new Float64Array(room),
    unitCosts: new Float64Array(room),
  };
}

/** The field of the tender that is going on. */
export const field = createField(roomAtFirst);

/** Makes room for so many firms; what was in the field is lost. */
export function makeRoom(firms: number): void {
  if (firms > field.firms.length) Object.assign(field, createField(2 * firms));
}
