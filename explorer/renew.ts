// Puts what was made anew in the place of what stands there, and leaves what has not changed where it is: the reader's focus, an open
// list and a click half made are on it. What stays keeps the handlers that it was made with, so no handler may hold what ages.

/** Gives a place the children that were made anew. Elements of one kind and id, at one place in the order, are taken for the same. */
export function renew(place: Element, fresh: readonly Node[]): void {
  const present = [...place.childNodes];
  fresh.forEach((node, i) => {
    if (i < present.length) renewNode(present[i], node);
    else place.append(node);
  });
  for (const gone of present.slice(fresh.length)) gone.remove();
  if (place instanceof HTMLSelectElement) showChosen(place);
}

function renewNode(present: ChildNode, fresh: Node): void {
  if (present instanceof Text && fresh instanceof Text) {
    if (present.data !== fresh.data) present.data = fresh.data;
    return;
  }
  const isSame =
    present instanceof HTMLElement &&
    fresh instanceof HTMLElement &&
    present.tagName === fresh.tagName &&
    present.id === fresh.id;
  if (!isSame) {
    if (!present.isEqualNode(fresh)) present.replaceWith(fresh);
    return;
  }
  for (const name of present.getAttributeNames()) {
    if (!fresh.hasAttribute(name)) present.removeAttribute(name);
  }
  for (const { name, value } of fresh.attributes) {
    if (present.getAttribute(name) !== value) present.setAttribute(name, value);
  }
  if (present instanceof HTMLInputElement) showGiven(present);
  renew(present, [...fresh.childNodes]);
}

/** What the reader has typed or ticked gives way to what the page has made of it. */
function showGiven(input: HTMLInputElement): void {
  if (input.type === "checkbox") input.checked = input.defaultChecked;
  else if (input.value !== input.defaultValue) input.value = input.defaultValue;
}

function showChosen(select: HTMLSelectElement): void {
  const chosen = Math.max(
    0,
    [...select.options].findIndex(({ defaultSelected }) => defaultSelected),
  );
  if (select.selectedIndex !== chosen) select.selectedIndex = chosen;
}
