import { filterWords, matchesWords, orderBy, sortKey, type Direction } from './table-order.ts';

/** Makes tables sortable by their heads, and lets the filters above long ones narrow them. */
export function startTables(document: Document): void {
  const tables = document.querySelectorAll<HTMLTableElement>('table[data-sortable], .query-block table');
  for (const table of tables) {
    if ((table.tBodies[0]?.rows.length ?? 0) > 1) makeSortable(table);
  }
  for (const tools of document.querySelectorAll('[data-table-tools]')) makeFilterable(tools);
}

function makeSortable(table: HTMLTableElement): void {
  const heads = [...(table.tHead?.rows[0]?.cells ?? [])];
  heads.forEach((head, column) => {
    const button = document.createElement('button');
    button.type = 'button';
    button.className = 'sort';
    button.append(...head.childNodes);
    head.append(button);
    button.addEventListener('click', () => {
      const direction: Direction = head.getAttribute('aria-sort') === 'ascending' ? 'descending' : 'ascending';
      for (const other of heads) other.removeAttribute('aria-sort');
      head.setAttribute('aria-sort', direction);
      sortRows(table, column, direction);
    });
  });
}

function sortRows(table: HTMLTableElement, column: number, direction: Direction): void {
  const body = table.tBodies[0];
  if (body === undefined) return;
  const rows = [...body.rows];
  const keys = rows.map(({ cells }) => {
    const cell = cells[column];
    return sortKey(cell?.textContent ?? '', cell?.getAttribute('data-sort') ?? null);
  });
  body.append(...orderBy(keys, direction).flatMap((index) => rows[index] ?? []));
}

function makeFilterable(tools: Element): void {
  const field = tools.querySelector<HTMLInputElement>('[data-table-filter]');
  const count = tools.querySelector('[data-table-count]');
  const body = tools.parentElement?.querySelector<HTMLTableElement>('table[data-sortable]')?.tBodies[0];
  if (field === null || count === null || body === undefined) return;
  const total = body.rows.length;
  const texts = new Map<HTMLTableRowElement, string>();
  field.addEventListener('input', () => {
    // Read once, when first needed: a long table's text is costly.
    if (texts.size === 0) for (const row of body.rows) texts.set(row, textOf(row));
    const words = filterWords(field.value);
    let shown = 0;
    for (const [row, text] of texts) {
      row.hidden = !matchesWords(text, words);
      if (!row.hidden) shown += 1;
    }
    count.textContent =
      words.length === 0
        ? `${total.toLocaleString('en')} rows`
        : `${shown.toLocaleString('en')} of ${total.toLocaleString('en')} rows`;
  });
}

function textOf({ cells }: HTMLTableRowElement): string {
  return Array.from(cells, (cell) => cell.textContent.toLowerCase()).join(' ');
}
