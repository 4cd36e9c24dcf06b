import type { Document } from 'yaml';
import type { Span } from '../../source/index.ts';
import { isAction } from './check-rule.ts';
import type { RuleNodes } from './rule-document.ts';

/** A rule, a correlation or a filter: a document of YAML, or those of an old collection (`action: global`) together. */
export interface SigmaDocument {
  readonly parts: readonly Document.Parsed[];
  readonly title: string | undefined;
  readonly id: string | undefined;
  /** By what correlations and filters name it: its id and its name. */
  readonly names: readonly string[];
  /** The rules that it names, as a correlation or a filter. */
  readonly rules: readonly string[];
  /** Its first key. */
  readonly span: Span;
}

/** What tells one of the three from any other YAML. */
const MATCHING: ReadonlySet<string> = new Set(['detection', 'correlation', 'filter']);

/** The Sigma documents among those of a text, in order; others, without a detection, a correlation or a filter, are left out. */
export function sigmaDocuments(documents: readonly Document.Parsed[], nodes: RuleNodes): readonly SigmaDocument[] {
  const isCollection = documents.some(({ contents }) => isAction(nodes.entries(contents) ?? [], { nodes }));
  const groups = isCollection ? [documents] : documents.map((document) => [document]);
  return groups.flatMap((parts) => sigmaDocument(parts, nodes) ?? []);
}

function sigmaDocument(parts: readonly Document.Parsed[], nodes: RuleNodes): SigmaDocument | undefined {
  const entries = parts.flatMap(({ contents }) => nodes.entries(contents) ?? []);
  if (!entries.some(({ key, value }) => MATCHING.has(key) && !nodes.isEmpty(value))) return undefined;
  const text = (key: string): string | undefined => nodes.text(entries.find((entry) => entry.key === key)?.value);
  const [id, name] = [text('id'), text('name')];
  const meta = entries.filter(({ key }) => key === 'correlation' || key === 'filter');
  const named = meta.flatMap(({ value }) => nodes.entries(value)?.find(({ key }) => key === 'rules')?.value ?? []);
  const rules = named.flatMap((node) => nodes.list(node) ?? [node]).flatMap((node) => nodes.text(node) ?? []);
  return {
    parts,
    title: text('title'),
    id,
    names: [id, name].flatMap((one) => (one === undefined ? [] : [keyOf(one)])),
    rules: [...new Set(rules.map(keyOf))],
    span: nodes.spanOf(entries[0]?.keyNode),
  };
}

/** Ids are written in either case. */
function keyOf(name: string): string {
  return name.toLowerCase();
}

/**
 * What among Sigma documents is another rule than the first. A correlation or a filter belongs to the rules that it
 * names, and they to it; `any` names all. What has both the id and the title of one that belongs is that rule once more.
 */
export function otherRules(all: readonly SigmaDocument[]): readonly SigmaDocument[] {
  const family = familyOfFirst(all);
  const known = new Set([...family].map(identityOf));
  return all.filter((one) => !family.has(one) && !(one.id !== undefined && known.has(identityOf(one))));
}

function identityOf({ id, title }: SigmaDocument): string {
  return `${keyOf(id ?? '')}\n${title ?? ''}`;
}

function familyOfFirst(all: readonly SigmaDocument[]): ReadonlySet<SigmaDocument> {
  const named = byEach(all, ({ names }) => names);
  const naming = byEach(all, ({ rules }) => rules);
  const family = new Set<SigmaDocument>();
  const pending = [...all.slice(0, 1), ...all.filter(({ rules }) => rules.includes('any'))];
  for (let next = pending.pop(); next !== undefined; next = pending.pop()) {
    family.add(next);
    const ties = [...next.names.map((name) => naming.get(name)), ...next.rules.map((name) => named.get(name))];
    for (const tied of ties) for (const one of tied?.splice(0) ?? []) if (!family.has(one)) pending.push(one);
  }
  return family;
}

function byEach(
  all: readonly SigmaDocument[],
  keys: (one: SigmaDocument) => readonly string[],
): ReadonlyMap<string, SigmaDocument[]> {
  const map = new Map<string, SigmaDocument[]>();
  for (const one of all) {
    for (const key of keys(one)) {
      const found = map.get(key) ?? [];
      found.push(one);
      map.set(key, found);
    }
  }
  return map;
}
