import type { DataComponentNode, NoteNode, RuleNode } from '../../graph/index.ts';
import type { ResolvedBlock } from '../../graph/index.ts';
import type { NoteLink } from '../../parse/index.ts';
import { createLineIndex } from '../../source/index.ts';
import { techniquesTo } from './named-pages.ts';
import { compareNatural } from './order.ts';
import type { Survey } from './survey.ts';

/** Rules that name no technique at all. */
export function rulesWithoutTechnique({ rules }: Survey): readonly RuleNode[] {
  return rules.filter(({ techniques }) => techniques.length === 0);
}

/** Rules that name a technique which has no note. */
export function rulesOfUnknownTechnique({ rules, graph }: Survey): readonly RuleNode[] {
  return rules.filter(({ techniques }) => techniques.some((id) => graph.technique(id) === undefined));
}

/** Data components none of whose techniques has a rule. */
export function componentsWithoutRule(survey: Survey): readonly DataComponentNode[] {
  return survey.dataComponents.filter((component) =>
    techniquesTo(component, 'technique-component', survey).every((node) => survey.coverage(node).rules.length === 0),
  );
}

/** A query block that gives no note, or that could not be run. */
export interface SilentBlock {
  readonly node: NoteNode;
  readonly block: ResolvedBlock['block'];
  readonly kind: 'empty' | 'malformed';
}

/** Query blocks without a result, by the title of their note, then by line. */
export function silentBlocks({ graph }: Survey): readonly SilentBlock[] {
  const found = graph.blocks.flatMap(({ note, block, answer }): readonly SilentBlock[] => {
    const node = graph.noteAt(note.file.path);
    if (node === undefined || (answer.kind === 'rows' && answer.rows.length > 0)) return [];
    return [{ node, block, kind: answer.kind === 'rows' ? 'empty' : 'malformed' }];
  });
  return found.sort((a, b) => compareNatural(a.node.path, b.node.path) || a.block.line - b.block.line);
}

/** A link that leads nowhere. */
export interface BrokenLink {
  readonly node: NoteNode;
  readonly link: NoteLink;
  /** From 1. */
  readonly line: number;
}

/** Links to notes, files and headings that are not there, by the path of their note, then by place. */
export function brokenLinks({ graph, techniques, rules, runbooks, notes }: Survey): readonly BrokenLink[] {
  const nodes: readonly NoteNode[] = [...techniques, ...rules, ...runbooks, ...notes];
  const found = nodes.flatMap((node) => {
    const broken = node.note.links.filter((link) => {
      const target = graph.resolveLink(node.path, link);
      return target.kind === 'missing' || (target.kind === 'note' && !target.anchorFound);
    });
    if (broken.length === 0) return [];
    const lines = createLineIndex(node.note.file.text);
    return broken.map((link) => ({ node, link, line: lines.position(link.span.start).line }));
  });
  return found.sort((a, b) => compareNatural(a.node.path, b.node.path) || a.line - b.line);
}
