import type { Extension as FromMarkdownExtension } from 'mdast-util-from-markdown';
import type { Code, Construct, Extension, State, Tokenizer } from 'micromark-util-types';
import { isTagCharacter, tagName } from '../tag-name.ts';
import { codes, isSpaceOrEnd } from './codes.ts';

declare module 'micromark-util-types' {
  interface TokenTypeMap {
    inlineTag: 'inlineTag';
  }
}

/**
 * `#name` at the start of a line or after white space (A3.1, A3.2, A3.4).
 *
 * ```markdown
 * > | a #b/c, d
 *       ^^^^
 * ```
 */
const tokenizeInlineTag: Tokenizer = function (effects, ok, nok) {
  let text = '';
  return start;

  function start(code: Code): State | undefined {
    effects.enter('inlineTag');
    effects.consume(code);
    return name;
  }

  function name(code: Code): State | undefined {
    if (code !== null && code >= 0 && isTagCharacter(code)) {
      text += String.fromCharCode(code);
      effects.consume(code);
      return name;
    }
    if (tagName(text) === undefined) return nok(code);
    effects.exit('inlineTag');
    return ok(code);
  }
};

const inlineTag: Construct = { name: 'inlineTag', tokenize: tokenizeInlineTag, previous: isSpaceOrEnd };

/** The syntax of tags in running text. */
export const inlineTagSyntax: Extension = { text: { [codes.numberSign]: inlineTag } };

/** Makes {@link InlineTag} nodes; trailing slashes stay outside the name. */
export const inlineTagFromMarkdown: FromMarkdownExtension = {
  enter: {
    inlineTag(token) {
      this.enter({ type: 'inlineTag', name: tagName(this.sliceSerialize(token).slice(1)) ?? '' }, token);
    },
  },
  exit: {
    inlineTag(token) {
      this.exit(token);
    },
  },
};
