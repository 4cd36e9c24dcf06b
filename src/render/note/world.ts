import type { EdgeKind, Graph, GraphNode, LinkTarget, NodeId, NoteNode, ResolvedBlock } from '../../graph/index.ts';
import type { NoteLink } from '../../parse/index.ts';
import type { VaultPath } from '../../source/index.ts';
import type { RenderOptions, Size } from '../page.ts';

/**
 * All that the rendering of a note may ask beyond the note itself. What it asks is recorded, so that a rendering can
 * be used again as long as the answers are the same: whoever needs to know more adds a question here.
 */
export interface World {
  resolveLink(from: VaultPath, link: Pick<NoteLink, 'syntax' | 'target' | 'anchor'>): LinkTarget;
  noteAt(path: VaultPath): NoteNode | undefined;
  node(id: NodeId): GraphNode | undefined;
  targets(id: NodeId, kind: EdgeKind): readonly GraphNode[];
  blocksOf(path: VaultPath): readonly ResolvedBlock[];
  /** The address of a tag's page, without base; undefined when the graph has no such tag. */
  tagUrl(key: string): string | undefined;
  /** Whether an attachment is copied into the site. */
  isPublished(path: VaultPath): boolean;
  /** How large a published image is by itself; undefined where that is not known. */
  imageSize(path: VaultPath): Size | undefined;
}

/** The world of a graph. */
export function worldOf(graph: Graph, { imageSize }: RenderOptions): World {
  const tags = new Map(graph.ofKind('tag').map(({ key, url }) => [key, url]));
  const published = new Set(graph.attachments);
  const sizes = new Map<VaultPath, Size | undefined>();
  const { resolveLink, noteAt, node, targets, blocksOf } = graph;
  return {
    resolveLink,
    noteAt,
    node,
    targets,
    blocksOf,
    tagUrl: (key) => tags.get(key),
    isPublished: (path) => published.has(path),
    imageSize: (path) => {
      if (imageSize === undefined || !published.has(path)) return undefined;
      if (!sizes.has(path)) sizes.set(path, imageSize(path));
      return sizes.get(path);
    },
  };
}

/** A question that was put to a {@link World}: the name of its function, and what that was given. */
export type Question = readonly [keyof World, ...(string | undefined)[]];

/** A world that answers as another does and records what it is asked, each question once. */
export function recordQuestions(world: World): { readonly world: World; readonly asked: () => readonly Question[] } {
  const questions = new Map<string, Question>();
  const ask = <T>(question: Question, answer: T): T => {
    questions.set(question.join('\n'), question);
    return answer;
  };
  return {
    asked: () => [...questions.values()],
    world: {
      resolveLink: (from, link) =>
        ask(['resolveLink', from, link.syntax, link.target, link.anchor], world.resolveLink(from, link)),
      noteAt: (path) => ask(['noteAt', path], world.noteAt(path)),
      node: (id) => ask(['node', id], world.node(id)),
      targets: (id, kind) => ask(['targets', id, kind], world.targets(id, kind)),
      blocksOf: (path) => ask(['blocksOf', path], world.blocksOf(path)),
      tagUrl: (key) => ask(['tagUrl', key], world.tagUrl(key)),
      isPublished: (path) => ask(['isPublished', path], world.isPublished(path)),
      imageSize: (path) => ask(['imageSize', path], world.imageSize(path)),
    },
  };
}
