import { formatCount } from '../../words.ts';
import { showRows, type JudgedRow } from '../arrange-rows.ts';
import { tellLeftOut } from '../left-out-rows.ts';
import { PieceWork, afterPaint, whenIdle } from '../pieces.ts';
import type { Pieces } from '../pieces.ts';
import { rowsOf } from '../row-groups.ts';
import { writeQuery } from '../write-query.ts';
import { isChosen, namesIn, readChoices, writeChoices, type Choices, type RowNames } from './choices.ts';

/** A list of the page that can be narrowed. */
interface List {
  /** Where its number of rows is said: above it and in the contents of the page. */
  readonly counts: readonly Element[];
  readonly section: Element;
  readonly table: HTMLTableElement;
  readonly facets: ReadonlySet<string>;
  readonly rows: readonly { readonly row: HTMLTableRowElement; readonly names: RowNames }[];
}

/** Narrows the lists of a page by what is chosen above them; the choices live in the address, so that they can be shared. */
export function startPageFilters(document: Document): void {
  const form = document.querySelector<HTMLFormElement>('[data-page-filters]');
  const view = document.defaultView;
  if (form === null || view === null) return;
  const selects = [...form.querySelectorAll('select')];
  const facets = selects.map(({ name }) => name);
  const offered = new Map(selects.map(({ name, options }) => [name, Array.from(options, ({ value }) => value)]));
  const readAddress = (): Choices => {
    const choices = readChoices(view.location.search, offered);
    for (const select of selects) choose(select, choices.get(select.name));
    return choices;
  };
  const choices = readAddress();
  const lists: List[] = [];
  const reading = new PieceWork(whenIdle);
  const drawing = new PieceWork(afterPaint);
  // Read once, before they are first needed if the reader leaves the time: the rows of a long page are costly.
  reading.prepare(readLists(document, lists));
  const reset = form.querySelector<HTMLElement>('[type=reset]');
  const link = form.querySelector<HTMLAnchorElement>('[data-filter-page]');
  const show = (chosen: Choices): void => {
    reading.finish();
    if (link !== null) leadToPage(link, selects);
    // The button goes with what it takes back: without it, keys would begin anew at the top of the page.
    if (chosen.size === 0 && reset?.matches(':focus-visible') === true) selects[0]?.focus();
    reset?.toggleAttribute('hidden', chosen.size === 0);
    drawing.start(showRows(narrow(lists, chosen, form.querySelector('output')), 'data-left-out'));
  };
  for (const name of ['focusin', 'keydown']) {
    document.querySelector('.lists')?.addEventListener(name, () => drawing.finish());
  }
  view.addEventListener('beforeprint', () => drawing.finish());
  if (choices.size > 0) show(choices);
  // What the address asks for is there before the first paint.
  drawing.finish();
  const readForm = (): Choices => {
    const query = new URLSearchParams(selects.map(({ name, value }): [string, string] => [name, value])).toString();
    return readChoices(query, offered);
  };
  const change = (): void => {
    const chosen = readForm();
    writeQuery(writeChoices(view.location.search, facets, chosen), true);
    show(chosen);
  };
  view.addEventListener('popstate', () => {
    const isShown = writeChoices(view.location.search, facets, readForm()) === view.location.search;
    if (!isShown) show(readAddress()); // a link within the page leaves all as it is
  });
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

/** The lists have what techniques have anywhere; a platform's page has what they have there. */
function leadToPage(link: HTMLAnchorElement, selects: readonly HTMLSelectElement[]): void {
  const chosen = selects.flatMap(({ selectedOptions }) => [...selectedOptions]).find(({ dataset }) => dataset['page']);
  link.hidden = chosen === undefined;
  link.href = chosen?.dataset['page'] ?? '';
  link.textContent = chosen === undefined ? '' : `What counts on ${chosen.value} alone`;
}

function* readLists(document: Document, lists: List[]): Pieces {
  for (const section of document.querySelectorAll<HTMLElement>('section[data-list]')) {
    lists.push(...readList(section));
    yield;
  }
}

function readList(section: HTMLElement): readonly List[] {
  const table = section.querySelector('table');
  const heads = [...(table?.tHead?.rows[0]?.cells ?? [])];
  const columns = heads.flatMap(({ dataset }, index): readonly [string, number][] =>
    dataset['facet'] === undefined ? [] : [[dataset['facet'], index]],
  );
  const ofAll = namesOfAll(section);
  const facets = new Set([...columns.map(([facet]) => facet), ...ofAll.keys()]);
  if (table === null || facets.size === 0) return [];
  const rows = rowsOf(table).map((row) => ({ row, names: new Map([...ofAll, ...readNames(row, columns)]) }));
  return [{ counts: countsOf(section), section, table, facets, rows }];
}

/** What the section says of all its rows. */
function namesOfAll(section: Element): RowNames {
  const having = section.getAttribute('data-with');
  return new Map(having === null ? [] : [['with', namesIn(having)]]);
}

function countsOf(section: HTMLElement): readonly Element[] {
  const id = section.dataset['list'] ?? '';
  const inContents = section.ownerDocument.querySelectorAll(`.jumps a[href="#${CSS.escape(id)}"] span`);
  return [...section.querySelectorAll('h2 .count'), ...inContents];
}

function readNames({ cells }: HTMLTableRowElement, columns: readonly (readonly [string, number])[]): RowNames {
  return new Map(columns.map(([facet, index]) => [facet, namesIn(cells[index]?.textContent ?? '')]));
}

/** Says how many rows the choices leave, and gives all rows in their order. */
function narrow(lists: readonly List[], choices: Choices, output: HTMLOutputElement | null): readonly JudgedRow[] {
  const sums = { shown: 0, all: 0 };
  const judged = lists.flatMap(({ counts, section, table, facets, rows }): readonly JudgedRow[] => {
    const own = rows.map(({ row, names }) => ({ row, isShown: isChosen(names, choices) }));
    const isNarrowed = [...choices.keys()].some((facet) => facets.has(facet));
    const shown = own.filter(({ isShown }) => isShown).length;
    const all = formatCount(rows.length);
    for (const count of counts) count.textContent = isNarrowed ? `${formatCount(shown)} of ${all}` : all;
    // The style sheet knows the word.
    section.toggleAttribute('data-emptied', shown === 0);
    tellLeftOut(table, new Set(own.flatMap(({ row, isShown }) => (isShown ? [] : [row]))));
    // Of figures nobody counts the rows.
    if (isNarrowed && counts.length > 0) {
      sums.shown += shown;
      sums.all += rows.length;
    }
    return own;
  });
  const words = `${formatCount(sums.shown)} of ${formatCount(sums.all)} rows shown in the lists that this narrows`;
  if (output !== null) output.value = choices.size === 0 ? '' : words;
  return judged;
}
