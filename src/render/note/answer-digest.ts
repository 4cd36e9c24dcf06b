import { createHash } from 'node:crypto';
import type { EdgeKind, GraphNode, LinkTarget, NodeId, ResolvedBlock } from '../../graph/index.ts';
import type { VaultPath } from '../../source/index.ts';
import type { Question, World } from './world.ts';

/** Digests of what a world knows. Equal digests stand for equal answers, whatever of an answer is looked at. */
export interface AnswerDigests {
  /** Of a node with all that its note holds. */
  ofNode(node: GraphNode): string;
  /** Of the answers to some questions, in their order. */
  ofAnswers(questions: readonly Question[]): string;
}

/** Makes the digests of a world. A node is digested once. */
export function createAnswerDigests(world: World): AnswerDigests {
  const nodes = new WeakMap<GraphNode, string>();
  const ofNode = (node: GraphNode): string => {
    const known = nodes.get(node);
    if (known !== undefined) return known;
    const digest = digestOfNode(node);
    nodes.set(node, digest);
    return digest;
  };
  return {
    ofNode,
    ofAnswers: (questions) => {
      const hash = createHash('sha256');
      for (const question of questions) hash.update(`${answerText(question, { world, ofNode })}\n`);
      return hash.digest('base64url');
    },
  };
}

/** A node's own data, and the text from which all else in its note is read. */
function digestOfNode(node: GraphNode): string {
  const hash = createHash('sha256');
  if (!('note' in node)) return hash.update(JSON.stringify(node)).digest('base64url');
  const { note, ...facts } = node;
  const { path, encoding, text } = note.file;
  return hash
    .update(JSON.stringify([facts, path, encoding]))
    .update(text)
    .digest('base64url');
}

interface Answering {
  readonly world: World;
  readonly ofNode: (node: GraphNode) => string;
}

/** What a question is answered with, as a text that differs where the answer does. */
function answerText([about, ...given]: Question, { world, ofNode }: Answering): string {
  const [first = '', second = '', third = '', fourth] = given;
  const nodeText = (node: GraphNode | undefined): string => (node === undefined ? '-' : ofNode(node));
  // The questions are those that `recordQuestions` wrote down, and so are the kinds of what they were given.
  switch (about) {
    case 'resolveLink': {
      const link = { syntax: second as 'wiki' | 'markdown', target: third, anchor: fourth };
      return targetText(world.resolveLink(first as VaultPath, link), ofNode);
    }
    case 'noteAt':
      return nodeText(world.noteAt(first as VaultPath));
    case 'node':
      return nodeText(world.node(first as NodeId));
    case 'targets':
      return world
        .targets(first as NodeId, second as EdgeKind)
        .map(ofNode)
        .join(' ');
    case 'blocksOf':
      return JSON.stringify(world.blocksOf(first as VaultPath).map(blockData));
    case 'tagUrl':
      return world.tagUrl(first) ?? '-';
    case 'isPublished':
      return String(world.isPublished(first as VaultPath));
    case 'imageSize':
      return JSON.stringify(world.imageSize(first as VaultPath) ?? '-');
  }
}

function targetText(target: LinkTarget, ofNode: Answering['ofNode']): string {
  if (target.kind !== 'note') return JSON.stringify(target);
  return JSON.stringify([ofNode(target.node), target.anchor, target.anchorFound]);
}

/**
 * What an answered block hangs on. Where its rows match is told by its own note and those of the rows; a rendering
 * that looks at a row's note asks for it by its path.
 */
function blockData({ block, answer }: ResolvedBlock): unknown {
  if (answer.kind === 'malformed') return [block, answer.problems];
  return [block, answer.rows.map(({ note }) => note.file.path), answer.warnings, answer.emptyReason];
}
