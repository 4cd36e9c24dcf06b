import { createHash } from 'node:crypto';
import { parseTechniqueId } from '../../src/domain/index.ts';
import { parseNote } from '../../src/parse/index.ts';
import type { NoteLink, ParsedNote } from '../../src/parse/index.ts';
import type { SourceFile, Span } from '../../src/source/index.ts';

/** A note of a copy. */
export interface CopiedNote {
  /** Relative to the vault's root, with `/`. */
  readonly path: string;
  readonly text: string;
}

/** What every copy shares and what its notes may be called by. */
export interface CopyPlan {
  /** Keys of tags that tell the kinds of notes: copies share them. */
  readonly kindTags: ReadonlySet<string>;
  /** Names and paths, without `.md`, of the notes of one copy. */
  readonly noteNames: ReadonlySet<string>;
}

const TECHNIQUE = /(?<![a-z\d])(t)1(\d{3})(?!\d)/gi;
const UUID = /\b[\da-f]{8}-[\da-f]{4}-[\da-f]{4}-[\da-f]{4}-[\da-f]{12}\b/gi;
const TITLE = /^(title:[ \t]*)(["']?)(.+?)\2[ \t]*$/gm;
const TAG_TERM = /\btag:\s*#?([^\s()"]+)/gi;

/** There are ten first digits of a technique's number. */
export const MOST_COPIES = 10;

/**
 * A note as it stands in one of the copies of a vault, counted from 0, which is the vault itself.
 * Technique ids get another first digit; Sigma ids and test guids, tags, titles, and the names of
 * notes without an id one of the copy's own; links and query blocks follow.
 */
export function copyNote(file: SourceFile, copy: number, plan: CopyPlan): CopiedNote {
  if (copy === 0) return { path: file.path, text: file.text };
  const note = parseNote(file);
  const marked = applyEdits(file.text, [
    ...tagEdits(note, copy, plan),
    ...headingEdits(note, copy),
    ...note.queries.map((block) => rewrite(block.span, file.text, (part) => markTerms(part, copy, plan))),
    ...note.links.map((link) => rewrite(link.span, file.text, (part) => markLink(part, link, { copy, plan }))),
  ]);
  const titled = marked.replace(TITLE, (_, key: string, quote: string, title: string) => {
    return `${key}${quote}${title} (${mark(copy)})${quote}`;
  });
  return { path: `Copy ${mark(copy)}/${copyPath(file.path, copy)}`, text: moveIds(titled, copy) };
}

/** `c03`: what tells the names of a copy from those of the others. */
function mark(copy: number): string {
  return `c${String(copy).padStart(2, '0')}`;
}

function hasId(name: string): boolean {
  return name.search(TECHNIQUE) !== -1;
}

/** The path within the copy's folder. */
function copyPath(path: string, copy: number): string {
  const name = path.slice(path.lastIndexOf('/') + 1);
  return hasId(name) ? moveIds(path, copy) : path.replace(/(\.md)?$/i, `_${mark(copy)}$1`);
}

function moveIds(text: string, copy: number): string {
  return text
    .replace(UUID, (id) => uuidOf(`${String(copy)} ${id.toLowerCase()}`))
    .replace(TECHNIQUE, (_, letter: string, digits: string) => `${letter}${String((1 + copy) % MOST_COPIES)}${digits}`);
}

/** A version 4 id that is always the same for the same name. */
function uuidOf(name: string): string {
  const hash = createHash('sha256').update(name).digest('hex');
  return [
    hash.slice(0, 8),
    hash.slice(8, 12),
    `4${hash.slice(13, 16)}`,
    `a${hash.slice(17, 20)}`,
    hash.slice(20, 32),
  ].join('-');
}

function markTag(name: string, copy: number, { kindTags }: CopyPlan): string {
  const isShared = kindTags.has(name.toLowerCase()) || parseTechniqueId(name) !== undefined;
  return isShared ? name : `${name}_${mark(copy)}`;
}

function markTerms(text: string, copy: number, plan: CopyPlan): string {
  return text.replace(TAG_TERM, (term, name: string) => {
    return term.slice(0, term.length - name.length) + markTag(name, copy, plan);
  });
}

/** A link to a note of the vault leads to the copy's own; any other stays. */
function markLink(text: string, link: NoteLink, { copy, plan }: { copy: number; plan: CopyPlan }): string {
  const target = link.target.replace(/\.md$/i, '').replace(/^(\.\.?\/)+/, '');
  if (!plan.noteNames.has(target)) return text;
  if (link.syntax === 'markdown') return text.replace(/([^/(]*)\.md/i, (name) => copyPath(name, copy));
  // A path from the root begins with the copy's folder.
  const folder = link.target.includes('/') && !link.target.startsWith('.') ? `Copy ${mark(copy)}/` : '';
  return text.replace(link.target, () => folder + copyPath(link.target, copy));
}

interface Edit {
  readonly span: Span;
  readonly text: string;
}

function tagEdits(note: ParsedNote, copy: number, plan: CopyPlan): readonly Edit[] {
  return note.tags.map(({ name, span }) => {
    return rewrite(span, note.file.text, (part) => part.replace(name, () => markTag(name, copy, plan)));
  });
}

/** The first heading is the title of many a note. */
function headingEdits({ headings, file }: ParsedNote, copy: number): readonly Edit[] {
  const [first] = headings;
  if (first === undefined || hasId(first.text)) return [];
  return [rewrite(first.span, file.text, (heading) => `${heading.trimEnd()} (${mark(copy)})`)];
}

function rewrite(span: Span, text: string, change: (part: string) => string): Edit {
  return { span, text: change(text.slice(span.start, span.end)) };
}

/** Applies edits from the end; of two that overlap, the one that begins later wins. */
function applyEdits(text: string, edits: readonly Edit[]): string {
  let edited = text;
  let from = text.length;
  for (const { span, text: part } of edits.toSorted((a, b) => b.span.start - a.span.start)) {
    if (span.end > from) continue;
    edited = edited.slice(0, span.start) + part + edited.slice(span.end);
    from = span.start;
  }
  return edited;
}
