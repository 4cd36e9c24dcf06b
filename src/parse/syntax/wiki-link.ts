import type { Extension as FromMarkdownExtension } from 'mdast-util-from-markdown';
import type { Code, Construct, Extension, State, Tokenizer } from 'micromark-util-types';
import { parseWikiTarget } from '../wiki-target.ts';
import { codes, isEnd } from './codes.ts';

declare module 'micromark-util-types' {
  interface TokenTypeMap {
    wikiLink: 'wikiLink';
  }
}

/**
 * `[[target#anchor|label]]` and `![[…]]`, on one line; a second `[[` inside makes it text.
 *
 * ```markdown
 * > | a [[b#c|d]] e
 *       ^^^^^^^^^
 * ```
 */
const tokenizeWikiLink: Tokenizer = function (effects, ok, nok) {
  let text = '';
  return start;

  /** At `!` or the first `[`. */
  function start(code: Code): State | undefined {
    effects.enter('wikiLink');
    if (code !== codes.exclamationMark) return firstOpen(code);
    effects.consume(code);
    return firstOpen;
  }

  function firstOpen(code: Code): State | undefined {
    if (code !== codes.leftBracket) return nok(code);
    effects.consume(code);
    return secondOpen;
  }

  function secondOpen(code: Code): State | undefined {
    if (code !== codes.leftBracket) return nok(code);
    effects.consume(code);
    return inside;
  }

  /** After `[[`, before `]]`. */
  function inside(code: Code): State | undefined {
    if (isEnd(code)) return nok(code);
    effects.consume(code);
    if (code === codes.rightBracket) return afterClose;
    if (code === codes.leftBracket) return afterOpen;
    text += code < 0 ? ' ' : String.fromCharCode(code);
    return inside;
  }

  /** After one `[` inside. */
  function afterOpen(code: Code): State | undefined {
    if (code === codes.leftBracket) return nok(code);
    text += '[';
    return inside(code);
  }

  /** After one `]`. */
  function afterClose(code: Code): State | undefined {
    if (code !== codes.rightBracket) {
      text += ']';
      return inside(code);
    }
    if (parseWikiTarget(text) === undefined) return nok(code);
    effects.consume(code);
    effects.exit('wikiLink');
    return ok;
  }
};

const wikiLink: Construct = { name: 'wikiLink', tokenize: tokenizeWikiLink };

/** The syntax of wikilinks and embeds. */
export const wikiLinkSyntax: Extension = {
  text: { [codes.leftBracket]: wikiLink, [codes.exclamationMark]: wikiLink },
};

/** Makes {@link WikiLink} nodes. */
export const wikiLinkFromMarkdown: FromMarkdownExtension = {
  enter: {
    wikiLink(token) {
      const source = this.sliceSerialize(token);
      const embed = source.startsWith('!');
      const parts = parseWikiTarget(source.slice(embed ? 3 : 2, -2));
      const { target, anchor, label } = parts ?? { target: '', anchor: undefined, label: undefined };
      this.enter({ type: 'wikiLink', target, anchor, label, embed }, token);
    },
  },
  exit: {
    wikiLink(token) {
      this.exit(token);
    },
  },
};
