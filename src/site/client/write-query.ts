/**
 * Puts a query, `?` included where there is one, into the address: as a step that the reader can go back from, or in place of the one
 * that is there. Where it is there already nothing is done, nor where the browser forbids it: of a file, or too many in a row.
 */
export function writeQuery(query: string, isStep: boolean): void {
  const { pathname, search, hash } = location;
  if (query === search) return;
  const address = `${pathname}${query}${hash}`;
  try {
    if (isStep) history.pushState(history.state, '', address);
    else history.replaceState(history.state, '', address);
  } catch {
    // All but the address works.
  }
}
