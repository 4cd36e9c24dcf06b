import { isAlias, isCollection, isMap, isNode, isPair, isScalar, parseAllDocuments } from 'yaml';
import type { Document, Node, Pair, ParsedNode } from 'yaml';
import type { Span } from '../source/index.ts';

/** A mistake in YAML. `span` is in UTF-16 offsets of its text. */
export interface YamlProblem {
  readonly message: string;
  readonly span: Span;
}

/** How scalars are read: as YAML 1.2's types, or each as the text that is written. */
export type YamlTypes = 'core' | 'failsafe';

/** Text read as YAML: what could be understood and what could not. */
export interface YamlText {
  /** The documents in order; none when nothing could be made of the text. */
  readonly documents: readonly Document.Parsed[];
  /** Sorted by place; the first at each, as what follows there is its consequence. */
  readonly problems: readonly YamlProblem[];
}

/** More problems in one text are no help to anyone. */
const MOST_PROBLEMS = 20;
const NOWHERE: Span = { start: 0, end: 0 };
/** Values that aliases may repeat, in all. Of a long text each so many characters count as one more. */
const ALIAS_BUDGET = 20_000;
const VALUE_LENGTH = 250;

/** Reads YAML, also more than one document; problems are data, nothing is thrown. */
export function readYaml(text: string, schema: YamlTypes): YamlText {
  try {
    const documents = parse(text, schema);
    if (repeatedBy(documents) > ALIAS_BUDGET) return unreadable(`its aliases repeat more than ${ALIAS_BUDGET} values`);
    const errors = documents.flatMap(({ errors: found }) => found.map(problemOf));
    const repeated = documents.flatMap(({ contents }) => repeatedKeys(contents));
    return { documents, problems: firstAtEachPlace([...errors, ...repeated]) };
  } catch (error) {
    if (!(error instanceof RangeError)) throw error;
    // The library overflows the stack on text that nests thousands of levels deep.
    return unreadable('it nests too deeply');
  }
}

function unreadable(message: string): YamlText {
  return { documents: [], problems: [{ message, span: NOWHERE }] };
}

/** The pairs of a map in order, with keys as written; undefined when the node is no map. */
export function pairsOf(node: unknown): readonly { readonly key: string; readonly pair: Pair }[] | undefined {
  if (!isMap(node)) return undefined;
  return node.items.map((pair) => ({ key: keyText(pair.key), pair }));
}

/** The nodes that aliases stand for, by their anchors. */
export function anchorsOf(documents: readonly Document.Parsed[]): ReadonlyMap<string, unknown> {
  const anchors = new Map<string, unknown>();
  for (const { contents } of documents) {
    for (const node of nodesBelow(contents)) {
      if (!isAlias(node) && node.anchor !== undefined) anchors.set(node.anchor, node);
    }
  }
  return anchors;
}

/** What the aliases repeat, in values; no end of it where one stands in what it stands for. */
function repeatedBy(documents: readonly Document.Parsed[]): number {
  const anchors = anchorsOf(documents);
  if (anchors.size === 0) return 0;
  const weights = new Map<unknown, number>();
  const weightOf = (node: unknown): number => {
    const known = weights.get(node);
    if (known !== undefined) return known;
    weights.set(node, Infinity);
    const weight = isAlias(node) ? weightOf(anchors.get(node.source)) : ownWeight(node, weightOf);
    weights.set(node, weight);
    return weight;
  };
  const written = documents.flatMap(({ contents }) => [...nodesBelow(contents)]);
  return written.reduce((sum, node) => (isAlias(node) ? sum + weightOf(node) : sum), 0);
}

function ownWeight(node: unknown, weightOf: (part: unknown) => number): number {
  if (isPair(node)) return weightOf(node.value);
  if (isCollection(node)) return node.items.reduce<number>((sum, item) => sum + weightOf(item), 1);
  const length = isScalar(node) && typeof node.value === 'string' ? node.value.length : 0;
  return 1 + Math.floor(length / VALUE_LENGTH);
}

/** Where a node stands, without the white space after it; undefined for one without a place in the text. */
export function spanOf(node: unknown): Span | undefined {
  if (typeof node !== 'object' || node === null || !('range' in node)) return undefined;
  const range = (node as Node).range; // only nodes have a range: start, end of value, end of node
  return range === null || range === undefined ? undefined : { start: range[0], end: range[1] };
}

function parse(text: string, schema: YamlTypes): readonly Document.Parsed[] {
  // The library compares each key of a map with all others; repeatedKeys takes one pass.
  const documents = parseAllDocuments(text, { prettyErrors: false, logLevel: 'silent', uniqueKeys: false, schema });
  return 'empty' in documents ? [] : documents;
}

function problemOf({ message, pos: [start, end] }: { message: string; pos: [number, number] }): YamlProblem {
  return { message, span: { start, end } };
}

function firstAtEachPlace(problems: readonly YamlProblem[]): readonly YamlProblem[] {
  const byStart = new Map<number, YamlProblem>();
  for (const problem of problems) if (!byStart.has(problem.span.start)) byStart.set(problem.span.start, problem);
  return [...byStart.values()].sort((a, b) => a.span.start - b.span.start).slice(0, MOST_PROBLEMS);
}

function repeatedKeys(root: unknown): readonly YamlProblem[] {
  return [...nodesBelow(root)].flatMap((node) => {
    const seen = new Set<string>();
    return (pairsOf(node) ?? []).flatMap(({ key, pair }) => {
      const isRepeated = seen.has(key) && key !== '<<' && isScalar(pair.key);
      seen.add(key);
      return isRepeated ? [{ message: `the key “${key}” stands here twice`, span: spanOf(pair.key) ?? NOWHERE }] : [];
    });
  });
}

function* nodesBelow(root: unknown): Generator<ParsedNode> {
  const pending: unknown[] = [root];
  while (pending.length > 0) {
    const node = pending.pop();
    if (isPair(node)) pending.push(node.value);
    else if (isNode(node)) {
      yield node as ParsedNode; // every node of a parsed document was parsed
      if (isCollection(node)) for (const item of node.items) pending.push(item);
    }
  }
}

function keyText(key: unknown): string {
  if (isAlias(key)) return `*${key.source}`;
  if (!isScalar(key)) return '';
  return typeof key.value === 'string' ? key.value : (key.source ?? String(key.value));
}
