import { componentsOfLogSource, parseTechniqueId } from '../../../src/domain/index.ts';
import type { AtomicTest, SigmaRule, TechniqueId, TestGuid } from '../../../src/domain/index.ts';
import { createGraph, sortNodes } from '../../../src/graph/lookup.ts';
import type {
  EdgeKind,
  Graph,
  GraphEdge,
  GraphNode,
  LinkTarget,
  NodeId,
  ResolvedBlock,
} from '../../../src/graph/index.ts';
import type { PageNode, RuleNode, RunbookNode, TagNode, TechniqueNode, TestNode } from '../../../src/graph/index.ts';
import { parseNote } from '../../../src/parse/index.ts';
import type { ParsedNote } from '../../../src/parse/index.ts';
import type { Answer } from '../../../src/query/index.ts';
import { vaultPath } from '../../../src/source/index.ts';

export function nodeId(text: string): NodeId {
  return text as NodeId; // brand maker
}

export function techniqueId(text: string): TechniqueId {
  const id = parseTechniqueId(text);
  if (id === undefined) throw new Error(`${text} is no technique id`);
  return id;
}

export function noteOf(path: string, text = ''): ParsedNote {
  return parseNote({ path: vaultPath(path), text, encoding: 'utf-8' });
}

/** A technique; its parent is told from its id. */
export function technique(
  id: string,
  title: string,
  more: Partial<TechniqueNode> & { text?: string } = {},
): TechniqueNode {
  const { text = '', ...facts } = more;
  const note = noteOf(`Use Cases/${id} - ${title}.md`, text);
  return {
    kind: 'technique',
    id: nodeId(`technique:${id}`),
    title,
    url: `/techniques/${id}/`,
    path: note.file.path,
    note,
    techniqueId: techniqueId(id),
    parentId: id.includes('.') ? techniqueId(id.slice(0, 5)) : undefined,
    tactics: [],
    platforms: [],
    created: undefined,
    modified: undefined,
    version: undefined,
    sourceUrl: undefined,
    components: [],
    defensesBypassed: [],
    citations: [],
    ...facts,
  };
}

const NO_SIGMA: SigmaRule = {
  id: undefined,
  idText: undefined,
  title: undefined,
  status: undefined,
  level: undefined,
  description: undefined,
  author: undefined,
  date: undefined,
  modified: undefined,
  references: [],
  tags: [],
  logSource: { product: undefined, category: undefined, service: undefined },
  falsePositives: [],
  related: [],
  simulations: [],
};

interface RuleFacts {
  readonly sigma?: Partial<SigmaRule>;
  readonly techniques?: readonly string[];
  readonly tactics?: readonly string[];
  readonly text?: string;
  readonly yaml?: string;
  readonly name?: string;
}

export function rule(key: string, title: string, facts: RuleFacts = {}): RuleNode {
  const note = noteOf(`Detection Rules/${facts.name ?? key}.md`, facts.text ?? '');
  return {
    kind: 'rule',
    id: nodeId(`rule:${key}`),
    title,
    url: `/rules/${key}/`,
    path: note.file.path,
    note,
    sigma: { ...NO_SIGMA, ...facts.sigma },
    techniques: (facts.techniques ?? []).map(techniqueId),
    tactics: facts.tactics ?? [],
    yaml: facts.yaml === undefined ? undefined : { text: facts.yaml, span: { start: 0, end: facts.yaml.length } },
  };
}

/** A runbook of one technique with its tests. */
export function runbook(
  id: string,
  title: string,
  tests: readonly Partial<AtomicTest>[],
): readonly [RunbookNode, ...TestNode[]] {
  const note = noteOf(`Testing Runbooks/${id} - ${title}.md`);
  const techniques = [techniqueId(id)];
  const key = nodeId(`runbook:${id}`);
  const nodes = tests.map((facts, index): TestNode => {
    const guid = guidOf(facts.guid ?? `${id}-${index}`);
    const test = { ...NO_TEST, name: `Test ${index + 1}`, ...facts, guid };
    return {
      kind: 'test',
      id: nodeId(`test:${guid}`),
      title: test.name,
      url: `/tests/${id}/#${guid}`,
      path: note.file.path,
      runbook: key,
      anchor: guid,
      guid,
      test,
      techniques,
      span: { start: 0, end: 0 },
    };
  });
  const tops = nodes.map((node) => node.id);
  return [
    { kind: 'runbook', id: key, title, url: `/tests/${id}/`, path: note.file.path, note, techniques, tests: tops },
    ...nodes,
  ];
}

const NO_TEST: AtomicTest = {
  number: undefined,
  name: '',
  guid: undefined,
  description: '',
  platforms: [],
  inputs: [],
  executor: undefined,
  elevationRequired: false,
  command: undefined,
  cleanupCommand: undefined,
  steps: undefined,
  dependencyExecutor: undefined,
  dependencies: [],
};

function guidOf(text: string): TestGuid {
  return text as TestGuid; // brand maker
}

export function page(name: string, text = ''): PageNode {
  const note = noteOf(`${name}.md`, text);
  const url = `/${name.toLowerCase()}/`;
  return { kind: 'page', id: nodeId(`page:${name.toLowerCase()}`), title: name, url, path: note.file.path, note };
}

export function tactic(title: string, tacticId?: string): GraphNode {
  const slug = slugOf(title);
  return { kind: 'tactic', id: nodeId(`tactic:${slug}`), title, url: `/tactics/${slug}/`, tacticId };
}

export function platform(title: string): GraphNode {
  const slug = slugOf(title);
  return { kind: 'platform', id: nodeId(`platform:${slug}`), title, url: `/platforms/${slug}/` };
}

export function dataSource(title: string): GraphNode {
  const slug = slugOf(title);
  return { kind: 'data-source', id: nodeId(`data-source:${slug}`), title, url: `/data-sources/${slug}/` };
}

export function dataComponent(source: string, title: string): GraphNode {
  const key = `${slugOf(source)}/${slugOf(title)}`;
  const id = nodeId(`data-component:${key}`);
  return {
    kind: 'data-component',
    id,
    title,
    url: `/data-sources/${key}/`,
    source: nodeId(`data-source:${slugOf(source)}`),
  };
}

export function logSource(product: string, category: string): GraphNode {
  const key = `${product}/${category}`;
  const source = { product, category, service: undefined };
  return {
    kind: 'log-source',
    id: nodeId(`log-source:${key}`),
    title: `${product} / ${category}`,
    url: `/log-sources/${key}/`,
    logSource: source,
    components: componentsOfLogSource(source),
  };
}

export function tag(title: string): TagNode {
  const key = title.toLowerCase();
  return { kind: 'tag', id: nodeId(`tag:${key}`), title, url: `/tags/${key}/`, key };
}

/** A query block in a note, with its answer. */
export function block(note: ParsedNote, line: number, [source, answer]: readonly [string, Answer]): ResolvedBlock {
  return { note, block: { source, line, span: { start: 0, end: 0 }, lineOffsets: [0] }, answer };
}

/** Edges of a kind from the ids on the left to those on the right of `>`. */
export function edges(kind: EdgeKind, ...pairs: readonly string[]): readonly GraphEdge[] {
  return pairs.map((pair) => {
    const [from = '', to = ''] = pair.split(' > ');
    return { kind, from: nodeId(from), to: nodeId(to) };
  });
}

interface FakeParts {
  readonly nodes: readonly GraphNode[];
  readonly edges?: readonly GraphEdge[];
  readonly blocks?: readonly ResolvedBlock[];
  /** Targets of links that lead nowhere; all others lead off the site. */
  readonly missing?: readonly string[];
}

/** A graph of hand-made parts. */
export function fakeGraph({ nodes, edges: drawn = [], blocks = [], missing = [] }: FakeParts): Graph {
  const targetOf = (target: string): LinkTarget =>
    missing.includes(target) ? { kind: 'missing', target } : { kind: 'external', url: target };
  return createGraph({
    title: 'Test vault',
    nodes: sortNodes(nodes),
    edges: drawn,
    blocks,
    attachments: [],
    resolveLink: (_, { target }) => targetOf(target),
    linksOf: ({ note }) => note.links.map(({ target }) => targetOf(target)),
  });
}

function slugOf(title: string): string {
  return title.toLowerCase().replaceAll(' ', '-');
}
