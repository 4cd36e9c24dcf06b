import type { Direction } from '../table-order.ts';

/** A head that a list is sorted by. */
export interface SortedBy {
  /** Its place among the heads. */
  readonly column: number;
  readonly direction: Direction;
}

/**
 * The heads that a list is sorted by, the last chosen first: among rows that are equal by one the next decides, and in the end the
 * page's own order, which is that of no head.
 */
export type Order = readonly SortedBy[];

/**
 * Reads an order from its words, each the label of a head, with a hyphen before it where the order descends, in upper or lower case.
 * Words that name no head are left out.
 */
export function readOrder(words: readonly string[], labels: readonly string[]): Order {
  const folded = labels.map(fold);
  const directions = new Map<number, Direction>();
  for (const word of words.map(fold)) {
    const isDescending = word.startsWith('-');
    const column = folded.indexOf(isDescending ? word.slice(1) : word);
    if (column >= 0 && !directions.has(column)) directions.set(column, isDescending ? 'descending' : 'ascending');
  }
  return [...directions].map(([column, direction]) => ({ column, direction }));
}

/** The words of an order, for {@link readOrder}, in lower case. */
export function writeOrder(order: Order, labels: readonly string[]): readonly string[] {
  return order.map(({ column, direction }) => `${direction === 'descending' ? '-' : ''}${fold(labels[column] ?? '')}`);
}

/** The query of an address, `?` included where there is one, with these values of a parameter in place of others; what else stands in it stays. */
export function withValues(query: string, name: string, values: readonly string[]): string {
  const parameters = new URLSearchParams(query);
  parameters.delete(name);
  for (const value of values) parameters.append(name, value);
  const text = parameters.toString();
  return text === '' ? '' : `?${text}`;
}

function fold(text: string): string {
  return text.trim().toLowerCase();
}
