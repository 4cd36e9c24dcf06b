import type { Span } from '../../source/index.ts';

/**
 * What stands at the top of a note: nothing of the kind; a block of properties; a first line `---`
 * that no later line closes; one that names a language (`---js`); or what would be a block of
 * properties if white space did not stand above or beside its first line.
 */
export type Split =
  | { readonly kind: 'none' }
  | { readonly kind: 'unclosed' }
  | { readonly kind: 'language'; readonly language: string }
  /** `fence` is the line that should be line 1, `reason` says why it is not taken for it. */
  | { readonly kind: 'overlooked'; readonly fence: Span; readonly reason: string }
  | {
      readonly kind: 'yaml';
      /** From the first `---` to the end of the last. */
      readonly span: Span;
      /** The lines between them, with their last line end. */
      readonly yaml: Span;
    };

const FENCE = '---';
const NAMED_FENCE = /^--- ?([A-Za-z][\w+-]*)[ \t]*(?:\n|$)/;

/** Finds the frontmatter: line 1 is exactly `---`, up to the next line that is exactly `---` (A1.3). */
export function splitFrontmatter(text: string): Split {
  if (!text.startsWith(`${FENCE}\n`)) {
    const language = NAMED_FENCE.exec(text)?.[1];
    if (language !== undefined && closingFence(text) !== undefined) return { kind: 'language', language };
    return overlooked(text) ?? { kind: 'none' };
  }
  const close = closingFence(text);
  if (close === undefined) return { kind: 'unclosed' };
  return { kind: 'yaml', span: { start: 0, end: close + 3 }, yaml: { start: 4, end: close } };
}

/** White space around a line `---`, the name of a property on the next line that says something, and an end further on. */
const OVERLOOKED =
  /^((?:[ \t]*\n)*)( {0,3})---([ \t]*)\n(?:[ \t]*(?:#.*)?\n)*(?:"[^"\n]{1,100}"|'[^'\n]{1,100}'|[^\s#"'-][^:\n]{0,100}):(?=[ \t\n])/;
/** UTF-16 units in which all of that stands: a regular expression keeps in mind every line that it has passed. */
const LONGEST_TOP = 10_000;
const LOOSE_END = /\n(?:---|\.\.\.)[ \t]*(?:\n|$)/g;

function overlooked(text: string): Split | undefined {
  const { 0: top, 1: above = '', 2: before = '', 3: behind = '' } = OVERLOOKED.exec(text.slice(0, LONGEST_TOP)) ?? [];
  if (top === undefined) return undefined;
  LOOSE_END.lastIndex = top.length;
  if (!LOOSE_END.test(text)) return undefined;
  const start = above.length;
  const end = start + before.length + FENCE.length + behind.length;
  return { kind: 'overlooked', fence: { start, end }, reason: reasonOf(above, before) };
}

function reasonOf(above: string, before: string): string {
  if (above !== '') return 'an empty line stands above it';
  return `a space stands ${before === '' ? 'behind' : 'before'} its first ---`;
}

/** Offset of the first line after line 1 that is exactly `---`. */
function closingFence(text: string): number | undefined {
  for (let at = text.indexOf(`\n${FENCE}`); at !== -1; at = text.indexOf(`\n${FENCE}`, at + 1)) {
    const after = text[at + 1 + FENCE.length];
    if (after === undefined || after === '\n') return at + 1;
  }
  return undefined;
}
