import { isAlias, isScalar, isSeq } from 'yaml';
import type { Document } from 'yaml';
import type { Span } from '../../source/index.ts';
import { anchorsOf, pairsOf, spanOf } from '../yaml-document.ts';

/** A key and its value in a map, as the YAML library keeps them; aliases are resolved when the value is looked at. */
export interface Entry {
  readonly key: string;
  /** The key as a node, for its place. */
  readonly keyNode: unknown;
  readonly value: unknown;
}

/** Looks at the nodes of a rule's YAML, aliases resolved, every scalar the text that the author wrote. */
export interface RuleNodes {
  /** The entries of a map in order; undefined for anything else. */
  entries(node: unknown): readonly Entry[] | undefined;
  /** The items of a list; undefined for anything else. */
  list(node: unknown): readonly unknown[] | undefined;
  /** A scalar's text, trimmed; undefined for anything else, for an empty text and for null. */
  text(node: unknown): string | undefined;
  /** True where nothing is written: no value, null or an empty text. */
  isEmpty(node: unknown): boolean;
  /** Where a node stands; the start of the rule for one that stands nowhere. */
  spanOf(node: unknown): Span;
  /** Where a part of a node's {@link text} stands; the whole node where the text is not written to the letter. */
  spanIn(node: unknown, part: Span): Span;
}

/** The nodes of the documents that a text was read into. */
export function ruleNodes(yaml: string, documents: readonly Document.Parsed[]): RuleNodes {
  /** Looked for when the first alias is met. */
  let anchors: ReadonlyMap<string, unknown> | undefined;
  const resolve = (node: unknown): unknown => {
    if (!isAlias(node)) return node;
    anchors ??= anchorsOf(documents);
    return anchors.get(node.source);
  };
  return {
    entries: (node) => pairsOf(resolve(node))?.map(({ key, pair }) => ({ key, keyNode: pair.key, value: pair.value })),
    list: (node) => {
      const value = resolve(node);
      return isSeq(value) ? value.items : undefined;
    },
    text: (node) => scalarText(resolve(node)),
    isEmpty: (node) => isEmptyNode(resolve(node)),
    spanOf: spanOrStart,
    spanIn: (node, part) => {
      const whole = spanOrStart(node);
      const text = scalarText(resolve(node)) ?? '';
      const at = yaml.slice(whole.start, whole.end).indexOf(text);
      const start = whole.start + at;
      return at === -1 ? whole : { start: start + part.start, end: start + part.end };
    },
  };
}

function spanOrStart(node: unknown): Span {
  return spanOf(node) ?? { start: 0, end: 0 };
}

function scalarText(node: unknown): string | undefined {
  return isScalar(node) && typeof node.value === 'string' && !isEmptyNode(node)
    ? node.value.trim().toWellFormed()
    : undefined;
}

function isEmptyNode(node: unknown): boolean {
  if (node === undefined || node === null) return true;
  if (!isScalar(node)) return false;
  const text = typeof node.value === 'string' ? node.value.trim() : '';
  return text === '' || (node.type === 'PLAIN' && /^(?:~|null|Null|NULL)$/.test(text));
}
