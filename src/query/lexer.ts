import type { Span } from '../source/index.ts';
import { isWhiteSpaceAt } from './characters.ts';
import { findOperator } from './operators.ts';
import type { OperatorName } from './operators.ts';
import type { ReportProblem } from './problem.ts';

/** A piece of a query's text. `colon` and the brackets are those of properties. */
export type Token =
  | { readonly kind: 'open' | 'close' | 'not' | 'or' | 'bracket-open' | 'bracket-close' | 'colon'; readonly span: Span }
  | { readonly kind: 'word' | 'phrase'; readonly text: string; readonly span: Span }
  | { readonly kind: 'regex'; readonly source: string; readonly span: Span }
  | { readonly kind: 'operator'; readonly operator: OperatorName; readonly span: Span };

type Mistake = 'query/unclosed-quote' | 'query/unclosed-regex' | 'query/unclosed-bracket';

interface Lexer {
  readonly text: string;
  at: number;
  readonly tokens: Token[];
  readonly mistakes: { readonly code: Mistake; readonly span: Span }[];
  /** Groups that are open here. */
  openGroups: number;
  /** Brackets whose end was looked for in vain. */
  vainSearches: number;
}

/** Where words end, besides white space, parentheses and quotes. */
type Mode = 'query' | 'name' | 'value';

/** Keeps a text of nothing but brackets from being read once for each of them. */
const MOST_VAIN_SEARCHES = 50;

/**
 * Cuts a query's text into tokens (A4). Quotes, regular expressions and brackets that never close
 * are reported at their first character; what follows is read on, so that one pass finds them all.
 */
export function lex(text: string, report: ReportProblem): readonly Token[] {
  const lexer: Lexer = { text, at: 0, tokens: [], mistakes: [], openGroups: 0, vainSearches: 0 };
  while (skipWhiteSpace(lexer)) {
    if (text[lexer.at] === '[' && text[lexer.at + 1] !== '[') readProperty(lexer);
    else readTerm(lexer, 'query');
  }
  for (const { code, span } of lexer.mistakes) report(code, span, {});
  return lexer.tokens;
}

/** Moves to the next character that is no white space; false at the end of the text. */
function skipWhiteSpace(lexer: Lexer): boolean {
  while (lexer.at < lexer.text.length && isWhiteSpaceAt(lexer.text, lexer.at)) lexer.at += 1;
  return lexer.at < lexer.text.length;
}

function readTerm(lexer: Lexer, mode: Mode): void {
  switch (lexer.text.charAt(lexer.at)) {
    case '(':
      readMark(lexer, 'open');
      lexer.openGroups += 1;
      break;
    case ')':
      readMark(lexer, 'close');
      lexer.openGroups = Math.max(0, lexer.openGroups - 1);
      break;
    case '-':
      readMark(lexer, 'not');
      break;
    case '"':
      readPhrase(lexer);
      break;
    case '/':
      readRegex(lexer);
      break;
    default:
      if (lexer.text.startsWith('[[', lexer.at)) readWikiLink(lexer, mode);
      else readWord(lexer, mode);
  }
}

function readMark(lexer: Lexer, kind: 'open' | 'close' | 'not' | 'bracket-open' | 'bracket-close' | 'colon'): void {
  lexer.tokens.push({ kind, span: { start: lexer.at, end: lexer.at + 1 } });
  lexer.at += 1;
}

/** `[ name ]` or `[ name : value ]`; a bracket that never closes is passed over alone. */
function readProperty(lexer: Lexer): void {
  const start = lexer.at;
  const inner: Lexer = { ...lexer, tokens: [], mistakes: [], openGroups: 0 };
  readMark(inner, 'bracket-open');
  if (lexer.vainSearches < MOST_VAIN_SEARCHES && readPropertyParts(inner)) {
    for (const token of inner.tokens) lexer.tokens.push(token);
    for (const mistake of inner.mistakes) lexer.mistakes.push(mistake);
    lexer.at = inner.at;
    return;
  }
  lexer.vainSearches += 1;
  lexer.mistakes.push({ code: 'query/unclosed-bracket', span: { start, end: start + 1 } });
  lexer.at = start + 1;
}

/** Reads up to the closing bracket, or to the quote that never closes before it; false when there is neither. */
function readPropertyParts(lexer: Lexer): boolean {
  let mode: Mode = 'name';
  while (skipWhiteSpace(lexer)) {
    const character = lexer.text[lexer.at];
    if (character === ']') {
      readMark(lexer, 'bracket-close');
      return true;
    }
    if (character === ':' && mode === 'name' && lexer.openGroups === 0) {
      readMark(lexer, 'colon');
      mode = 'value';
      continue;
    }
    const { at } = lexer;
    const before = lexer.mistakes.length;
    readTerm(lexer, mode === 'name' && lexer.openGroups === 0 ? 'name' : 'value');
    if (lexer.mistakes.length > before && lexer.text.slice(at, lexer.at).includes(']')) {
      lexer.tokens.push({ kind: 'bracket-close', span: { start: lexer.at, end: lexer.at } });
      return true;
    }
  }
  return false;
}

/** `"text"` on one line; `\"` and `\\` are escapes, any other backslash is itself (A5.3). */
function readPhrase(lexer: Lexer): void {
  const { text } = lexer;
  const start = lexer.at;
  let at = start + 1;
  let phrase = '';
  while (at < text.length && !isLineEnd(text, at) && text[at] !== '"') {
    if (text[at] === '\\' && (text[at + 1] === '"' || text[at + 1] === '\\')) at += 1;
    phrase += text.charAt(at);
    at += 1;
  }
  const isClosed = text[at] === '"';
  if (!isClosed) lexer.mistakes.push({ code: 'query/unclosed-quote', span: { start, end: start + 1 } });
  lexer.at = isClosed ? at + 1 : at;
  lexer.tokens.push({ kind: 'phrase', text: phrase, span: { start, end: lexer.at } });
  if (!isClosed) closeSwallowedGroups(lexer, start + 1);
}

/** `/source/` on one line; a backslash keeps the character after it. */
function readRegex(lexer: Lexer): void {
  const { text } = lexer;
  const start = lexer.at;
  let at = start + 1;
  while (at < text.length && !isLineEnd(text, at) && text[at] !== '/') {
    at += text[at] === '\\' && at + 1 < text.length && !isLineEnd(text, at + 1) ? 2 : 1;
  }
  const isClosed = text[at] === '/';
  if (!isClosed) lexer.mistakes.push({ code: 'query/unclosed-regex', span: { start, end: start + 1 } });
  lexer.at = isClosed ? at + 1 : at;
  // An unclosed one is reported already: it must not be reported as malformed too.
  lexer.tokens.push({
    kind: 'regex',
    source: isClosed ? text.slice(start + 1, at) : '',
    span: { start, end: lexer.at },
  });
  if (!isClosed) closeSwallowedGroups(lexer, start + 1);
}

/** Closes the groups whose end an unclosed quote or expression has taken in: their mistake is that one. */
function closeSwallowedGroups(lexer: Lexer, start: number): void {
  let inner = 0;
  for (let at = start; at < lexer.at && lexer.openGroups > 0; at += 1) {
    if (lexer.text[at] === '(') inner += 1;
    if (lexer.text[at] !== ')') continue;
    if (inner > 0) inner -= 1;
    else {
      lexer.tokens.push({ kind: 'close', span: { start: lexer.at, end: lexer.at } });
      lexer.openGroups -= 1;
    }
  }
}

/** `[[text]]` on one line is the text as written (A4.11). */
function readWikiLink(lexer: Lexer, mode: Mode): void {
  const { text } = lexer;
  const start = lexer.at;
  const isHopeless = lexer.vainSearches >= MOST_VAIN_SEARCHES;
  const close = isHopeless ? -1 : text.indexOf(']]', start + 2);
  const end = close === -1 ? -1 : close + 2;
  if (end === -1 || /[\n\r]/.test(text.slice(start, end))) {
    lexer.vainSearches += 1;
    if (mode === 'query') {
      lexer.mistakes.push({ code: 'query/unclosed-bracket', span: { start, end: start + 2 } });
      lexer.at = start + 2;
    } else readWord(lexer, mode);
    return;
  }
  lexer.at = end;
  lexer.tokens.push({ kind: 'word', text: text.slice(start, end), span: { start, end } });
}

function readWord(lexer: Lexer, mode: Mode): void {
  const { text } = lexer;
  const start = lexer.at;
  let at = start;
  let mayBeOperator = mode === 'query';
  while (at < text.length && !isWordEnd(text, at, mode)) {
    at += 1;
    if (!mayBeOperator || text[at - 1] !== ':') continue;
    mayBeOperator = false;
    const operator = findOperator(text.slice(start, at - 1));
    if (operator === undefined) continue;
    lexer.at = at;
    lexer.tokens.push({ kind: 'operator', operator, span: { start, end: at } });
    return;
  }
  lexer.at = at;
  const word = text.slice(start, at);
  const span = { start, end: at };
  lexer.tokens.push(word === 'OR' ? { kind: 'or', span } : { kind: 'word', text: word, span });
}

function isWordEnd(text: string, at: number, mode: Mode): boolean {
  switch (text.charAt(at)) {
    case '(':
    case ')':
    case '"':
      return true;
    case ']':
      return mode !== 'query';
    case ':':
      return mode === 'name';
    default:
      return isWhiteSpaceAt(text, at);
  }
}

function isLineEnd(text: string, at: number): boolean {
  return text[at] === '\n' || text[at] === '\r';
}
