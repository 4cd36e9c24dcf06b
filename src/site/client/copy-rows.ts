import { element } from './elements.ts';
import { rowsOf } from './row-groups.ts';

/**
 * Copies what is selected in a long table as rows of cells, parted by tabs in plain text: its cells are no table cells on the
 * screen, and browsers would put each on a line of its own. Rows that a filter has left out stay out.
 */
export function startCopyingRows(table: HTMLTableElement): void {
  table.addEventListener('copy', (event) => {
    const selection = table.ownerDocument.getSelection();
    const range = selection?.rangeCount === 1 ? selection.getRangeAt(0) : undefined;
    const { clipboardData } = event;
    if (range === undefined || clipboardData === null || !table.contains(range.commonAncestorContainer)) return;
    const rows = selectedRows(table, range);
    // Within one cell browsers know what to do.
    if (rows.flat().length < 2) return;
    const text = rows.map((cells) => cells.map((cell) => cell.textContent.trim()).join('\t')).join('\n');
    const copy = element('table', {}, [
      element(
        'tbody',
        {},
        rows.map((cells) => element('tr', {}, [...cells])),
      ),
    ]);
    clipboardData.setData('text/plain', text);
    clipboardData.setData('text/html', copy.outerHTML);
    event.preventDefault();
  });
}

/** The cells of each row to be seen that a range touches, with what of them lies within it. */
function selectedRows(table: HTMLTableElement, range: Range): readonly (readonly HTMLElement[])[] {
  const rows = [...(table.tHead?.rows ?? []), ...rowsOf(table)];
  const cellsOf = rows
    .filter((row) => range.intersectsNode(row) && !row.matches('[hidden], [data-left-out]'))
    .map((row) => Array.from(row.cells).filter((cell) => range.intersectsNode(cell)))
    .map((cells) => cells.map((cell) => selectedCell(cell, range)));
  // A selection often ends before the first letter of the next row.
  return cellsOf.filter((cells) => cells.some(({ textContent }) => textContent !== ''));
}

function selectedCell(cell: HTMLTableCellElement, range: Range): HTMLElement {
  const part = cell.ownerDocument.createRange();
  part.selectNodeContents(cell);
  if (range.compareBoundaryPoints(Range.START_TO_START, part) > 0)
    part.setStart(range.startContainer, range.startOffset);
  if (range.compareBoundaryPoints(Range.END_TO_END, part) < 0) part.setEnd(range.endContainer, range.endOffset);
  const copy = element(cell.localName === 'th' ? 'th' : 'td', {}, [part.cloneContents()]);
  for (const button of copy.querySelectorAll('button')) button.replaceWith(...button.childNodes);
  for (const link of copy.querySelectorAll('a')) link.setAttribute('href', link.href);
  return copy;
}
