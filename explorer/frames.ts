// When the page draws: one part a frame, so that it answers its reader between two of them however fast results come in.

/** Asks for parts to be drawn; one that is asked for again before its turn is drawn once. */
export type DrawSoon<Part extends string> = (...parts: readonly Part[]) => void;

/** Takes the drawings of the page's parts. After each, the page is left to its reader for as long as the drawing took. */
export function drawInFrames<Part extends string>(draw: Readonly<Record<Part, () => void>>): DrawSoon<Part> {
  const due = new Set<Part>();
  let waiting = false;
  const next = () => {
    const [part] = due;
    if (part === undefined) {
      waiting = false;
      return;
    }
    due.delete(part);
    const startedAt = performance.now();
    try {
      draw[part]();
    } finally {
      // A part that cannot be drawn must not keep the others, and what comes after, from being drawn.
      setTimeout(() => requestAnimationFrame(next), performance.now() - startedAt);
    }
  };
  return (...parts) => {
    for (const part of parts) due.add(part);
    if (waiting) return;
    waiting = true;
    requestAnimationFrame(next);
  };
}
