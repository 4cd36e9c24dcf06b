import type { Element } from 'hast';
import { h } from 'hastscript';
import type { PageState } from './scope.ts';

/** A table of an author's in the box that it scrolls in where it is wider than the page. */
export function tableInBox(table: Element, page: PageState): Element {
  page.tables += 1;
  const label = `Table ${page.tables}`; // regions of one page must not share a name
  return h('div.table-scroll', { tabIndex: 0, role: 'region', ariaLabel: label }, [table]);
}
