const OPENING = /^(?:(`{3,})[^`]*|(~{3,}).*)$/;

/** Tells, line by line, whether a line stands in fenced code. A close guess: it knows no other syntax. */
export interface FenceTracker {
  /** Takes the next line, its prefix of indentation and container marks apart; true when it belongs to fenced code. */
  readonly next: (prefix: string, rest: string) => boolean;
}

/** Makes a tracker that stands at the start of a text. */
export function createFenceTracker(): FenceTracker {
  let fence: { readonly run: string; readonly prefix: string } | undefined;
  return {
    next(prefix, rest) {
      if (fence !== undefined && !leavesContainer(prefix, rest, fence.prefix)) {
        if (closes(rest, fence.run)) fence = undefined;
        return true;
      }
      fence = undefined;
      const match = OPENING.exec(rest);
      const run = match?.[1] ?? match?.[2];
      if (run === undefined) return false;
      fence = { run, prefix };
      return true;
    },
  };
}

function closes(rest: string, run: string): boolean {
  const line = rest.trimEnd();
  return line.length >= run.length && line === run.charAt(0).repeat(line.length);
}

/** True when a line no longer stands in the quote or list item in which the fence was opened. */
function leavesContainer(prefix: string, rest: string, opening: string): boolean {
  if (opening.includes('>')) return !prefix.includes('>');
  return /\S/.test(opening) && rest !== '' && prefix.length < opening.length;
}
