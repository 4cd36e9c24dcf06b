/** So many items of a list are written at a time. */
const MOST_ITEMS = 500;

/**
 * The very JSON that `JSON.stringify` gives of an object without members that are undefined or functions, in less than half the
 * time where it has lists of many megabytes: a text is copied whenever it outgrows its room, and twice as large from its first
 * character beyond Latin-1 on.
 */
export function longJson(content: object): string {
  const members = Object.entries(content).map(([name, value]: [string, unknown]) => {
    const text = Array.isArray(value) ? listJson(value) : JSON.stringify(value);
    return `${JSON.stringify(name)}:${text}`;
  });
  return `{${members.join(',')}}`;
}

function listJson(items: readonly unknown[]): string {
  const parts: string[] = [];
  for (let at = 0; at < items.length; at += MOST_ITEMS) {
    parts.push(JSON.stringify(items.slice(at, at + MOST_ITEMS)).slice(1, -1));
  }
  return `[${parts.join(',')}]`;
}
