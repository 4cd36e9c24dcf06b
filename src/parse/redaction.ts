import type { Span } from '../source/index.ts';

/** Stands for each character that no reader may see. */
const BAR = '\u2588';

/** A text with stretches of it struck out, character for character, so that all places stay; line ends stay too. */
export function redact(text: string, spans: readonly Span[]): string {
  const parts: string[] = [];
  let from = 0;
  for (const { start, end } of [...spans].sort((a, b) => a.start - b.start)) {
    if (end <= from) continue;
    const begin = Math.max(from, start);
    parts.push(text.slice(from, begin), text.slice(begin, end).replace(/[^\n]/g, BAR));
    from = end;
  }
  return parts.join('') + text.slice(from);
}

/** Whether a link's target is struck out. */
export function isRedacted(target: string): boolean {
  return /^\u2588+$/.test(target);
}
