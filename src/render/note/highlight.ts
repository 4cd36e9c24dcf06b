import { refractor } from 'refractor/core';
import { splitAtPlaces } from '../../domain/index.ts';
import { languages } from './language-table.ts';
import type { Language } from './language-table.ts';
import { tokenClasses } from './token-classes.ts';

/**
 * Longer blocks are shown plain: on hostile text, Prism's grammars need time that grows with the square. Those of a language
 * that can be cut are coloured in pieces of this size.
 */
const MOST_CHARACTERS = 20_000;
/** So are blocks with longer lines, for the same reason. */
const LONGEST_LINE = 2_000;
/** What follows is plain, however it can be cut, to bound how much larger colours make a page. */
const MOST_IN_PIECES = 100_000;

/** A block of code, ready to be shown. */
export interface HighlightedCode {
  /** For `data-language` and the class: a known name, the author's own word, or `text`. */
  readonly language: string;
  /** What a reader calls the language. */
  readonly label: string;
  /** The content of `<code>`: escaped text and `<span class="token …">`. */
  readonly html: string;
}

/** Highlights code; equal blocks are worked out once. */
export interface Highlighter {
  highlight(code: string, language: string): HighlightedCode;
  /** The same without colours, in time that grows with the text alone. */
  plain(code: string, language: string): HighlightedCode;
}

/** Makes a highlighter with a memory of its own. */
export function createHighlighter(): Highlighter {
  const known = new Map<string, Language>();
  for (const language of languages) {
    refractor.register(language.syntax);
    for (const name of [language.name, ...language.aliases]) known.set(name, language);
  }
  const done = new Map<string, HighlightedCode>();
  const plain = (code: string, word: string): HighlightedCode => {
    const language = languageIn(word);
    const { name, label } = known.get(language) ?? unknownLanguage(language);
    return { language: name, label, html: escapeText(code) };
  };
  return {
    plain,
    highlight(code, word) {
      const language = known.get(languageIn(word));
      if (language === undefined || hasLongLine(code)) return plain(code, word);
      const key = `${language.name}\n${code}`;
      const { name, label } = language;
      const result = done.get(key) ?? { language: name, label, html: colourInPieces(code, language) };
      done.set(key, result);
      return result;
    },
  };
}

/** The language in the first word after a fence, beside which other tools take line marks and titles: `{.bash`, `js{1,3}`, `sh:run.sh`. */
function languageIn(word: string): string {
  return (/^\{?\.?([a-z][^\s{}:,=]*)/i.exec(word)?.[1] ?? word).toLowerCase();
}

function unknownLanguage(name: string): Pick<Language, 'name' | 'label'> {
  return /^[a-z0-9][a-z0-9+#._-]{0,30}$/.test(name) ? { name, label: name } : { name: 'text', label: 'Text' };
}

function hasLongLine(code: string): boolean {
  return code.split('\n').some((line) => line.length > LONGEST_LINE);
}

function colourInPieces(code: string, language: Language): string {
  const pieces = code.length > MOST_CHARACTERS ? language.pieces?.(code, MOST_CHARACTERS) : undefined;
  let at = 0;
  const parts = (pieces ?? [code]).map((piece) => {
    at += piece.length;
    return piece.length > MOST_CHARACTERS || at > MOST_IN_PIECES ? escapeText(piece) : colour(piece, language);
  });
  return parts.join('');
}

function colour(code: string, { name }: Language): string {
  const masked = withoutPlaces(code);
  const runs: Run[] = [];
  const grammar = refractor.languages[name];
  if (grammar === undefined) throw new Error(`${name} has not been registered`);
  collectRuns(tokenizer.tokenize(masked, grammar), undefined, runs);
  let at = 0;
  const parts = runs.map(({ className, text }) => {
    const written = code.slice(at, at + text.length);
    at += text.length;
    return masked === code ? runToHtml({ className, text }) : runWithPlaces(className, written);
  });
  return parts.join('');
}

/** To the grammars, the `#` of what Atomic Red Team fills in would begin a comment: it becomes a word as long. */
function withoutPlaces(code: string): string {
  const parts = splitAtPlaces(code);
  return parts.map((part, at) => (isPlaceAt(at) ? '_'.repeat(part.length) : part)).join('');
}

function runWithPlaces(className: string | undefined, text: string): string {
  const parts = splitAtPlaces(text).map((part, at) => ({
    className: isPlaceAt(at) ? 'variable' : className,
    text: part,
  }));
  return parts.map((part) => (part.text === '' ? '' : runToHtml(part))).join('');
}

function isPlaceAt(at: number): boolean {
  return at % 2 === 1;
}

/** A stretch of text of one class. */
interface Run {
  readonly className: string | undefined;
  text: string;
}

/** A token of Prism's: what it is, and what stands in it. */
interface Token {
  readonly type: string;
  readonly alias?: string | readonly string[];
  readonly content: TokenStream;
}

type TokenStream = string | Token | readonly (string | Token)[];

/**
 * Refractor is Prism, whose tokens are all that is needed here; refractor's own `highlight` makes elements of them, with a
 * selector parsed for each. Our languages have no hooks that `highlight` would call to any effect.
 */
const tokenizer = refractor as unknown as { readonly tokenize: (text: string, grammar: object) => TokenStream };

/** Flattens nested tokens, the innermost class winning, and joins neighbours of one class. */
function collectRuns(stream: TokenStream, className: string | undefined, runs: Run[]): void {
  if (typeof stream === 'string') {
    if (stream !== '') addRun({ className, text: stream }, runs);
  } else if ('type' in stream) collectRuns(stream.content, classOf(stream) ?? className, runs);
  else for (const part of stream) collectRuns(part, className, runs);
}

function addRun({ className, text }: Run, runs: Run[]): void {
  const last = runs.at(-1);
  const isBlank = text.trim() === '';
  if (last !== undefined && (last.className === className || (isBlank && !text.includes('\n')))) last.text += text;
  else runs.push({ className: isBlank ? undefined : className, text });
}

function classOf({ type, alias = [] }: Token): string | undefined {
  const own = tokenClasses.get(type);
  if (own !== undefined || alias.length === 0) return own;
  const names = typeof alias === 'string' ? [alias] : alias;
  return names.map((name) => tokenClasses.get(name)).find((known) => known !== undefined);
}

function runToHtml({ className, text }: Run): string {
  const safe = escapeText(text);
  return className === undefined ? safe : `<span class="token ${className}">${safe}</span>`;
}

function escapeText(text: string): string {
  return text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;');
}
