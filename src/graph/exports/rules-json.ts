import type { TechniqueId } from '../../domain/index.ts';
import type { Graph } from '../graph.ts';
import { hasLogSource } from '../node-ids.ts';
import type { RuleNode } from '../nodes.ts';
import { idsOf } from './coverage-json.ts';
import { testsNamedBy } from './named-tests.ts';

/** Detection rules as records for other programs (docs/api.md), in the order of the graph's nodes. */
export function rulesJson(graph: Graph): object {
  return { version: 1, rules: graph.ofKind('rule').map((rule) => ruleJson(graph, rule)) };
}

function ruleJson({ pairing }: Graph, rule: RuleNode): object {
  const { id, title, url, path, techniques, tactics, sigma, yaml } = rule;
  const { declared, cited } = testsNamedBy(rule, pairing);
  return {
    id,
    sigmaId: sigma.id,
    title,
    url,
    path,
    sigmaUrl: yaml && `${url.replace(/\/$/, '')}.yml`,
    ...{ level: sigma.level, status: sigma.status, author: sigma.author, date: sigma.date, modified: sigma.modified },
    logSource: hasLogSource(sigma.logSource) ? sigma.logSource : undefined,
    tactics,
    techniques,
    tested: pairing.strengthOf(rule),
    declaredTests: idsOf(declared),
    citedTests: idsOf(cited),
    citedPages: citedPages(pairing, rule),
  };
}

/** The techniques whose atomics a rule cites as a whole. */
function citedPages(pairing: Graph['pairing'], rule: RuleNode): readonly TechniqueId[] {
  const pages = pairing
    .ties(rule)
    .flatMap(({ strength, target }) => (strength === 'cited' && target.kind === 'technique' ? [target.id] : []));
  return [...new Set(pages)];
}
