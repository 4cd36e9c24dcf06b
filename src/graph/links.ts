import { parseTechniqueId, techniqueIdOfAddress } from '../domain/index.ts';
import type { TechniqueId } from '../domain/index.ts';
import { isRedacted } from '../parse/index.ts';
import type { NoteLink, ParsedNote } from '../parse/index.ts';
import type { VaultPath } from '../source/index.ts';
import { attachmentAddress } from './addresses.ts';
import { createAnchorFinder } from './anchors.ts';
import { createFileFinder } from './file-finder.ts';
import type { LinkTarget } from './link-target.ts';
import type { NoteNode, TechniqueNode } from './nodes.ts';

const SCHEME = /^([a-z][a-z0-9+.-]+):/i; // two letters or more: `C:\x` is no scheme
const PUBLISHED_SCHEMES: ReadonlySet<string> = new Set(['http', 'https', 'mailto']);

/** What links are resolved against. */
export interface LinkWorld {
  readonly notes: readonly ParsedNote[];
  readonly attachments: readonly VaultPath[];
  noteAt(path: VaultPath): NoteNode | undefined;
  techniqueOf(id: TechniqueId): TechniqueNode | undefined;
}

/** Resolves a link that stands in the note `from`. */
export type LinkResolver = (from: VaultPath, link: Pick<NoteLink, 'syntax' | 'target' | 'anchor'>) => LinkTarget;

/**
 * Makes the resolver of a vault: a target means a file as {@link createFileFinder} tells, else the technique
 * whose id it is (`[[T1003_001]]`). The last is ours: Obsidian knows file names alone.
 */
export function createLinkResolver(world: LinkWorld): LinkResolver {
  const find = createFileFinder([...world.notes.map((note) => note.file.path), ...world.attachments]);
  const anchors = createAnchorFinder();
  return (from, { syntax, target, anchor }) => {
    const outside = resolveOutside(world, target, anchor);
    if (outside !== undefined) return outside;
    if (isRedacted(target)) return { kind: 'kept-out' };
    const path = target === '' ? from : find(from, target, syntax === 'markdown');
    const node = path === undefined ? techniqueNamed(world, target) : world.noteAt(path);
    if (node === undefined) {
      return path === undefined
        ? { kind: 'missing', target }
        : { kind: 'attachment', path, url: attachmentAddress(path), anchor };
    }
    if (anchor === undefined || anchor === '') return { kind: 'note', node, anchor: undefined, anchorFound: true };
    const id = anchors.find(node.note, anchor);
    return { kind: 'note', node, anchor: id, anchorFound: id !== undefined };
  };
}

function resolveOutside(world: LinkWorld, target: string, anchor: string | undefined): LinkTarget | undefined {
  if (!target.includes(':') && !target.includes('/')) return undefined; // most are names
  // Browsers drop spaces and control characters before they read a scheme.
  const compact = [...target].filter((character) => character > ' ').join('');
  const scheme = SCHEME.exec(compact)?.[1]?.toLowerCase();
  if (scheme === undefined && !compact.startsWith('//')) return undefined;
  if (scheme !== undefined && !PUBLISHED_SCHEMES.has(scheme)) return { kind: 'unsafe', target };
  const id = techniqueIdOfAddress(compact);
  const technique = id === undefined ? undefined : world.techniqueOf(id);
  if (technique !== undefined) return { kind: 'note', node: technique, anchor: undefined, anchorFound: true };
  return { kind: 'external', url: anchor === undefined ? target : `${target}#${anchor}` };
}

/** The technique whose id a target is, however it is written. */
function techniqueNamed(world: LinkWorld, target: string): TechniqueNode | undefined {
  const id = parseTechniqueId(target);
  return id === undefined ? undefined : world.techniqueOf(id);
}
