import { startCopyingRows } from './copy-rows.ts';
import { makeFilterable } from './filter-rows.ts';
import { countRows } from './row-groups.ts';
import { createSayer } from './say.ts';
import { makeSortable } from './sort-rows.ts';
import { nameOf } from './table-memory.ts';

/** Makes tables sortable by their heads, and lets the filters above long ones narrow them. */
export function startTables(document: Document): void {
  const tables = document.querySelectorAll<HTMLTableElement>('table[data-sortable], .query-block table');
  for (const table of tables) {
    if (nameOf(table) !== undefined || countRows(table) > 1) makeSortable(table);
  }
  for (const table of document.querySelectorAll<HTMLTableElement>('table.long')) startCopyingRows(table);
  const tools = document.querySelectorAll('[data-table-tools]');
  if (tools.length === 0) return;
  const say = createSayer(document);
  for (const each of tools) makeFilterable(each, say);
}
