import { cellsOfTechnique } from '../render/index.ts';
import type { Table } from '../render/index.ts';
import { cellsHtml } from './value-html.ts';

/**
 * The rows that a list of techniques has on each platform, as the content of a template: since many end in the same cells, and begin as they
 * do in the page's other lists, each end stands once. It names its techniques by their places, apart for each platform:
 * `data-on2="5 17"`, where platforms are numbered as in the filter, from 1. The script (client/lists/platform-rows.ts) makes rows of both.
 */
export function rowEnds(onPlatforms: readonly Table[]): string {
  const ends = new Map<string, Map<number, (string | number)[]>>();
  for (const [index, { columns, rows }] of onPlatforms.entries()) {
    for (const row of rows) {
      const html = cellsHtml(columns, row, cellsOfTechnique);
      const platforms = ends.get(html) ?? new Map<number, (string | number)[]>();
      const places = platforms.get(index + 1) ?? [];
      places.push(row[0]?.sort ?? '');
      ends.set(html, platforms.set(index + 1, places));
    }
  }
  return [...ends]
    .map(([html, platforms]) => {
      const marks = [...platforms].map(([number, places]) => ` data-on${String(number)}="${places.join(' ')}"`);
      return `<tr${marks.join('')}>${html}</tr>`;
    })
    .join('\n');
}
