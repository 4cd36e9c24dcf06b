import { parentTechniqueId } from '../../domain/index.ts';
import type { SigmaRule, TechniqueId } from '../../domain/index.ts';
import { textOf } from '../../parse/index.ts';
import type { ParsedNote } from '../../parse/index.ts';

/**
 * A technique's title: the property `title`, else the first heading, else the file's name, without the id before
 * it. A heading that only repeats the file's name is put back into ATT&CK's spelling, which file systems do not
 * take: `Parent- Name` is `Parent: Name` (sub-techniques alone), `Task_Job` is `Task/Job`.
 */
export function techniqueTitle(note: ParsedNote, id: TechniqueId | undefined): string {
  const title = textOf(note.frontmatter, 'title');
  if (title !== undefined) return title;
  const name = withoutId(note.name);
  const heading = withoutId(note.headings[0]?.text ?? '') || name;
  if (id === undefined) return heading;
  const withColon = parentTechniqueId(id) === undefined ? heading : heading.replace(/(?<=\S)- (?=\S)/, ': ');
  return heading === name ? withSlashes(withColon, note.file.text) : withColon;
}

/** A rule's title: Sigma's, else the property `title`, else the first heading, else the file's name. */
export function ruleTitle(note: ParsedNote, sigma: SigmaRule): string {
  return sigma.title ?? textOf(note.frontmatter, 'title') ?? (note.headings[0]?.text || note.name);
}

/** A runbook's title: the property `title`, else its first-level heading or the file's name, without the id before it. */
export function runbookTitle(note: ParsedNote, id: TechniqueId | undefined): string {
  const heading = note.headings.find(({ depth }) => depth === 1)?.text ?? '';
  const title = textOf(note.frontmatter, 'title') ?? withoutId(heading);
  if (title !== '') return title;
  const name = withoutId(note.name);
  return id === undefined || parentTechniqueId(id) === undefined ? name : name.replace(/(?<=\S)- (?=\S)/, ': ');
}

/** A title stands on every page that names its note, so no more of it does than this, in UTF-16 units. */
const LONGEST_TITLE = 500;

/** A title, or the beginning of one that nobody reads to its end. */
export function shortTitle(title: string): string {
  return title.length <= LONGEST_TITLE
    ? title
    : `${title.slice(0, LONGEST_TITLE - 1).replace(/[\ud800-\udbff]$/, '')}…`;
}

/** `T1003.001 - Name` without the id and what parts it from the name; the id itself where nothing follows. */
function withoutId(text: string): string {
  return text.trim().replace(/^t\d{4}(?:[._/-]\d{3}(?!\d))?[\s:–—-]+(?=\S)/i, '');
}

/** `_` stands for `/` where the note itself writes the slash, or between words that are no constant (`COR_PROFILER`). */
function withSlashes(title: string, text: string): string {
  return title
    .split(' ')
    .map((word) => (word.includes('_') ? wordWithSlashes(word, text) : word))
    .join(' ');
}

function wordWithSlashes(word: string, text: string): string {
  const slashed = word.replaceAll('_', '/');
  const parts = word.split('_');
  const areNames = parts.every((part) => /^\p{Lu}/u.test(part)) && /\p{Ll}/u.test(word);
  return word === '_' || areNames || text.includes(slashed.replace(/:$/, '')) ? slashed : word;
}
