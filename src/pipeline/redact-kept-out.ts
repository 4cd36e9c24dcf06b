import type { Nodes } from 'mdast';
import { createFileFinder } from '../graph/index.ts';
import { parseLinkTarget, parseWikiTarget, redact } from '../parse/index.ts';
import type { NoteLink, ParsedNote } from '../parse/index.ts';
import type { SourceFile, Span, VaultPath } from '../source/index.ts';
import { mentions, namesOf, plain } from './names-of-note.ts';

/** A vault of which some notes are kept out. */
export interface PartedVault {
  readonly published: readonly ParsedNote[];
  readonly all: readonly ParsedNote[];
  readonly attachments: readonly VaultPath[];
  readonly parse: (file: SourceFile) => ParsedNote;
}

/**
 * The published notes, with the names of notes that are kept out struck out of the links to them: in the text itself,
 * so that no page, excerpt, index or file of data can show one. What an author writes of such a note in
 * his own words stays, unless it is the text of a link and holds the note's name or title.
 */
export function redactKeptOut({ published, all, attachments, parse }: PartedVault): readonly ParsedNote[] {
  const seen = new Set(published);
  const keptOut = new Map(all.filter((note) => !seen.has(note)).map((note) => [note.file.path, note]));
  if (keptOut.size === 0) return published;
  const find = createFileFinder([...all.map(({ file }) => file.path), ...attachments]);
  const findPublished = createFileFinder([...published.map(({ file }) => file.path), ...attachments]);
  // A link by title or alias leads nowhere, and names the note as well as one that does.
  const named = new Map([...keptOut.values()].flatMap((note) => namesOf(note).map((name) => [name, note])));
  const secretOf: SecretFinder = (from, target, isMarkdown) => {
    if (/^obsidian:/i.test(target)) return namedInAddress(target, named);
    if (target === '' || findPublished(from, target, isMarkdown) !== undefined) return undefined;
    const path = find(from, target, isMarkdown);
    if (path !== undefined) return keptOut.get(path);
    return named.get(plain(target)) ?? named.get(plain(lastPart(target)));
  };
  return published.map((note) => {
    const spans = secretSpans(note, secretOf);
    return spans.length === 0 ? note : parse({ ...note.file, text: redact(note.file.text, spans) });
  });
}

/** The note that an address of Obsidian's own opens: `obsidian://open?vault=v&file=Folder%2FNote`, and other forms. */
function namedInAddress(address: string, named: ReadonlyMap<string, ParsedNote>): ParsedNote | undefined {
  const parts = address.split(/[?&=/]/).map((part) => lastPart(parseLinkTarget(part).target));
  return parts.flatMap((part) => named.get(plain(part)) ?? [])[0];
}

/** What a path names, also where its folders are wrong. */
function lastPart(target: string): string {
  return target.slice(target.lastIndexOf('/') + 1).replace(/\.md$/i, '');
}

/** The note that a link names, when it is one that is kept out. */
type SecretFinder = (from: VaultPath, target: string, isMarkdown: boolean) => ParsedNote | undefined;

function secretSpans(note: ParsedNote, secretOf: SecretFinder): readonly Span[] {
  const { path, text } = note.file;
  const ofLinks = note.links.flatMap((link) => {
    const secret = secretOf(path, link.target, link.syntax === 'markdown');
    return secret === undefined ? [] : spansInLink(text, link, secret);
  });
  const written = spansInWritten(note, secretOf);
  const mayHide = text.includes(']:') || text.includes('<');
  return [...ofLinks, ...written, ...(mayHide ? spansInNodes(note, secretOf) : [])];
}

/** Of wikilinks wherever they are written: in HTML, code and math they lead nowhere, and name a note as well. */
function spansInWritten({ file: { path, text } }: ParsedNote, secretOf: SecretFinder): readonly Span[] {
  return [...text.matchAll(/\[\[([^[\]\n]+)\]\]/g)].flatMap(({ index, 0: source, 1: inner = '' }) => {
    const { target, anchor } = parseWikiTarget(inner) ?? { target: '', anchor: undefined };
    const secret = secretOf(path, target, false);
    const within = (start: number, end: number): Span => ({ start: index + start, end: index + end });
    return secret === undefined ? [] : spansInWikiLink(source, (label) => mentions(label, secret, anchor), within);
  });
}

function spansInLink(text: string, { span, syntax, origin, anchor }: NoteLink, secret: ParsedNote): readonly Span[] {
  const source = text.slice(span.start, span.end);
  const within = (start: number, end: number): Span => ({ start: span.start + start, end: span.start + end });
  if (origin === 'property') {
    const links = [...source.matchAll(/\[\[[^[\]\n]+\]\]/g)];
    // The text may be written with escapes of YAML: then all of it goes.
    if (links.length === 0) return [span];
    return links.map(({ index, 0: link }) => within(index + 2, index + link.length - 2));
  }
  const isTelling = (label: string): boolean => mentions(label, secret, anchor);
  if (syntax === 'wiki') return spansInWikiLink(source, isTelling, within);
  const destination = source.indexOf('](');
  const labels =
    destination === -1 ? labelsOfReference(source) : [{ start: source.indexOf('[') + 1, end: destination }];
  const telling = labels
    .filter(({ start, end }) => isTelling(source.slice(start, end)))
    .map(({ start, end }) => within(start, end));
  return destination === -1 ? telling : [...telling, within(destination + 2, source.length - 1)];
}

/** The text of `[text][name]`, `[text][]` or `[text]`, and the name, which the definition holds too. */
function labelsOfReference(source: string): readonly Span[] {
  const start = source.indexOf('[') + 1;
  const between = source.lastIndexOf('][');
  const end = source.lastIndexOf(']');
  return between === -1
    ? [{ start, end }]
    : [
        { start, end: between },
        { start: between + 2, end },
      ];
}

function spansInWikiLink(
  source: string,
  isTelling: (label: string) => boolean,
  within: (start: number, end: number) => Span,
): readonly Span[] {
  const start = source.indexOf('[[') + 2;
  const end = source.length - 2;
  const pipe = source.indexOf('|', start);
  if (pipe === -1) return [within(start, end)];
  const address = within(start, source[pipe - 1] === '\\' ? pipe - 1 : pipe);
  return isTelling(source.slice(pipe + 1, end)) ? [address, within(pipe + 1, end)] : [address];
}

/** Addresses of reference links and of the author's own HTML. */
function spansInNodes({ file: { path, text }, tree }: ParsedNote, secretOf: SecretFinder): readonly Span[] {
  const spans: Span[] = [];
  const open: Nodes[] = [tree];
  for (let node = open.pop(); node !== undefined; node = open.pop()) {
    if ('children' in node) for (const child of node.children) open.push(child);
    const span = { start: node.position?.start.offset ?? 0, end: node.position?.end.offset ?? 0 };
    if (node.type === 'definition') {
      const secret = secretOf(path, parseLinkTarget(node.url).target, true);
      if (secret !== undefined) spans.push(...spansInDefinition(text, span, secret));
    } else if (node.type === 'html') {
      spans.push(...spansInHtml(text, span, (target) => secretOf(path, target, true)));
    }
  }
  return spans;
}

function spansInDefinition(text: string, { start, end }: Span, secret: ParsedNote): readonly Span[] {
  const source = text.slice(start, end);
  const colon = source.indexOf(']:');
  const labelStart = source.indexOf('[') + 1;
  const address = { start: start + colon + 2 + (/^\s*/.exec(source.slice(colon + 2))?.[0].length ?? 0), end };
  if (!mentions(source.slice(labelStart, colon), secret)) return [address];
  return [{ start: start + labelStart, end: start + colon }, address];
}

/** What of one piece of HTML names a note: addresses, what is said beside them, and the text of a link. */
function spansInHtml(
  text: string,
  { start, end }: Span,
  secretOf: (target: string) => ParsedNote | undefined,
): readonly Span[] {
  const html = text.slice(start, end);
  const within = (span: Span): Span => ({ start: start + span.start, end: start + span.end });
  const words = valuesIn(html, WORDS).map(within);
  return valuesIn(html, ADDRESS).flatMap((address) => {
    const secret = secretOf(parseLinkTarget(html.slice(address.start, address.end)).target);
    if (secret === undefined) return [];
    const isTelling = (span: Span): boolean => mentions(text.slice(span.start, span.end), secret);
    const label = { start: text.indexOf('>', start + address.end) + 1, end: endOfLink(text, start + address.end) };
    const isLink = label.start > 0 && label.end > label.start && label.end - label.start < LONGEST_LABEL;
    return [within(address), ...[...words, ...(isLink ? [label] : [])].filter(isTelling)];
  });
}

/** Where the link's end tag stands, within the length of a label; -1 where it does not. */
function endOfLink(text: string, from: number): number {
  const at = text.slice(from, from + 2 * LONGEST_LABEL).search(/<\/a/i);
  return at === -1 ? -1 : from + at;
}

const ADDRESS = /(?:href|src)\s*=\s*(?:"([^"]*)"|'([^']*)'|([^\s"'>]+))/gi;
const WORDS = /(?:alt|title)\s*=\s*(?:"([^"]*)"|'([^']*)'|([^\s"'>]+))/gi;
/** What follows a start tag for longer is not the text of a link. */
const LONGEST_LABEL = 1000;

function valuesIn(html: string, attribute: RegExp): readonly Span[] {
  return [...html.matchAll(attribute)].flatMap(({ index, 0: whole, 1: double, 2: single, 3: bare }) => {
    const value = double ?? single ?? bare ?? '';
    const start = index + whole.lastIndexOf(value);
    return value === '' ? [] : [{ start, end: start + value.length }];
  });
}
