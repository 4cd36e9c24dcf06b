import { parseSigmaId } from '../../domain/index.ts';
import type { SigmaId } from '../../domain/index.ts';
import type { NodeId, RuleNode } from '../../graph/index.ts';

const SIMILAR = 'similar to';

/** Sigma's kinds of relation as they read between two rules. Source: `related` in Sigma's rule specification. */
const RELATIONS: ReadonlyMap<string, string> = new Map([
  ['derived', 'derived from'],
  ['obsolete', 'replaces'],
  ['obsoletes', 'replaces'],
  ['merged', 'merges'],
  ['renamed', 'renamed from'],
  ['similar', SIMILAR],
]);

/** A rule that stands in a relation with another. */
export interface Relation {
  /** Undefined when the vault has no rule of that id. */
  readonly rule: RuleNode | undefined;
  /** The id as the author wrote it. */
  readonly id: string;
  /** `derived from`, or, when the other rule says so of this one, `derived from this rule`; several after commas. */
  readonly words: string;
}

/** Finds the rules that a rule names as related, and after them those that name it, each once. */
export function relateRules(rules: readonly RuleNode[]): (rule: RuleNode) => readonly Relation[] {
  const byId = new Map<SigmaId, RuleNode>();
  for (const rule of rules.toReversed()) if (rule.sigma.id !== undefined) byId.set(rule.sigma.id, rule);
  const incoming = new Map<NodeId, Relation[]>();
  for (const rule of rules) {
    for (const { id, words, rule: target } of namedBy(rule, byId)) {
      if (target === undefined || target.id === rule.id) continue;
      const others = incoming.get(target.id) ?? [];
      others.push({ rule, id: rule.sigma.idText ?? id, words: `${words} this rule` });
      incoming.set(target.id, others);
    }
  }
  return (rule) => eachOnce([...namedBy(rule, byId), ...(incoming.get(rule.id) ?? [])]);
}

function eachOnce(relations: readonly Relation[]): readonly Relation[] {
  const byRule = Map.groupBy(relations, ({ rule, id }) => rule?.id ?? id);
  return [...byRule.values()].flatMap((same) => {
    const words = new Set(same.map((relation) => relation.words));
    // Whatever is similar is so both ways.
    if (words.has(SIMILAR)) words.delete(`${SIMILAR} this rule`);
    return same.slice(0, 1).map((relation) => ({ ...relation, words: [...words].join(', ') }));
  });
}

function namedBy({ sigma }: RuleNode, byId: ReadonlyMap<SigmaId, RuleNode>): readonly Relation[] {
  return sigma.related.map(({ id, type }) => {
    const key = parseSigmaId(id);
    return { rule: key && byId.get(key), id, words: RELATIONS.get(type.toLowerCase()) ?? type };
  });
}
