import { diagnose, nearest } from '../diagnostics/index.ts';
import type { Diagnostic, Report } from '../diagnostics/index.ts';
import type { NoteLink } from '../parse/index.ts';
import { createLineIndex, placeOf } from '../source/index.ts';
import type { Place, VaultPath } from '../source/index.ts';
import type { LinkTarget } from './link-target.ts';
import type { NoteNode } from './nodes.ts';

/** The links of a vault, resolved. */
export interface BrokenLinkInput {
  readonly nodes: readonly NoteNode[];
  /** What each note's links lead to, in their order. */
  readonly links: ReadonlyMap<VaultPath, readonly LinkTarget[]>;
  /** Those whose names may be offered in the place of a broken one. */
  readonly attachments: readonly VaultPath[];
  readonly report: Report;
}

/** Beyond this many broken names, or anchors of one note, the nearest is not looked for: each look costs a pass over all. */
const MOST_SUGGESTIONS = 200;

/**
 * Reports every link that leads nowhere, with the nearest name. Unsafe addresses in a note's body are left to
 * rendering, which also sees those of HTML.
 */
export function reportBrokenLinks({ nodes, links, attachments, report }: BrokenLinkInput): void {
  const names = [...new Set([...nodes.map(({ note }) => note.name), ...attachments.map(fileName)])];
  const nearestName = limitedNearest(names);
  const nearestHeadings = new Map<NoteNode, NearestOf>();
  const nearestHeading = (node: NoteNode, anchor: string): string | undefined => {
    const known = nearestHeadings.get(node) ?? limitedNearest(node.note.headings.map(({ text }) => asAnchor(text)));
    nearestHeadings.set(node, known);
    return known(anchor);
  };
  for (const { path, note } of nodes) {
    const targets = links.get(path) ?? [];
    if (targets.every((target) => !isBroken(target))) continue;
    const lines = createLineIndex(note.file.text);
    note.links.forEach((link, index) => {
      const target = targets[index];
      if (target === undefined || !isBroken(target)) return;
      if (target.kind === 'unsafe' && link.origin === 'body') return;
      report(brokenLink(link, { target, place: placeOf(note.file, link.span, lines), nearestName, nearestHeading }));
    });
  }
}

function isBroken(target: LinkTarget): boolean {
  return ['missing', 'unsafe', 'kept-out'].includes(target.kind) || (target.kind === 'note' && !target.anchorFound);
}

interface Finding {
  readonly target: LinkTarget;
  readonly place: Place;
  readonly nearestName: NearestOf;
  readonly nearestHeading: (node: NoteNode, anchor: string) => string | undefined;
}

function brokenLink(link: NoteLink, { target, place, nearestName, nearestHeading }: Finding): Diagnostic {
  if (target.kind === 'kept-out') return diagnose('links/kept-out', place, {});
  if (target.kind === 'unsafe') return diagnose('links/unsafe', place, { target: target.target });
  if (target.kind === 'note') {
    const anchor = link.anchor ?? '';
    return diagnose('links/broken-anchor', place, {
      target: target.node.note.name,
      anchor,
      nearest: nearestHeading(target.node, anchor),
    });
  }
  const facts = { target: link.target, nearest: nearestName(fileName(link.target)) };
  return diagnose(codeOfMissing(link), place, facts);
}

/** Names of files that are never names of notes, as `.exe` and `.com` may be: what Obsidian shows, and common documents. */
const ATTACHMENT =
  /\.(?:3gp|avif|base|bmp|canvas|csv|docx?|flac|gif|gz|html?|ico|jpe?g|json|m4a|mkv|mov|mp[34]|og[agv]|pdf|png|pptx?|svg|te?xt|tiff?|wav|web[mp]|xlsx?|xml|ya?ml|zip)$/i;

/** The code for a link that leads nowhere: another one where it was to lead to a file that is no note. */
export function codeOfMissing({
  syntax,
  embed,
  target,
}: Pick<NoteLink, 'syntax' | 'embed' | 'target'>): 'links/broken' | 'links/missing-attachment' {
  const isImage = syntax === 'markdown' && embed && !/\.md$/i.test(target);
  return isImage || ATTACHMENT.test(target) ? 'links/missing-attachment' : 'links/broken';
}

/** A heading's text as a link can name it: `#` parts a link, and gives way to a space, as in what Obsidian completes. */
function asAnchor(heading: string): string {
  return heading.replace(/\s*#\s*/g, ' ').trim();
}

/** The name that is nearest to one; undefined when none is near, or when too many were asked for. */
type NearestOf = (name: string) => string | undefined;

function limitedNearest(names: readonly string[]): NearestOf {
  const known = new Map<string, string | undefined>();
  return (name) => {
    if (!known.has(name) && known.size < MOST_SUGGESTIONS) known.set(name, nearest(name, names));
    return known.get(name);
  };
}

function fileName(path: string): string {
  return path.slice(path.lastIndexOf('/') + 1);
}
