import type { Span } from '../../source/index.ts';

/**
 * What stands at the top of a note: nothing of the kind; a block of properties; a first line `---`
 * that no later line closes; or one that names a language (`---js`).
 */
export type Split =
  | { readonly kind: 'none' }
  | { readonly kind: 'unclosed' }
  | { readonly kind: 'language'; readonly language: string }
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
    return { kind: 'none' };
  }
  const close = closingFence(text);
  if (close === undefined) return { kind: 'unclosed' };
  return { kind: 'yaml', span: { start: 0, end: close + 3 }, yaml: { start: 4, end: close } };
}

/** Offset of the first line after line 1 that is exactly `---`. */
function closingFence(text: string): number | undefined {
  for (let at = text.indexOf(`\n${FENCE}`); at !== -1; at = text.indexOf(`\n${FENCE}`, at + 1)) {
    const after = text[at + 1 + FENCE.length];
    if (after === undefined || after === '\n') return at + 1;
  }
  return undefined;
}
