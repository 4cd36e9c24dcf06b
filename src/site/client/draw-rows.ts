import { PieceWork, afterPaint } from './pieces.ts';

/** Draws a table in pieces; all of it before the keys reach its rows, and on paper. */
export function drawingOf(table: HTMLTableElement): PieceWork {
  const drawing = new PieceWork(afterPaint);
  table.addEventListener('focusin', () => drawing.finish());
  addEventListener('beforeprint', () => drawing.finish());
  return drawing;
}
