import { parseTechniqueId, techniqueIdOfAddress } from '../domain/index.ts';
import type { TechniqueId } from '../domain/index.ts';
import type { NoteLink, ParsedNote } from '../parse/index.ts';
import type { VaultPath } from '../source/index.ts';
import { attachmentAddress } from './addresses.ts';
import { findAnchor } from './anchors.ts';
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
 * Makes the resolver of a vault. A target means: the exact path (for Markdown links first from the
 * linking note's folder); else every file whose path ends with it, regardless of case; among
 * several the one in the linking note's folder, then the shortest path; else the technique whose
 * id it is (`[[T1003_001]]`). Source: A11.7 of the search semantics; Obsidian's own "shortest path
 * when possible". The last is ours: Obsidian knows file names alone.
 */
export function createLinkResolver(world: LinkWorld): LinkResolver {
  const files = indexFiles(world);
  return (from, { syntax, target, anchor }) => {
    const outside = resolveOutside(world, target, anchor);
    if (outside !== undefined) return outside;
    const path = target === '' ? from : findFile(files, { from, target, isMarkdown: syntax === 'markdown' });
    const node = path === undefined ? techniqueNamed(world, target) : world.noteAt(path);
    if (node === undefined) {
      return path === undefined
        ? { kind: 'missing', target }
        : { kind: 'attachment', path, url: attachmentAddress(path) };
    }
    if (anchor === undefined || anchor === '') return { kind: 'note', node, anchor: undefined, anchorFound: true };
    const id = findAnchor(node.note, anchor);
    return { kind: 'note', node, anchor: id, anchorFound: id !== undefined };
  };
}

function resolveOutside(world: LinkWorld, target: string, anchor: string | undefined): LinkTarget | undefined {
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

interface FileIndex {
  readonly exact: ReadonlySet<string>;
  /** By path in lower case. */
  readonly byPath: ReadonlyMap<string, VaultPath>;
  /** By last part in lower case; notes also without `.md`. */
  readonly byName: ReadonlyMap<string, readonly VaultPath[]>;
}

function indexFiles(world: LinkWorld): FileIndex {
  const byName = new Map<string, VaultPath[]>();
  const byPath = new Map<string, VaultPath>();
  const exact = new Set<string>();
  const paths = [...world.notes.map((note) => note.file.path), ...world.attachments];
  for (const path of paths) {
    exact.add(path);
    const key = path.toLowerCase();
    if (!byPath.has(key)) byPath.set(key, path);
    const name = baseName(key);
    append(byName, name, path);
    if (name.endsWith('.md')) append(byName, name.slice(0, -3), path);
  }
  return { exact, byPath, byName };
}

interface FileQuery {
  readonly from: VaultPath;
  readonly target: string;
  readonly isMarkdown: boolean;
}

function findFile(files: FileIndex, { from, target, isMarkdown }: FileQuery): VaultPath | undefined {
  const folder = folderOf(from);
  const fromFolder = joinPath(folder, target);
  const fromRoot = joinPath('', target);
  const relative = target.startsWith('./') || target.startsWith('../');
  const order = isMarkdown || relative ? [fromFolder, fromRoot] : [fromRoot];
  for (const path of order) {
    const found = path === undefined ? undefined : atPath(files, path);
    if (found !== undefined) return found;
  }
  return fromRoot === undefined ? undefined : bySuffix(files, fromRoot, folder);
}

function atPath({ exact, byPath }: FileIndex, path: string): VaultPath | undefined {
  for (const candidate of [path, `${path}.md`]) if (exact.has(candidate)) return candidate as VaultPath; // it is one of the vault's
  return byPath.get(path.toLowerCase()) ?? byPath.get(`${path.toLowerCase()}.md`);
}

function bySuffix(files: FileIndex, path: string, folder: string): VaultPath | undefined {
  const key = path.toLowerCase();
  const candidates = (files.byName.get(baseName(key)) ?? []).filter((candidate) => endsWithPath(candidate, key));
  const near = candidates.find((candidate) => folderOf(candidate) === folder);
  return near ?? candidates.toSorted((a, b) => a.length - b.length || (a < b ? -1 : 1))[0];
}

function endsWithPath(candidate: VaultPath, key: string): boolean {
  const whole = `/${candidate.toLowerCase()}`;
  return whole.endsWith(`/${key}`) || whole.endsWith(`/${key}.md`);
}

/** Joins and normalises; undefined when the target climbs out of the vault. */
function joinPath(folder: string, target: string): string | undefined {
  const parts = target.startsWith('/') || folder === '' ? [] : folder.split('/');
  for (const part of target.split('/')) {
    if (part === '' || part === '.') continue;
    if (part !== '..') parts.push(part);
    else if (parts.pop() === undefined) return undefined;
  }
  return parts.join('/');
}

function folderOf(path: string): string {
  const slash = path.lastIndexOf('/');
  return slash === -1 ? '' : path.slice(0, slash);
}

function baseName(path: string): string {
  return path.slice(path.lastIndexOf('/') + 1);
}

function append<K, V>(map: Map<K, V[]>, key: K, value: V): void {
  const list = map.get(key);
  if (list === undefined) map.set(key, [value]);
  else list.push(value);
}
