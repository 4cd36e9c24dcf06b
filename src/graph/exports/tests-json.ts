import type { Graph } from '../graph.ts';
import type { NodeId, RuleNode, TestNode } from '../nodes.ts';
import { idsOf } from './coverage-json.ts';
import { testsNamedBy } from './named-tests.ts';

/** Atomic tests as records for other programs (docs/api.md), in the order of the graph's nodes. */
export function testsJson(graph: Graph): object {
  const naming = nameRules(graph);
  return { version: 1, tests: graph.ofKind('test').map((node) => testJson(node, naming)) };
}

/** The rules that name each test. */
interface Naming {
  readonly declared: ReadonlyMap<NodeId, readonly RuleNode[]>;
  readonly cited: ReadonlyMap<NodeId, readonly RuleNode[]>;
}

function testJson({ id, guid, title: name, url, path, runbook, techniques, test }: TestNode, naming: Naming): object {
  return {
    id,
    guid,
    name,
    url,
    path,
    runbook,
    techniques,
    platforms: test.platforms,
    executor: test.executor,
    elevationRequired: test.elevationRequired,
    declaredBy: idsOf(naming.declared.get(id) ?? []),
    citedBy: idsOf(naming.cited.get(id) ?? []),
  };
}

function nameRules({ pairing, ofKind }: Graph): Naming {
  const declared = new Map<NodeId, RuleNode[]>();
  const cited = new Map<NodeId, RuleNode[]>();
  for (const rule of ofKind('rule')) {
    const named = testsNamedBy(rule, pairing);
    for (const { id } of named.declared) append(declared, id, rule);
    for (const { id } of named.cited) append(cited, id, rule);
  }
  return { declared, cited };
}

function append(groups: Map<NodeId, RuleNode[]>, id: NodeId, rule: RuleNode): void {
  const group = groups.get(id);
  if (group === undefined) groups.set(id, [rule]);
  else group.push(rule);
}
