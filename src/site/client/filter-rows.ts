import { showRows } from './arrange-rows.ts';
import { drawingOf } from './draw-rows.ts';
import { filterWords, matchesWords } from './filter-words.ts';
import { followLeftOut } from './left-out-rows.ts';
import { PieceWork, whenIdle } from './pieces.ts';
import type { Pieces } from './pieces.ts';
import { rowsOf } from './row-groups.ts';
import { identifierOf } from './search/identifiers.ts';
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
  const read = (): void => {
    if (texts.size === 0) reading.prepare(readTexts(rowsOf(table), texts));
  };
  // Whoever reaches for the field will want the texts of the rows.
  field.addEventListener('focus', read);
  const narrow = (): void => {
    read();
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
  follow();
  drawing.finish();
  addEventListener('popstate', follow);
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
