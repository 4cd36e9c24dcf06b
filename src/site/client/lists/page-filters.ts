import { isChosen, namesIn, readChoices, writeChoices, type Choices, type RowNames } from './choices.ts';

/** A list of the page that can be narrowed. */
interface List {
  /** Where its number of rows is said: above it and in the contents of the page. */
  readonly counts: readonly Element[];
  readonly facets: ReadonlySet<string>;
  readonly rows: readonly { readonly element: HTMLTableRowElement; readonly names: RowNames }[];
}

/** Narrows the lists of a page by what is chosen above them; the choices live in the address, so that they can be shared. */
export function startPageFilters(document: Document): void {
  const form = document.querySelector<HTMLFormElement>('[data-page-filters]');
  const view = document.defaultView;
  if (form === null || view === null) return;
  const selects = [...form.querySelectorAll('select')];
  const facets = selects.map(({ name }) => name);
  const offered = new Map(selects.map(({ name, options }) => [name, Array.from(options, ({ value }) => value)]));
  const choices = readChoices(view.location.search, offered);
  for (const select of selects) choose(select, choices.get(select.name));
  const lists: List[] = [];
  const show = (chosen: Choices): void => {
    // Read once, when first needed: the rows of a long page are costly.
    if (lists.length === 0) lists.push(...readLists(document));
    narrow(lists, chosen, form.querySelector('output'));
  };
  if (choices.size > 0) show(choices);
  const change = (): void => {
    const query = new URLSearchParams(selects.map(({ name, value }): [string, string] => [name, value])).toString();
    const chosen = readChoices(query, offered);
    const { pathname, search, hash } = view.location;
    view.history.replaceState(view.history.state, '', `${pathname}${writeChoices(search, facets, chosen)}${hash}`);
    show(chosen);
  };
  form.addEventListener('change', change);
  form.addEventListener('submit', (event) => event.preventDefault());
  form.addEventListener('reset', () => {
    // The fields are emptied after this event.
    setTimeout(change);
  });
}

function choose(select: HTMLSelectElement, name: string | undefined): void {
  for (const option of select.options) option.selected = option.value.toLowerCase() === (name ?? '');
}

function readLists(document: Document): readonly List[] {
  return [...document.querySelectorAll('section')].flatMap((section): readonly List[] => {
    const table = section.querySelector('table');
    const heads = [...(table?.tHead?.rows[0]?.cells ?? [])];
    const columns = heads.flatMap(({ dataset }, index): readonly [string, number][] =>
      dataset['facet'] === undefined ? [] : [[dataset['facet'], index]],
    );
    const body = table?.tBodies[0];
    if (body === undefined || columns.length === 0) return [];
    const rows = Array.from(body.rows, (element) => ({ element, names: readNames(element, columns) }));
    return [{ counts: countsOf(section), facets: new Set(columns.map(([facet]) => facet)), rows }];
  });
}

function countsOf(section: Element): readonly Element[] {
  const id = section.getAttribute('aria-labelledby') ?? '';
  const inContents = section.ownerDocument.querySelectorAll(`.jumps a[href="#${CSS.escape(id)}"] span`);
  return [...section.querySelectorAll('h2 .count'), ...inContents];
}

function readNames({ cells }: HTMLTableRowElement, columns: readonly (readonly [string, number])[]): RowNames {
  return new Map(columns.map(([facet, index]) => [facet, namesIn(cells[index]?.textContent ?? '')]));
}

function narrow(lists: readonly List[], choices: Choices, output: HTMLOutputElement | null): void {
  const sums = { shown: 0, all: 0 };
  for (const { counts, facets, rows } of lists) {
    const isNarrowed = [...choices.keys()].some((facet) => facets.has(facet));
    let shown = 0;
    for (const { element, names } of rows) {
      const isShown = isChosen(names, choices);
      element.toggleAttribute('data-left-out', !isShown);
      if (isShown) shown += 1;
    }
    const all = rows.length.toLocaleString('en');
    for (const count of counts) count.textContent = isNarrowed ? `${shown.toLocaleString('en')} of ${all}` : all;
    if (!isNarrowed) continue;
    sums.shown += shown;
    sums.all += rows.length;
  }
  if (output === null) return;
  const words = `${sums.shown.toLocaleString('en')} of ${sums.all.toLocaleString('en')} rows shown in the lists that this narrows`;
  output.value = choices.size === 0 ? '' : words;
}
