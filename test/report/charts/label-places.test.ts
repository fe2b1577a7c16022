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
  const sizeOf = (text: string) => {
    const lines = text.split("\n");
    return {
      width: Math.max(...lines.map(({ length }) => length)) * room.letterWidth,
      height: lines.length * room.lineHeight,
    };
  };
  const overlaps = (texts: readonly string[], places: readonly { x: number; y: number }[]) =>
    places.flatMap((a, i) =>
      places.slice(i + 1).filter((b, j) => {
        const [one, other] = [sizeOf(texts[i]), sizeOf(texts[i + 1 + j])];
        return (
          Math.abs(a.x - b.x) * 2 < one.width + other.width - 1e-9 &&
          Math.abs(a.y - b.y) * 2 < one.height + other.height - 1e-9
        );
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

  it("keep apart in lines too, whoever is placed first", () => {
    const circles = [
      { x: 180, y: 260, text: "Metal\nstructures\n35 %" },
      { x: 192, y: 262, text: "Other goods\n23 %" },
      { x: 180, y: 300, text: "Leasing\n7 %" },
      { x: 150, y: 280, text: "Engineering and\narchitecture 1 %" },
    ];
    for (const order of [circles, circles.toReversed()]) {
      const places = placeLabels(order, room);
      const texts = order.map(({ text }) => text);
      expect(overlaps(texts, places)).toEqual([]);
      // Nor do they cover a circle.
      places.forEach(({ x, y }, i) => {
        const { width, height } = sizeOf(texts[i]);
        for (const circle of order) {
          const [across, down] = [Math.abs(x - circle.x), Math.abs(y - circle.y)];
          const isApart = across >= width / 2 + room.radius - 1e-9 || down >= height / 2 + room.radius - 1e-9;
          expect(isApart, texts[i]).toBe(true);
        }
      });
    }
  });

  it("find a free order where the one given has none", () => {
    const narrow = { ...room, right: 200, bottom: 130 };
    const circles = [
      { x: 60, y: 67, text: "Metal structures 35 %" },
      { x: 151, y: 83, text: "Other goods 23 %" },
      { x: 124, y: 71, text: "Leasing 7 %" },
      { x: 66, y: 94, text: "Engineering 1 %" },
    ];
    const places = placeLabels(circles, narrow);
    expect(
      overlaps(
        circles.map(({ text }) => text),
        places,
      ),
    ).toEqual([]);
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
