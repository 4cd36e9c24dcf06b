import type { Extension as FromMarkdownExtension } from 'mdast-util-from-markdown';
import type { Code, Construct, Extension, State, Tokenizer } from 'micromark-util-types';
import { codes, isEnd } from './codes.ts';

declare module 'micromark-util-types' {
  interface TokenTypeMap {
    citation: 'citation';
  }
}

const OPENING = '(Citation:';
/** Longer names are no names; the bound keeps an unclosed mark from being searched to the end of its line. */
const MAX_LENGTH = 500;

/**
 * `(Citation: name)` on one line; the name may hold balanced parentheses.
 *
 * ```markdown
 * > | A tool.(Citation: Vendor (2020) Report)
 *            ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^
 * ```
 */
const tokenizeCitation: Tokenizer = function (effects, ok, nok) {
  let size = 0;
  let depth = 1;
  return start;

  function start(code: Code): State | undefined {
    effects.enter('citation');
    return opening(code);
  }

  /** In `(Citation:`. */
  function opening(code: Code): State | undefined {
    if (code !== OPENING.charCodeAt(size)) return nok(code);
    effects.consume(code);
    size += 1;
    return size === OPENING.length ? name : opening;
  }

  function name(code: Code): State | undefined {
    if (isEnd(code) || size > MAX_LENGTH) return nok(code);
    if (code === codes.leftParenthesis) depth += 1;
    if (code === codes.rightParenthesis) depth -= 1;
    size += 1;
    effects.consume(code);
    if (depth > 0) return name;
    effects.exit('citation');
    return ok;
  }
};

const citation: Construct = { name: 'citation', tokenize: tokenizeCitation };

/** The syntax of ATT&CK's citation marks. */
export const citationSyntax: Extension = { text: { [codes.leftParenthesis]: citation } };

/** Makes {@link Citation} nodes. */
export const citationFromMarkdown: FromMarkdownExtension = {
  enter: {
    citation(token) {
      this.enter({ type: 'citation', name: this.sliceSerialize(token).slice(OPENING.length, -1).trim() }, token);
    },
  },
  exit: {
    citation(token) {
      this.exit(token);
    },
  },
};
