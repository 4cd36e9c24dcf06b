import { parseNote, propertyOf, tagName, tagParts } from '../parse/index.ts';
import type { ParsedNote } from '../parse/index.ts';

/** Of a note that could not be read to its end: what its author may have meant. */
export type MeantReading =
  /** Every word of its broken frontmatter is a tag and a value here, and every `#word` of its text a tag. */
  | { readonly kind: 'note'; readonly note: ParsedNote }
  /** There are too many words to tell. */
  | { readonly kind: 'untold' };

/** Words and properties beyond which nothing is told. */
const MOST_WORDS = 5_000;
const MOST_PROPERTIES = 500;
/** Longer ones are no words, nor tags. */
const LONGEST_WORD = 250;
/** Frontmatter that nothing closes is looked at up to its first heading, and no further than this. */
const LONGEST_BLOCK = 1_000_000;

/**
 * The reading of a note in which the search that keeps notes out should find what its author wrote to keep it out:
 * broken frontmatter, tags beyond the limits of what is parsed. Undefined for a note that was read without doubt.
 */
export function meantReading(note: ParsedNote): MeantReading | undefined {
  const block = doubtfulBlock(note);
  const isCut = note.diagnostics.some(({ code }) => code.startsWith('parse/'));
  if (block === undefined && !isCut) return undefined;
  const properties = propertiesIn(block ?? '');
  const words = new Set([...wordsIn(block ?? ''), ...(isCut ? hashedWordsIn(note.file.text) : [])]);
  const tags = [...words].flatMap((word) => tagName(word) ?? []);
  const size = tags.length + [...properties.values()].reduce((sum, values) => sum + values.size, 0);
  if (size > MOST_WORDS || properties.size > MOST_PROPERTIES) return { kind: 'untold' };
  const lines = [...properties].map(([name, values]) => `${JSON.stringify(name)}: [${asYaml([...values])}]`);
  const top = ['---', `tags: ${JSON.stringify(tags)}`, ...lines, '---'].join('\n');
  const meant = parseNote({ ...note.file, text: `${top}\n${note.file.text}` });
  return meant.frontmatter.state === 'valid' ? { kind: 'note', note: meant } : { kind: 'untold' };
}

/** What is valid YAML and not what its author meant. */
const MISTAKES: ReadonlySet<string> = new Set(['frontmatter/invalid-value', 'frontmatter/tag-comment']);

const FENCE = /^\s*(?:-{3,}|\+{3,}|;{3,})/;
const CLOSING_FENCE = /\n(?:-{3,}|\+{3,}|;{3,}|\.{3})[ \t]*(?=\n|$)/g;
const HEADING = /\n#{1,6}[ \t]/;

/** The frontmatter where it was not, or not wholly, taken for what it seems to be; undefined where nothing is in doubt. */
function doubtfulBlock({ file: { text }, frontmatter, diagnostics }: ParsedNote): string | undefined {
  const { state, span } = frontmatter;
  if (span !== undefined) {
    const isMerged = propertyOf(frontmatter, '<<') !== undefined;
    const isMistaken = diagnostics.some(({ code }) => MISTAKES.has(code));
    return state === 'valid' && !isMerged && !isMistaken ? undefined : text.slice(span.start, span.end);
  }
  const opening = FENCE.exec(text)?.[0].length;
  if (opening === undefined) return undefined;
  const rest = text.slice(opening, LONGEST_BLOCK);
  CLOSING_FENCE.lastIndex = 0;
  const end = CLOSING_FENCE.exec(rest)?.index ?? HEADING.exec(rest)?.index;
  return rest.slice(0, end);
}

/**
 * The words of a text as they are written, and each without what no tag holds (`;`, `•`) and without marks at its ends: a dash
 * that wants a space behind it is one.
 */
function wordsIn(text: string): readonly string[] {
  const written = (text.match(/[^\s,:=[\]{}"'#]+/g) ?? []).filter((word) => word.length <= LONGEST_WORD);
  return written.flatMap((word) => [word, ...tagParts(word).map(withoutMarks)]).filter((word) => word !== '');
}

function withoutMarks(word: string): string {
  return word.replace(/^[^\p{L}\p{M}\p{N}]+|[^\p{L}\p{M}\p{N}]+$/gu, '');
}

/** What YAML reads as something else than a text. */
const LITERAL = /^(?:true|false|null|~|[-+]?(?:\d+\.?\d*|\.\d+)(?:e[-+]?\d+)?)$/i;

/** Words as entries of a list of YAML: as texts, and as what they would be without quotes. */
function asYaml(words: readonly string[]): string {
  const literals = words.filter((word) => LITERAL.test(word));
  return [...words.map((word) => JSON.stringify(word)), ...literals].join(', ');
}

function hashedWordsIn(text: string): readonly string[] {
  return [...text.matchAll(/#([^\s#]{1,250})/g)].map(([, word = '']) => /^[^!-,.:-@[-^`{-~]+/.exec(word)?.[0] ?? '');
}

/** By name: the words of its line and of those that follow it up to the next name. */
function propertiesIn(block: string): ReadonlyMap<string, Set<string>> {
  const properties = new Map<string, Set<string>>();
  const valuesOf = (name: string): Set<string> => {
    const values = properties.get(name) ?? new Set();
    properties.set(name, values);
    return values;
  };
  let open: readonly Set<string>[] = [];
  for (const line of block.split('\n')) {
    const [start = '', name] = /^[\s\-{"']*([^\s:="'{}[\],]{1,100})["']?\s*[:=]/.exec(line) ?? [];
    const names = [...new Set(name === undefined ? [] : [name, withoutMarks(name)])];
    if (name !== undefined && !names.some(isTags)) open = names.filter((one) => one !== '').map(valuesOf);
    for (const word of wordsIn(line.slice(start.length))) for (const values of open) values.add(word);
  }
  return properties;
}

function isTags(name: string): boolean {
  return name.toLowerCase() === 'tags';
}
