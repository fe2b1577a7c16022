// Where the labels of circles go so that they cover neither each other nor a circle nor the axes.

/** A circle with its label, in one line or several; pixels. */
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

const farthestLines = 8;
/** Between a circle and its label. */
const gap = 3;

/** Orders in which labels may choose their places: who chooses late finds the room near its circle taken. */
const orders: readonly ((a: Labelled, b: Labelled) => number)[] = [
  () => 0,
  (a, b) => a.x - b.x,
  (a, b) => b.x - a.x,
  (a, b) => a.y - b.y,
  (a, b) => b.y - a.y,
];

/**
 * A place for each label: near its circle if that is free, else the one that covers least. Of the orders in which they may be placed the one
 * is taken by which least is covered, and of these the one that leaves none very far from its circle.
 */
export function placeLabels(circles: readonly Labelled[], room: Room): Place[] {
  const tried = orders.map((order) => placedIn(circles.toSorted(order), room));
  const [best] = tried.toSorted((a, b) => a.covered - b.covered || a.far - b.far);
  return circles.map((circle) => best.places.get(circle) ?? { x: circle.x, y: circle.y, isFar: false });
}

/** Places in the order given, the area that they cover, and how far they are from their circles, as a sum of squares. */
function placedIn(circles: readonly Labelled[], room: Room) {
  const taken: Box[] = circles.map(({ x, y }) => boxAround(x, y, 2 * room.radius, 2 * room.radius));
  const places = new Map<Labelled, Place>();
  let [allCovered, far] = [0, 0];
  for (const circle of circles) {
    const lines = circle.text.split("\n");
    const width = Math.max(...lines.map(({ length }) => length)) * room.letterWidth;
    const height = lines.length * room.lineHeight;
    let best: Place = { x: circle.x, y: circle.y, isFar: false };
    let least = Infinity;
    for (const place of candidates(circle, [width, height], room)) {
      const box = boxAround(place.x, place.y, width, height);
      const covered = taken.reduce((sum, other) => sum + overlap(box, other), 0) + outside(box, room);
      if (covered < least) [best, least] = [place, covered];
      if (covered === 0) break;
    }
    places.set(circle, best);
    allCovered += least;
    far += (best.y - circle.y) ** 2;
    taken.push(boxAround(best.x, best.y, width, height));
  }
  return { places, covered: allCovered, far };
}

/** Above, below and beside the circle, then further up and down; inside the room where the label is not too wide for it. */
function* candidates(
  { x, y }: Labelled,
  [width, height]: readonly [width: number, height: number],
  room: Room,
): Generator<Place> {
  const { radius, lineHeight } = room;
  const inside = (middle: number) =>
    Math.max(room.left + width / 2, Math.min(room.right - width / 2, middle));
  const near = radius + gap + height / 2;
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
