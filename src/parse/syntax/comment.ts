import type { CompileContext, Extension as FromMarkdownExtension } from 'mdast-util-from-markdown';
import type { Code, Construct, Extension, State, Token, TokenizeContext, Tokenizer } from 'micromark-util-types';
import { codes, isEnd } from './codes.ts';

declare module 'micromark-util-types' {
  interface TokenTypeMap {
    comment: 'comment';
    commentFlow: 'commentFlow';
    commentData: 'commentData';
  }
}

/**
 * `%%text%%` inside a paragraph, over its lines too.
 *
 * ```markdown
 * > | a %%b%% c
 *       ^^^^^
 * ```
 */
const tokenizeInline: Tokenizer = function (effects, ok, nok) {
  return start;

  function start(code: Code): State | undefined {
    effects.enter('comment');
    effects.enter('commentData');
    effects.consume(code);
    return secondOpen;
  }

  function secondOpen(code: Code): State | undefined {
    if (code !== codes.percentSign) return nok(code);
    effects.consume(code);
    return inside;
  }

  function inside(code: Code): State | undefined {
    if (code === null) return nok(code);
    if (isEnd(code)) {
      effects.exit('commentData');
      effects.enter('lineEnding');
      effects.consume(code);
      effects.exit('lineEnding');
      effects.enter('commentData');
      return inside;
    }
    effects.consume(code);
    return code === codes.percentSign ? secondClose : inside;
  }

  function secondClose(code: Code): State | undefined {
    if (code !== codes.percentSign) return inside(code);
    effects.consume(code);
    effects.exit('commentData');
    effects.exit('comment');
    return ok;
  }
};

/**
 * A block that begins with `%%` and ends with the next `%%` on a later line, blank lines included,
 * or with its container. What follows the end on its line is a paragraph.
 *
 * ```markdown
 * > | %%
 *     ^^
 * > | a
 *     ^
 * > | %% b
 *     ^^
 * ```
 */
const tokenizeFlow: Tokenizer = function (effects, ok, nok) {
  const { interrupt } = this;
  const closesInline = (): boolean => closesInlineComment(this);
  let isFirstLine = true;
  return start;

  function start(code: Code): State | undefined {
    if (interrupt === true && closesInline()) return nok(code);
    effects.enter('commentFlow');
    effects.enter('commentData');
    effects.consume(code);
    return secondOpen;
  }

  function secondOpen(code: Code): State | undefined {
    if (code !== codes.percentSign) return nok(code);
    effects.consume(code);
    return inside;
  }

  function inside(code: Code): State | undefined {
    if (isEnd(code)) {
      effects.exit('commentData');
      return lineEnd(code);
    }
    effects.consume(code);
    return code === codes.percentSign ? secondClose : inside;
  }

  function lineEnd(code: Code): State | undefined {
    isFirstLine = false;
    return interrupt === true ? exit(code) : effects.check(sameContainer, nextLine, exit)(code);
  }

  function nextLine(code: Code): State | undefined {
    effects.enter('lineEnding');
    effects.consume(code);
    effects.exit('lineEnding');
    return lineStart;
  }

  function lineStart(code: Code): State | undefined {
    if (isEnd(code)) return lineEnd(code);
    effects.enter('commentData');
    return inside(code);
  }

  function exit(code: Code): State | undefined {
    effects.exit('commentFlow');
    return ok(code);
  }

  function secondClose(code: Code): State | undefined {
    if (code !== codes.percentSign) return inside(code);
    // A comment on one line is left to the paragraph around it.
    if (isFirstLine) return nok(code);
    effects.consume(code);
    effects.exit('commentData');
    effects.exit('commentFlow');
    return effects.attempt(restOfLine, ok, nok);
  }
};

/** What follows a block comment on its last line: nothing, or a paragraph. */
const restOfLine: Construct = {
  partial: true,
  tokenize(effects, ok) {
    return space;

    function space(code: Code): State | undefined {
      if (isEnd(code)) return ok(code);
      if (code < 0 || code === codes.space) {
        effects.enter('linePrefix');
        effects.consume(code);
        effects.exit('linePrefix');
        return space;
      }
      effects.enter('paragraph');
      effects.enter('chunkText', { contentType: 'text' });
      return text(code);
    }

    function text(code: Code): State | undefined {
      if (!isEnd(code)) {
        effects.consume(code);
        return text;
      }
      effects.exit('chunkText');
      effects.exit('paragraph');
      return ok(code);
    }
  },
};

/** A line end after which the same containers go on. */
const sameContainer: Construct = {
  partial: true,
  tokenize(effects, ok, nok) {
    const isLazy = (): boolean => this.parser.lazy[this.now().line] === true;
    return start;

    function start(code: Code): State | undefined {
      if (code === null) return nok(code);
      effects.enter('lineEnding');
      effects.consume(code);
      effects.exit('lineEnding');
      return lineStart;
    }

    function lineStart(code: Code): State | undefined {
      return isLazy() ? nok(code) : ok(code);
    }
  },
};

/** True when the paragraph that this line would interrupt holds an open `%%`, which this line then closes. */
function closesInlineComment(context: TokenizeContext): boolean {
  const content = context.events.findLast(([kind, token]) => kind === 'enter' && token.type === 'content');
  if (content === undefined) return false;
  const paragraph = context.sliceSerialize({ start: content[1].start, end: context.now() });
  const marks = paragraph.replace(/`[^`]*`/g, '').split('%%').length - 1;
  return marks % 2 === 1;
}

const inlineComment: Construct = { name: 'comment', tokenize: tokenizeInline };
const flowComment: Construct = { name: 'commentFlow', tokenize: tokenizeFlow, concrete: true };

/** The syntax of comments. */
export const commentSyntax: Extension = {
  text: { [codes.percentSign]: inlineComment },
  flow: { [codes.percentSign]: flowComment },
};

function enterComment(this: CompileContext, token: Token): undefined {
  const value = this.sliceSerialize(token).replace(/^%%/, '').replace(/%%$/, '');
  this.enter({ type: 'comment', value }, token);
}

function exitComment(this: CompileContext, token: Token): undefined {
  this.exit(token);
}

/** Makes {@link Comment} nodes. */
export const commentFromMarkdown: FromMarkdownExtension = {
  enter: { comment: enterComment, commentFlow: enterComment },
  exit: { comment: exitComment, commentFlow: exitComment },
};
