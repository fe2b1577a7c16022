import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { placeLabels, type Room } from "../../../src/report/charts/label-places.ts";

const room: Room = {
  left: 40,
  right: 320,
  top: 30,
  bottom: 520,
  radius: 12,
  letterWidth: 5.5,
  lineHeight: 12,
};

describe("labels of circles", () => {
  const overlaps = (texts: readonly string[], places: readonly { x: number; y: number }[]) =>
    places.flatMap((a, i) =>
      places.slice(i + 1).filter((b, j) => {
        const widths = (texts[i].length + texts[i + 1 + j].length) * room.letterWidth;
        return Math.abs(a.x - b.x) * 2 < widths - 1e-9 && Math.abs(a.y - b.y) < room.lineHeight - 1e-9;
      }),
    );

  it("do not cover each other, even those of circles in one place", () => {
    const circles = [
      "Metal structures 35 %",
      "Other goods 23 %",
      "Leasing 7 %",
      "Engineering 1 %",
      "Logistics 75 %",
      "Labour 61 %",
    ].map((text) => ({ x: 180, y: 260, text }));
    const places = placeLabels(circles, room);
    expect(
      overlaps(
        circles.map(({ text }) => text),
        places,
      ),
    ).toEqual([]);
    expect(places.map(({ isFar }) => isFar)).toContain(true);
  });

  it("stay in the room as long as they are narrower than it", () => {
    const circle = fc.record({
      x: fc.double({ min: 40, max: 320, noNaN: true }),
      y: fc.double({ min: 30, max: 520, noNaN: true }),
      text: fc.string({ minLength: 1, maxLength: 30 }),
    });
    fc.assert(
      fc.property(fc.array(circle, { maxLength: 8 }), (circles) => {
        for (const [i, { x }] of placeLabels(circles, room).entries()) {
          const half = (circles[i].text.length * room.letterWidth) / 2;
          expect(x - half).toBeGreaterThanOrEqual(room.left - 1e-6);
          expect(x + half).toBeLessThanOrEqual(room.right + 1e-6);
        }
      }),
      { numRuns: 50 },
    );
  });
});
