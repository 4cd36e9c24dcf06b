import { isAlias, isScalar, isSeq } from 'yaml';
import type { Document } from 'yaml';
import { parseSigmaId, parseTestGuid } from './ids.ts';
import type { LogSource, RelatedRule, SigmaRule, Simulation } from './sigma-rule.ts';
import { anchorsOf, pairsOf, readYaml } from './yaml-document.ts';

/** A mistake in a rule's YAML, at a UTF-16 offset of its text. */
export interface SigmaProblem {
  readonly message: string;
  readonly offset: number;
}

/** A rule as far as its YAML could be understood, and what could not. */
export interface ReadSigma {
  readonly rule: SigmaRule;
  readonly problems: readonly SigmaProblem[];
}

/**
 * Reads a Sigma rule. Every value is the text that the author wrote: `2019/01/16` is no date, `00000429` no
 * number. One text stands for a list of one; unknown keys are passed over. Of several documents (the old
 * `action: global`) the first that has a key gives it. Source: Sigma's rule specification.
 */
export function readSigmaRule(yaml: string): ReadSigma {
  const { documents, problems } = readYaml(yaml, 'failsafe');
  const found = problems.map(({ message, span }) => ({ message, offset: span.start }));
  const reader = new SigmaReader(documents);
  if (found.length === 0 && !reader.isMap) found.push({ message: 'it is no list of keys and values', offset: 0 });
  return { rule: reader.rule(), problems: found };
}

class SigmaReader {
  readonly #documents: readonly Document.Parsed[];
  readonly #values = new Map<string, unknown>();
  /** Looked for when the first alias is met. */
  #anchors: ReadonlyMap<string, unknown> | undefined;
  /** Whether the first document holds keys and values. */
  readonly isMap: boolean;

  constructor(documents: readonly Document.Parsed[]) {
    this.#documents = documents;
    this.isMap = pairsOf(documents[0]?.contents) !== undefined;
    for (const { contents } of documents) {
      for (const { key, pair } of pairsOf(contents) ?? []) {
        if (!this.#values.has(key)) this.#values.set(key, pair.value);
      }
    }
  }

  rule(): SigmaRule {
    const idText = this.#text(this.#values.get('id'));
    return {
      id: idText === undefined ? undefined : parseSigmaId(idText),
      idText,
      title: this.#textOf('title'),
      status: this.#textOf('status'),
      level: this.#textOf('level'),
      description: this.#textOf('description'),
      author: this.#texts('author').join(', ') || undefined,
      date: this.#textOf('date'),
      modified: this.#textOf('modified'),
      references: this.#texts('references'),
      tags: this.#texts('tags'),
      logSource: this.#logSource(),
      falsePositives: this.#texts('falsepositives'),
      related: this.#related(),
      simulations: this.#simulations(),
    };
  }

  #logSource(): LogSource {
    const [source] = this.#maps('logsource');
    const { product, category, service } = source ?? {};
    return { product, category, service };
  }

  #related(): readonly RelatedRule[] {
    return this.#maps('related').flatMap(({ id, type }) => (id === undefined ? [] : [{ id, type: type ?? '' }]));
  }

  #simulations(): readonly Simulation[] {
    return this.#maps('simulation').map(({ type, name, technique, atomic_guid: guid }) => ({
      type,
      name,
      technique,
      atomicGuid: guid === undefined ? undefined : parseTestGuid(guid),
    }));
  }

  #textOf(key: string): string | undefined {
    return this.#text(this.#values.get(key));
  }

  #texts(key: string): readonly string[] {
    return this.#items(key).flatMap((item) => this.#text(item) ?? []);
  }

  /** The maps in a list, or the one map in its place, with those of their values that are texts. */
  #maps(key: string): readonly Readonly<Partial<Record<string, string>>>[] {
    return this.#items(key).flatMap((item) => {
      const pairs = pairsOf(this.#resolve(item));
      return pairs === undefined
        ? []
        : [Object.fromEntries(pairs.map(({ key: name, pair }) => [name, this.#text(pair.value)]))];
    });
  }

  #items(key: string): readonly unknown[] {
    const value = this.#resolve(this.#values.get(key));
    return isSeq(value) ? value.items : [value];
  }

  #text(node: unknown): string | undefined {
    const value = this.#resolve(node);
    if (!isScalar(value) || typeof value.value !== 'string') return undefined;
    const text = value.value.trim();
    const isNull = value.type === 'PLAIN' && /^(?:~|null|Null|NULL)?$/.test(text);
    return isNull || text === '' ? undefined : text;
  }

  /** What an alias stands for; any other node is itself. */
  #resolve(node: unknown): unknown {
    if (!isAlias(node)) return node;
    this.#anchors ??= anchorsOf(this.#documents);
    return this.#anchors.get(node.source);
  }
}
