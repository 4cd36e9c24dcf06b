import { parseNote, propertyOf, tagName } from '../parse/index.ts';
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
  const lines = [...properties].map(([name, values]) => `${JSON.stringify(name)}: ${JSON.stringify([...values])}`);
  const top = ['---', `tags: ${JSON.stringify(tags)}`, ...lines, '---'].join('\n');
  const meant = parseNote({ ...note.file, text: `${top}\n${note.file.text}` });
  return meant.frontmatter.state === 'valid' ? { kind: 'note', note: meant } : { kind: 'untold' };
}

const FENCE = /^\s*(?:-{3,}|\+{3,}|;{3,})/;
const CLOSING_FENCE = /\n(?:-{3,}|\+{3,}|;{3,}|\.{3})[ \t]*(?=\n|$)/g;
const HEADING = /\n#{1,6}[ \t]/;

/** The frontmatter where it was not, or not wholly, taken for what it seems to be; undefined where nothing is in doubt. */
function doubtfulBlock({ file: { text }, frontmatter, diagnostics }: ParsedNote): string | undefined {
  const { state, span } = frontmatter;
  if (span !== undefined) {
    const isMerged = propertyOf(frontmatter, '<<') !== undefined;
    const isMistaken = diagnostics.some(({ code }) => code === 'frontmatter/invalid-value');
    return state === 'valid' && !isMerged && !isMistaken ? undefined : text.slice(span.start, span.end);
  }
  const opening = FENCE.exec(text)?.[0].length;
  if (opening === undefined) return undefined;
  const rest = text.slice(opening, LONGEST_BLOCK);
  CLOSING_FENCE.lastIndex = 0;
  const end = CLOSING_FENCE.exec(rest)?.index ?? HEADING.exec(rest)?.index;
  return rest.slice(0, end);
}

function wordsIn(text: string): readonly string[] {
  return (text.match(/[^\s,:=[\]{}"'#]+/g) ?? []).filter((word) => word.length <= LONGEST_WORD);
}

function hashedWordsIn(text: string): readonly string[] {
  return [...text.matchAll(/#([^\s#]{1,250})/g)].map(([, word = '']) => /^[^!-,.:-@[-^`{-~]+/.exec(word)?.[0] ?? '');
}

/** By name: the words of its line and of those that follow it up to the next name. */
function propertiesIn(block: string): ReadonlyMap<string, Set<string>> {
  const properties = new Map<string, Set<string>>();
  let values = new Set<string>();
  for (const line of block.split('\n')) {
    const [start = '', name] = /^[\s\-{"']*([^\s:="'{}[\],]{1,100})["']?\s*[:=]/.exec(line) ?? [];
    if (name !== undefined && name.toLowerCase() !== 'tags') {
      values = properties.get(name) ?? new Set();
      properties.set(name, values);
    }
    for (const word of wordsIn(line.slice(start.length))) values.add(word);
  }
  return properties;
}
