import type { Cell, Column, FactValue } from '../render/index.ts';
import { levelRank } from './levels.ts';
import { sortValue } from './table-cells.ts';
import { lineParts } from './words.ts';

// As text and not as components: a page has some hundred values, and Astro makes several objects for each component.

const ENTITIES: Readonly<Record<string, string>> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;' };

/** A text as the content of an element, or of an attribute in double quotes. */
export function escapeHtml(text: string): string {
  return text.replace(/[&<>"]/g, (sign) => ENTITIES[sign] ?? sign);
}

/** A value of a fact or a table: its text, in the mono face, with a level's mark or as a link. */
export function valueHtml(value: FactValue): string {
  const { text, href, external, code, level } = value;
  if (level !== undefined) return levelHtml(level, linked(escapeHtml(text), href));
  if (external === true && href !== undefined) return externalLink(value, href);
  if (href !== undefined) return linked(escapeHtml(text), href, code === true ? ' class="code"' : '');
  return code === true ? `<code>${escapeHtml(text)}</code>` : escapeHtml(text);
}

/** The rows of a table, of which the first cell is the heading. */
export function rowsHtml(columns: readonly Column[], rows: readonly (readonly Cell[])[]): string {
  return rows.map((cells) => `<tr>${cellsHtml(columns, cells)}</tr>`).join('\n');
}

/** The cells of a row from one on; the first of all is its heading. */
export function cellsHtml(columns: readonly Column[], cells: readonly Cell[], from = 0): string {
  const cellHtml = (cell: Cell, index: number): string => {
    if (index < from) return '';
    const sort = sortValue(cell);
    const mark = sort === undefined ? '' : ` data-sort="${escapeHtml(String(sort))}"`;
    const content = cell.values === undefined ? valueHtml(cell) : cell.values.map(valueHtml).join(', ');
    if (index === 0) return `<th scope="row"${mark}>${content}</th>`;
    const numeric = columns[index]?.numeric === true ? ' class="n"' : '';
    return `<td${numeric}${mark}>${content}</td>`;
  };
  return cells.map(cellHtml).join('');
}

function levelHtml(level: string, content: string): string {
  const mark = levelRank(level) === undefined ? 'unknown' : level;
  return `<span class="level ${mark}">${content}</span>`;
}

function externalLink({ text, code }: FactValue, href: string): string {
  const content = lineParts(text).map(escapeHtml).join('<wbr>');
  return linked(content, href, ` class="${code === true ? 'external code' : 'external'}" rel="noopener noreferrer"`);
}

function linked(content: string, href: string | undefined, attributes = ''): string {
  return href === undefined ? content : `<a href="${escapeHtml(href)}"${attributes}>${content}</a>`;
}
