import { rowsOf } from '../row-groups.ts';
import { namesIn, type RowNames } from './choices.ts';
import { byPlace, replaceRows, rowsOn } from './platform-rows.ts';

type Row = HTMLTableRowElement;

/** A list of the page that can be narrowed. */
export interface List {
  /** Where its number of rows is said: above it and in the contents of the page. */
  readonly counts: readonly Element[];
  readonly section: Element;
  readonly table: HTMLTableElement;
  readonly facets: ReadonlySet<string>;
  /** How many rows it has of its own. */
  readonly total: number;
  /** Those that it has now. */
  rows: readonly { readonly row: Row; readonly names: RowNames }[];
  /** Gives it the rows of the platform of a number, of 0 its own; undefined of a list that has the same on each. */
  readonly showOn: ((platform: number) => void) | undefined;
}

/** Reads the list of a section, where it can be narrowed; `techniques` gets a row of each of its techniques, by their places. */
export function readList(section: HTMLElement, techniques: Row[]): readonly List[] {
  const table = section.querySelector('table');
  const ends = section.querySelector('template');
  const heads = [...(table?.tHead?.rows[0]?.cells ?? [])];
  const columns = heads.flatMap(({ dataset }, index): readonly [string, number][] =>
    dataset['facet'] === undefined ? [] : [[dataset['facet'], index]],
  );
  const ofAll = namesOfAll(section);
  const facets = new Set([...columns.map(([facet]) => facet), ...ofAll.keys(), ...(ends === null ? [] : ['platform'])]);
  if (table === null || facets.size === 0) return [];
  const readRows = (rows: readonly Row[]): List['rows'] =>
    rows.map((row) => ({ row, names: new Map([...ofAll, ...readNames(row, columns)]) }));
  const own = rowsOf(table);
  const list: List = {
    counts: countsOf(section),
    section,
    table,
    facets,
    total: own.length,
    rows: readRows(own),
    showOn: undefined,
  };
  if (ends === null) return [list];
  // The reader may have sorted them.
  const inOrder = byPlace(own);
  Object.assign(techniques, inOrder);
  let shown = 0;
  const showOn = (platform: number): void => {
    if (platform === shown) return;
    shown = platform;
    const placed = platform === 0 ? inOrder : rowsOn(platform, ends, { columns: heads.length, techniques });
    // At the places between are techniques of other lists.
    const rows = placed.flat();
    replaceRows(table, rows);
    list.rows = readRows(rows);
  };
  return [Object.assign(list, { showOn })];
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

function readNames({ cells }: Row, columns: readonly (readonly [string, number])[]): RowNames {
  return new Map(columns.map(([facet, index]) => [facet, namesIn(cells[index]?.textContent ?? '')]));
}
