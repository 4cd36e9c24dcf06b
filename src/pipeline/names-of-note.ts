import { listOf, textOf } from '../parse/index.ts';
import type { ParsedNote } from '../parse/index.ts';
import { foldName } from '../source/index.ts';

/** Names this short stand in many words: they count only where they are all of a text. */
const SHORT = 3;
/** What shapes a text and is not read. */
const MARKS = /[*_~=`\\]+/g;

/** What a note is called: by its file, its properties and its first heading; folded, without marks. */
export function namesOf({ name, headings, frontmatter }: ParsedNote): readonly string[] {
  const names = [name, textOf(frontmatter, 'title'), headings[0]?.text, ...listOf(frontmatter, 'aliases')];
  return names.map((one) => plain(one ?? '')).filter((one) => one !== '');
}

/** Whether Markdown holds one of the names of a note, or words of one, or `anchor`, the place in it that a link leads to. */
export function mentions(markdown: string, note: ParsedNote, anchor = ''): boolean {
  const words = plain(markdown);
  const places = anchor.split('#').map(plain);
  return [...namesOf(note), ...places].some((one) =>
    one.length > SHORT ? words.includes(one) || isPart(words, one) : one !== '' && words === one,
  );
}

/** Whether a text is a whole word of a name, or several in a row. */
function isPart(words: string, name: string): boolean {
  if (words.length <= SHORT) return false;
  const at = ` ${name.replace(/[^\p{L}\p{N}]+/gu, ' ')} `.indexOf(` ${words.replace(/[^\p{L}\p{N}]+/gu, ' ').trim()} `);
  return at !== -1;
}

/** A name as {@link namesOf} gives it. */
export function plain(markdown: string): string {
  return foldName(markdown.replace(MARKS, '')).trim();
}
