import type { Element, Root, Text } from 'hast';
import { refractor } from 'refractor/core';
import { languages } from './language-table.ts';
import type { Language } from './language-table.ts';
import { tokenClasses } from './token-classes.ts';

/** Longer blocks are shown plain: on hostile text, Prism's grammars need time that grows with the square. */
const MOST_CHARACTERS = 20_000;
/** So are blocks with longer lines, for the same reason. */
const LONGEST_LINE = 2_000;

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
    const { name, label } = known.get(word.toLowerCase()) ?? unknownLanguage(word);
    return { language: name, label, html: escapeText(code) };
  };
  return {
    plain,
    highlight(code, word) {
      const language = known.get(word.toLowerCase());
      if (language === undefined || isTooLong(code)) return plain(code, word);
      const key = `${language.name}\n${code}`;
      const result = done.get(key) ?? { language: language.name, label: language.label, html: colour(code, language) };
      done.set(key, result);
      return result;
    },
  };
}

function unknownLanguage(word: string): Pick<Language, 'name' | 'label'> {
  const name = word.toLowerCase();
  return /^[a-z0-9][a-z0-9+#._-]{0,30}$/.test(name) ? { name, label: name } : { name: 'text', label: 'Text' };
}

function isTooLong(code: string): boolean {
  return code.length > MOST_CHARACTERS || code.split('\n').some((line) => line.length > LONGEST_LINE);
}

/** What Atomic Red Team fills in: `#{name}`. To the grammars its `#` would begin a comment. */
const PLACEHOLDER = /(#\{\w+\})/g;

function colour(code: string, { name }: Language): string {
  const masked = code.replace(PLACEHOLDER, (placeholder) => '_'.repeat(placeholder.length));
  const runs: Run[] = [];
  collectRuns(refractor.highlight(masked, name), undefined, runs);
  let at = 0;
  const parts = runs.map(({ className, text }) => {
    const written = code.slice(at, at + text.length);
    at += text.length;
    return masked === code ? runToHtml({ className, text }) : runWithPlaceholders(className, written);
  });
  return parts.join('');
}

function runWithPlaceholders(className: string | undefined, text: string): string {
  const parts = text.split(PLACEHOLDER).filter((part) => part !== '');
  const classOfPart = (part: string): string | undefined => (/^#\{\w+\}$/.test(part) ? 'variable' : className);
  return parts.map((part) => runToHtml({ className: classOfPart(part), text: part })).join('');
}

/** A stretch of text of one class. */
interface Run {
  readonly className: string | undefined;
  text: string;
}

/** Flattens nested tokens, the innermost class winning, and joins neighbours of one class. */
function collectRuns(node: Root | Element | Text, className: string | undefined, runs: Run[]): void {
  if (node.type === 'text') {
    addRun({ className, text: node.value }, runs);
    return;
  }
  const own = node.type === 'element' ? (classOf(node) ?? className) : className;
  for (const child of node.children) {
    if (child.type === 'element' || child.type === 'text') collectRuns(child, own, runs);
  }
}

function addRun({ className, text }: Run, runs: Run[]): void {
  const last = runs.at(-1);
  const isBlank = text.trim() === '';
  if (last !== undefined && (last.className === className || (isBlank && !text.includes('\n')))) last.text += text;
  else runs.push({ className: isBlank ? undefined : className, text });
}

function classOf({ properties }: Element): string | undefined {
  const names = Array.isArray(properties.className) ? properties.className : [];
  for (const name of names) {
    const known = tokenClasses.get(name);
    if (known !== undefined) return known;
  }
  return undefined;
}

function runToHtml({ className, text }: Run): string {
  const safe = escapeText(text);
  return className === undefined ? safe : `<span class="token ${className}">${safe}</span>`;
}

function escapeText(text: string): string {
  return text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;');
}
