/** What a reader has chosen to see: a name for each facet that narrows, in lower case. */
export type Choices = ReadonlyMap<string, string>;

/** The names of a row by facet; a facet that its table does not know is not there. */
export type RowNames = ReadonlyMap<string, readonly string[]>;

/** Reads the choices from the query of an address; only facets that the page offers, and only names that it offers for them. */
export function readChoices(query: string, offered: ReadonlyMap<string, readonly string[]>): Choices {
  const parameters = new URLSearchParams(query);
  const choices = new Map<string, string>();
  for (const [facet, names] of offered) {
    const name = parameters.get(facet)?.trim().toLowerCase() ?? '';
    if (name !== '' && names.some((one) => one.toLowerCase() === name)) choices.set(facet, name);
  }
  return choices;
}

/** The query of an address with other choices of these facets; what else stands in it stays. */
export function writeChoices(query: string, facets: readonly string[], choices: Choices): string {
  const parameters = new URLSearchParams(query);
  for (const facet of facets) {
    const name = choices.get(facet);
    if (name === undefined) parameters.delete(facet);
    else parameters.set(facet, name);
  }
  const text = parameters.toString();
  return text === '' ? '' : `?${text}`;
}

/** The names in the text of a cell. */
export function namesIn(text: string): readonly string[] {
  return text
    .toLowerCase()
    .split(', ')
    .map((name) => name.trim());
}

/** Whether a row has every name that is chosen, of the facets that its table knows. */
export function isChosen(row: RowNames, choices: Choices): boolean {
  return [...choices].every(([facet, name]) => row.get(facet)?.includes(name) ?? true);
}
