import { join, without } from './rows.ts';
import type { Rows } from './rows.ts';

/** Rows that are kept for searches to come, in all: some tens of megabytes. */
const MOST_KEPT = 4_000_000;

/** A search that stands in a note, ready to be evaluated. */
export interface HostedSearch {
  readonly text: string;
  readonly host: number;
  /** The rows among some that meet it; undefined when it was stopped. */
  readonly among: (rows: Rows) => Rows | undefined;
}

/** The rows of searches that stand in notes: one that stands in several is evaluated once for the whole vault. */
export interface SharedRows {
  /** The rows of a search; undefined when it was stopped. */
  find(search: HostedSearch): Rows | undefined;
}

/** What a search finds in all notes, each of them whole, but for one note that was not seen so. */
interface Found {
  readonly rows: Rows;
  readonly unseen: number | undefined;
}

/** Makes a keeper that holds nothing, for the searches of the notes of one corpus. */
export function createSharedRows(all: Rows): SharedRows {
  const known = new Map<string, Found>();
  let kept = 0;
  const findFirst = ({ text, host, among }: HostedSearch): Rows | undefined => {
    const rows = among(all);
    if (rows === undefined || kept > MOST_KEPT) return rows;
    kept += rows.length + 1;
    known.set(text, { rows: withNote(rows, host, false), unseen: host });
    return rows;
  };
  const wholeRows = ({ text, host, among }: HostedSearch, { rows, unseen }: Found): Rows | undefined => {
    if (unseen === undefined || unseen === host) return rows;
    const found = among([unseen]);
    if (found === undefined) return undefined;
    const whole = withNote(rows, unseen, found.length > 0);
    known.set(text, { rows: whole, unseen: undefined });
    return whole;
  };
  return {
    find(search) {
      const found = known.get(search.text);
      if (found === undefined) return findFirst(search);
      const rows = wholeRows(search, found);
      // Its own note alone looks different to a search: without the lines of its block.
      const own = search.among([search.host]);
      return rows && own && withNote(rows, search.host, own.length > 0);
    },
  };
}

/** Rows with a note among them or not. */
function withNote(rows: Rows, note: number, isFound: boolean): Rows {
  if (rows.includes(note) === isFound) return rows;
  return isFound ? join([rows, [note]]) : without(rows, [note]);
}
