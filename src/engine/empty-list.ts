/**
 * An empty list for objects. An engine takes `[]` for a list of whole numbers until the first object comes: code that it compiled for
 * lists that are full already is thrown away when the next run begins with empty ones.
 */
export function emptyListOf<Item extends object | null>(): Item[] {
  const list = [null as Item];
  list.pop();
  return list;
}
