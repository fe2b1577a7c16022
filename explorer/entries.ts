// The browser's history: a choice makes an entry, so that Back returns to what was shown before it.

/** Changes of one control that follow each other faster are one choice: an arrow of a number that is held down steps many times. */
const oneChoiceMs = 1_000;

let lastControl = "";
let lastAt = -Infinity;

/** Puts the address of what is now chosen into the history; `control` is the id of where it was chosen. */
export function enterAddress(address: string, control: string): void {
  const now = performance.now();
  const goesOn = control === lastControl && now - lastAt < oneChoiceMs;
  [lastControl, lastAt] = [control, now];
  try {
    if (goesOn) history.replaceState(null, "", address);
    else history.pushState(null, "", address);
  } catch {
    // Safari refuses more than a hundred in half a minute: the answer matters more, and the next choice brings the address up to date.
  }
}

/** Says that another entry is shown: what is chosen now is a choice of its own. */
export function leaveEntry(): void {
  lastControl = "";
}

/**
 * Leaves the page where it is scrolled to when the reader goes back to a choice, so that two answers can be looked at in turn; a page that
 * is loaded anew is still scrolled to where it was.
 */
export function keepPlace(): void {
  window.addEventListener("pageshow", () => (history.scrollRestoration = "manual"));
  window.addEventListener("pagehide", () => (history.scrollRestoration = "auto"));
}
