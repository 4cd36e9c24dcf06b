/** Names by their characters: what may come next, and whether a name ends here. */
interface Branch {
  readonly next: Map<number, Branch>;
  isEnd: boolean;
}

/** What stands right before the name of a note where a canvas or base names it, or right after. */
const OPENING = /\[\[|[/"]/g;
const CLOSING = /\.md"/g;

/**
 * Makes the test whether a text names one of the notes: as a link, at the start of what is quoted, in a path, or as a
 * file. It walks through the text twice, however many names there are.
 *
 * @param names Written as in the text: letter case and Unicode form count.
 */
export function createNameFinder(names: readonly string[]): (text: string) => boolean {
  const forwards = plant(names.map((name) => codesOf(name)));
  const backwards = plant(names.map((name) => codesOf(name).reverse()));
  return (text) => {
    for (const { index, 0: mark } of text.matchAll(OPENING)) {
      if (leadsToEnd(forwards, text, { at: index + mark.length, by: 1 })) return true;
    }
    for (const { index } of text.matchAll(CLOSING)) {
      if (leadsToEnd(backwards, text, { at: index - 1, by: -1 })) return true;
    }
    return false;
  };
}

function codesOf(name: string): number[] {
  return Array.from({ length: name.length }, (_, index) => name.charCodeAt(index));
}

function plant(words: readonly (readonly number[])[]): Branch {
  const root: Branch = { next: new Map(), isEnd: false };
  for (const word of words) {
    let branch = root;
    for (const code of word) {
      const next = branch.next.get(code) ?? { next: new Map(), isEnd: false };
      branch.next.set(code, next);
      branch = next;
    }
    branch.isEnd = true;
  }
  return root;
}

/** Whether the characters from a place on, in steps of 1 or -1, spell a name. */
function leadsToEnd(root: Branch, text: string, { at, by }: { readonly at: number; readonly by: 1 | -1 }): boolean {
  let branch: Branch | undefined = root;
  for (let index = at; branch !== undefined; index += by) {
    if (branch.isEnd) return true;
    branch = branch.next.get(text.charCodeAt(index));
  }
  return false;
}
