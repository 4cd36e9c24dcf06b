import { showRows } from './arrange-rows.ts';
import { drawingOf } from './draw-rows.ts';
import { filterWords, matchesWords } from './filter-words.ts';
import { followLeftOut } from './left-out-rows.ts';
import { PieceWork, whenIdle } from './pieces.ts';
import type { Pieces } from './pieces.ts';
import { countRows, rowsOf } from './row-groups.ts';
import { techniqueOf, uuidOf } from './search/written-ids.ts';
import { keepFilter, keptFilter, nameOf } from './table-memory.ts';
import { rowCountText } from './table-order.ts';

/** So long, in milliseconds, the keys rest before the address is written: browsers take longer for it than a letter should. */
const REST = 400;

/** Lets the field above a list narrow it, and narrows it to what its address asks for; `say` tells a screen reader what is left. */
export function makeFilterable(tools: Element, say: (words: string) => void): void {
  const field = tools.querySelector<HTMLInputElement>('[data-table-filter]');
  const count = tools.querySelector('[data-table-count]');
  const table = tools.parentElement?.querySelector<HTMLTableElement>('table[data-sortable]');
  const name = table ? nameOf(table) : undefined;
  if (field === null || count === null || !table || name === undefined) return;
  const texts = new Map<HTMLTableRowElement, string>();
  const reading = new PieceWork(whenIdle);
  const drawing = drawingOf(table);
  // A row is gone for what is looked for here, or for what is chosen above all lists of the page.
  let leftOut: ReadonlySet<Element> = new Set();
  const read = (): void => {
    reading.prepare(readTexts(rowsOf(table), texts));
  };
  // Whoever reaches for the field will want the texts of the rows.
  field.addEventListener('focus', read);
  const arrange = (): void => {
    if (field.value !== '') read();
    reading.finish();
    const isFound = finderOf(field.value);
    const rows = rowsOf(table).map((row) => ({ row, isShown: isFound(texts.get(row) ?? '') }));
    const gone = rows.filter(({ row, isShown }) => !isShown || leftOut.has(row)).length;
    const words = rowCountText(rows.length - gone, rows.length);
    if (count.textContent !== words) count.textContent = words;
    drawing.start(showRows(rows, 'hidden'));
  };
  const narrow = (): void => {
    arrange();
    say(count.textContent);
  };
  // The table may have been given other rows, too.
  followLeftOut(table, (rows) => {
    leftOut = rows;
    arrange();
  });
  let waiting: ReturnType<typeof setTimeout> | undefined;
  const keepText = (): void => {
    clearTimeout(waiting);
    keepFilter(name, field.value);
  };
  field.addEventListener('input', () => {
    narrow();
    clearTimeout(waiting);
    waiting = setTimeout(keepText, REST);
  });
  // Before the reader leaves by a link.
  field.addEventListener('change', keepText);
  const follow = (): void => {
    clearTimeout(waiting);
    const text = keptFilter(name);
    if (text === field.value.trim()) return;
    field.value = text;
    narrow();
  };
  // What the page was built with need not be drawn again: a table of thousands of rows takes its time.
  const all = countRows(table);
  if (field.value !== '' || count.textContent !== rowCountText(all, all)) arrange();
  follow();
  drawing.finish();
  addEventListener('popstate', follow);
}

/** What finds the texts of the rows that a filter leaves. */
function finderOf(filter: string): (text: string) => boolean {
  const words = filterWords(filter);
  // `t1059_001` is an id in another spelling, and may be one that is still being typed.
  const ids = words.map((word) => techniqueOf(word)?.toLowerCase() ?? uuidOf(word) ?? word);
  const spellings = ids.join() === words.join() ? [words] : [words, ids];
  return (text) => spellings.some((spelling) => matchesWords(text, spelling));
}

function* readTexts(rows: readonly HTMLTableRowElement[], texts: Map<HTMLTableRowElement, string>): Pieces {
  for (const [index, row] of rows.entries()) {
    if (!texts.has(row)) texts.set(row, textOf(row));
    if (index % 100 === 99) yield;
  }
}

/** What a row says, and the id or file name that its address ends in. */
function textOf(row: HTMLTableRowElement): string {
  const address = row.querySelector('a')?.getAttribute('href') ?? '';
  const texts = Array.from(row.cells, ({ textContent }) => textContent);
  return [...texts, ...address.split('/').slice(-2)].join(' ').toLowerCase();
}
