/** Follows, line by line, which quotes and lists are open. A close guess: it knows no other syntax. */
export interface Nesting {
  /** Takes the next line; gives how many containers end with it beside the first. */
  readonly endedBy: (line: { readonly prefix: string; readonly isBlank: boolean }) => number;
}

const MARK = /[>*+\-.)[]/g;

/** Makes a follower that stands at the start of a text. */
export function createNesting(): Nesting {
  /** The columns of the marks of what is open, outermost first. */
  let open: number[] = [];
  let isAfterBlank = false;
  return {
    endedBy({ prefix, isBlank }) {
      const hasMarks = prefix.trim() !== '';
      // Text without marks belongs to the paragraph before it, if there is one.
      const isPart = !hasMarks && (isBlank || !isAfterBlank);
      isAfterBlank = isBlank;
      if (isPart) return 0;
      const indentation = prefix.length - prefix.trimStart().length;
      const kept = open.filter((column) => column < indentation);
      const ended = open.length - kept.length;
      open = [...kept, ...[...prefix.matchAll(MARK)].map(({ index }) => index)];
      return Math.max(0, ended - 1);
    },
  };
}
