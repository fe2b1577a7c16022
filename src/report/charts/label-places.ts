// Where the labels of circles go so that they cover neither each other nor a circle nor the axes.

/** A circle with its label; pixels. */
export interface Labelled {
  readonly x: number;
  readonly y: number;
  readonly text: string;
}

/** The middle of a label, and whether a line should lead to it because it does not touch its circle. */
export interface Place {
  readonly x: number;
  readonly y: number;
  readonly isFar: boolean;
}

/** The room that there is, and the sizes of what stands in it; pixels. */
export interface Room {
  readonly left: number;
  readonly right: number;
  readonly top: number;
  readonly bottom: number;
  readonly radius: number;
  readonly letterWidth: number;
  readonly lineHeight: number;
}

interface Box {
  readonly left: number;
  readonly right: number;
  readonly top: number;
  readonly bottom: number;
}

const farthestLines = 5;
/** Between a circle and its label. */
const gap = 3;

/** A place for each label, in the order given: near its circle if that is free, else the one that covers least. */
export function placeLabels(circles: readonly Labelled[], room: Room): Place[] {
  const taken: Box[] = circles.map(({ x, y }) => boxAround(x, y, 2 * room.radius, 2 * room.radius));
  return circles.map((circle) => {
    const width = circle.text.length * room.letterWidth;
    let best: Place | null = null;
    let least = Infinity;
    for (const place of candidates(circle, width, room)) {
      const box = boxAround(place.x, place.y, width, room.lineHeight);
      const covered = taken.reduce((sum, other) => sum + overlap(box, other), 0) + outside(box, room);
      if (covered < least) [best, least] = [place, covered];
      if (covered === 0) break;
    }
    const place = best ?? { x: circle.x, y: circle.y, isFar: false };
    taken.push(boxAround(place.x, place.y, width, room.lineHeight));
    return place;
  });
}

/** Above, below and beside the circle, then further up and down; inside the room where the label is not too wide for it. */
function* candidates({ x, y }: Labelled, width: number, room: Room): Generator<Place> {
  const { radius, lineHeight } = room;
  const inside = (middle: number) =>
    Math.max(room.left + width / 2, Math.min(room.right - width / 2, middle));
  const near = radius + gap + lineHeight / 2;
  const beside = radius + gap + width / 2;
  for (let line = 0; line <= farthestLines; line++) {
    const isFar = line > 0;
    for (const shift of [0, width / 2 - radius, radius - width / 2]) {
      yield { x: inside(x + shift), y: y - near - line * lineHeight, isFar };
      yield { x: inside(x + shift), y: y + near + line * lineHeight, isFar };
    }
    if (line === 0) {
      yield { x: x + beside, y, isFar };
      yield { x: x - beside, y, isFar };
    }
  }
}

function boxAround(x: number, y: number, width: number, height: number): Box {
  return { left: x - width / 2, right: x + width / 2, top: y - height / 2, bottom: y + height / 2 };
}

/** Area that two boxes share. */
function overlap(a: Box, b: Box): number {
  const width = Math.min(a.right, b.right) - Math.max(a.left, b.left);
  const height = Math.min(a.bottom, b.bottom) - Math.max(a.top, b.top);
  return width > 0 && height > 0 ? width * height : 0;
}

/** Area of a box that lies outside the room. */
function outside(box: Box, room: Room): number {
  return (box.right - box.left) * (box.bottom - box.top) - overlap(box, room);
}
