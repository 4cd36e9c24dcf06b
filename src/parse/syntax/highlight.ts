import type { Extension as FromMarkdownExtension } from 'mdast-util-from-markdown';
import { resolveAll } from 'micromark-util-resolve-all';
import type {
  Code,
  Construct,
  Event,
  Extension,
  Resolver,
  State,
  Token,
  TokenizeContext,
  Tokenizer,
} from 'micromark-util-types';
import { codes, isSpaceOrEnd } from './codes.ts';

declare module 'micromark-util-types' {
  interface TokenTypeMap {
    highlight: 'highlight';
    highlightText: 'highlightText';
    highlightSequence: 'highlightSequence';
    highlightSequenceTemporary: 'highlightSequenceTemporary';
  }
}

/**
 * A run of exactly two `=`, which may open (no white space after it) or close (none before it).
 *
 * ```markdown
 * > | a ==b== c
 *       ^^ ^^
 * ```
 */
const tokenizeHighlight: Tokenizer = function (effects, ok, nok) {
  const before = this.previous;
  let size = 0;
  return start;

  function start(code: Code): State | undefined {
    if (before === codes.equalsTo) return nok(code);
    effects.enter('highlightSequenceTemporary');
    return more(code);
  }

  function more(code: Code): State | undefined {
    if (code === codes.equalsTo) {
      if (size === 2) return nok(code);
      size += 1;
      effects.consume(code);
      return more;
    }
    if (size < 2) return nok(code);
    const token = effects.exit('highlightSequenceTemporary');
    token._open = !isSpaceOrEnd(code);
    token._close = !isSpaceOrEnd(before);
    return ok(code);
  }
};

/** Pairs each run that closes with the nearest open one before it, in one pass. */
const resolveAllHighlight: Resolver = function (events, context) {
  const pairs = pairsOf(events);
  if (pairs.length === 0) {
    relabel(events);
    return events;
  }
  const resolved: Event[] = [];
  let rest = 0;
  for (const { open, close } of pairs) {
    for (const event of events.slice(rest, open)) resolved.push(event);
    for (const event of highlightEvents(events, { open, close }, context)) resolved.push(event);
    rest = close + 2;
  }
  for (const event of events.slice(rest)) resolved.push(event);
  relabel(resolved);
  // In place: micromark goes on with the array that it handed over.
  events.length = 0;
  for (const event of resolved) events.push(event);
  return events;
};

/** Indexes of the `enter` events of two runs that belong together. */
interface Pair {
  readonly open: number;
  readonly close: number;
}

function pairsOf(events: readonly Event[]): readonly Pair[] {
  const pairs: Pair[] = [];
  let open: number | undefined;
  // By index: this runs over every stretch of text, and once more inside each link and emphasis.
  for (let index = 0; index < events.length; index += 1) {
    const event = events[index];
    if (event?.[1].type !== 'highlightSequenceTemporary' || event[0] !== 'enter') continue;
    if (open !== undefined && event[1]._close === true) {
      pairs.push({ open, close: index });
      open = undefined;
    } else if (event[1]._open === true) {
      open = index;
    }
  }
  return pairs;
}

/** The events of one highlight; what stands in it is resolved on its own, so that nothing crosses its ends. */
function highlightEvents(events: readonly Event[], { open, close }: Pair, context: TokenizeContext): readonly Event[] {
  const opening = events[open]?.[1];
  const closing = events[close]?.[1];
  if (opening === undefined || closing === undefined) return [];
  opening.type = 'highlightSequence';
  closing.type = 'highlightSequence';
  const highlight: Token = { type: 'highlight', start: { ...opening.start }, end: { ...closing.end } };
  const text: Token = { type: 'highlightText', start: { ...opening.end }, end: { ...closing.start } };
  const inside = resolveAll(context.parser.constructs.insideSpan.null ?? [], events.slice(open + 2, close), context);
  return [
    ['enter', highlight, context],
    ['enter', opening, context],
    ['exit', opening, context],
    ['enter', text, context],
    ...inside,
    ['exit', text, context],
    ['enter', closing, context],
    ['exit', closing, context],
    ['exit', highlight, context],
  ];
}

/** Runs without a partner are text. */
function relabel(events: readonly Event[]): void {
  for (const [, token] of events) if (token.type === 'highlightSequenceTemporary') token.type = 'data';
}

const highlight: Construct = {
  name: 'highlight',
  tokenize: tokenizeHighlight,
  resolveAll: resolveAllHighlight,
};

/** The syntax of highlights. */
export const highlightSyntax: Extension = {
  text: { [codes.equalsTo]: highlight },
  insideSpan: { null: [highlight] },
  attentionMarkers: { null: [codes.equalsTo] },
};

/** Makes {@link Highlight} nodes. */
export const highlightFromMarkdown: FromMarkdownExtension = {
  canContainEols: ['highlight'],
  enter: {
    highlight(token) {
      this.enter({ type: 'highlight', children: [] }, token);
    },
  },
  exit: {
    highlight(token) {
      this.exit(token);
    },
  },
};
