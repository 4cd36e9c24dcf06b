import { orderRows, showRows } from './arrange-rows.ts';
import { startCopyingRows } from './copy-rows.ts';
import { element } from './elements.ts';
import { filterWords, matchesWords } from './filter-words.ts';
import { followLeftOut } from './left-out-rows.ts';
import { PieceWork, afterPaint, whenIdle } from './pieces.ts';
import type { Pieces } from './pieces.ts';
import { rowsOf } from './row-groups.ts';
import { createSayer } from './say.ts';
import { identifierOf } from './search/identifiers.ts';
import { keepArrangement, readArrangement } from './table-memory.ts';
import { orderBy, rowCountText, sortKey, type Direction } from './table-order.ts';

/** Makes tables sortable by their heads, and lets the filters above long ones narrow them. */
export function startTables(document: Document): void {
  const tables = document.querySelectorAll<HTMLTableElement>('table[data-sortable], .query-block table');
  for (const table of tables) {
    if (rowsOf(table).length > 1) makeSortable(table);
  }
  for (const table of document.querySelectorAll<HTMLTableElement>('table.long')) startCopyingRows(table);
  const tools = document.querySelectorAll('[data-table-tools]');
  if (tools.length === 0) return;
  const say = createSayer(document);
  for (const each of tools) makeFilterable(each, say);
}

function makeSortable(table: HTMLTableElement): void {
  const heads = [...(table.tHead?.rows[0]?.cells ?? [])];
  const drawing = drawingOf(table);
  const sort = (column: number, direction: Direction): void => {
    for (const head of heads) head.removeAttribute('aria-sort');
    heads[column]?.setAttribute('aria-sort', direction);
    // Equal rows stay as the last order left them.
    drawing.finish();
    sortRows(table, { column, direction, drawing });
  };
  heads.forEach((head, column) => {
    const button = element('button', { type: 'button', class: 'sort' }, [...head.childNodes]);
    head.append(button);
    button.addEventListener('click', () => {
      const direction: Direction = head.getAttribute('aria-sort') === 'ascending' ? 'descending' : 'ascending';
      sort(column, direction);
      keepArrangement(table, { column, direction });
    });
  });
  const { column, direction } = readArrangement(table);
  if (column === undefined || direction === undefined) return;
  sort(column, direction);
  drawing.finish();
}

/** Draws a table in pieces; all of it before the keys reach its rows, and on paper. */
function drawingOf(table: HTMLTableElement): PieceWork {
  const drawing = new PieceWork(afterPaint);
  for (const group of table.tBodies) group.addEventListener('focusin', () => drawing.finish());
  addEventListener('beforeprint', () => drawing.finish());
  return drawing;
}

interface Sorting {
  readonly column: number;
  readonly direction: Direction;
  readonly drawing: PieceWork;
}

function sortRows(table: HTMLTableElement, { column, direction, drawing }: Sorting): void {
  const rows = rowsOf(table);
  const keys = rows.map(({ cells }) => {
    const cell = cells[column];
    return sortKey(cell?.textContent ?? '', cell?.getAttribute('data-sort') ?? null);
  });
  const ordered = orderBy(keys, direction).flatMap((index) => rows[index] ?? []);
  drawing.start(orderRows([...table.tBodies], ordered));
}

function makeFilterable(tools: Element, say: (words: string) => void): void {
  const field = tools.querySelector<HTMLInputElement>('[data-table-filter]');
  const count = tools.querySelector('[data-table-count]');
  const table = tools.parentElement?.querySelector<HTMLTableElement>('table[data-sortable]');
  if (field === null || count === null || !table) return;
  const total = rowsOf(table).length;
  const texts = new Map<HTMLTableRowElement, string>();
  const reading = new PieceWork(whenIdle);
  const drawing = drawingOf(table);
  // A row is gone for what is looked for here, or for what is chosen above all lists of the page.
  let unmatched: ReadonlySet<Element> = new Set();
  let leftOut: ReadonlySet<Element> = new Set();
  const showCount = (): void => {
    const words = rowCountText(total - new Set([...unmatched, ...leftOut]).size, total);
    if (count.textContent !== words) count.textContent = words;
  };
  followLeftOut(table, (rows) => {
    leftOut = rows;
    showCount();
  });
  // Whoever reaches for the field will want the texts of the rows.
  const read = (): void => reading.prepare(readTexts(rowsOf(table), texts));
  field.addEventListener('focus', read, { once: true });
  const narrow = (): void => {
    reading.finish();
    const words = filterWords(field.value);
    // `t1059_001` is an id in another spelling, and may be one that is still being typed.
    const ids = words.map((word) => identifierOf(word) ?? word);
    const spellings = ids.join() === words.join() ? [words] : [words, ids];
    const isFound = (text: string): boolean => spellings.some((spelling) => matchesWords(text, spelling));
    const rows = rowsOf(table).map((row) => ({ row, isShown: isFound(texts.get(row) ?? '') }));
    unmatched = new Set(rows.flatMap(({ row, isShown }) => (isShown ? [] : [row])));
    showCount();
    say(count.textContent);
    drawing.start(showRows(rows, 'hidden'));
  };
  field.addEventListener('input', narrow);
  // Before the reader leaves by a link.
  field.addEventListener('change', () => keepArrangement(table, { filter: field.value }));
  const { filter = '' } = readArrangement(table);
  if (filter === '') return;
  field.value = filter;
  read();
  narrow();
  drawing.finish();
}

function* readTexts(rows: readonly HTMLTableRowElement[], texts: Map<HTMLTableRowElement, string>): Pieces {
  for (const [index, row] of rows.entries()) {
    texts.set(row, textOf(row));
    if (index % 100 === 99) yield;
  }
}

/** What a row says, and the id or file name that its address ends in. */
function textOf(row: HTMLTableRowElement): string {
  const address = row.querySelector('a')?.getAttribute('href') ?? '';
  const texts = Array.from(row.cells, ({ textContent }) => textContent);
  return [...texts, ...address.split('/').slice(-2)].join(' ').toLowerCase();
}
