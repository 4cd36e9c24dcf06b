import type { Element } from 'hast';
import { h } from 'hastscript';
import type { PageState } from './scope.ts';

/** A table of an author's in the box that it scrolls in where it is wider than the page. */
export function tableInBox(table: Element, page: PageState): Element {
  page.tables += 1;
  // No region: screen readers jump from one to the next, and a runbook has dozens of tables.
  const box = { tabIndex: 0, role: 'group', ariaLabel: `Table ${page.tables}` };
  return h('div.table-scroll', box, [table]);
}
