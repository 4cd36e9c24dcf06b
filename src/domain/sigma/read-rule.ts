import type { Document } from 'yaml';
import { parseSigmaId, parseTestGuid } from '../ids.ts';
import { pairsOf, readYaml } from '../yaml-document.ts';
import { checkRule } from './check-rule.ts';
import { ruleNodes } from './rule-document.ts';
import type { RuleNodes } from './rule-document.ts';
import { otherRules, sigmaDocuments } from './rule-family.ts';
import type { LogSource, RelatedRule, SigmaRule, Simulation } from './rule.ts';
import type { SigmaReport } from './sigma-report.ts';

/**
 * Reads a Sigma rule. Every value is the text that the author wrote: `2019/01/16` is no date, `00000429` no
 * number. One text stands for a list of one; unknown keys are passed over. Of several documents (the old
 * `action: global`) the first that has a key gives it, those passed over that are other rules. Source: Sigma's rule specification.
 *
 * Reports `sigma/invalid-yaml` where the YAML itself is broken, else what the specification does not allow.
 */
export function readSigmaRule(yaml: string, report: SigmaReport): SigmaRule {
  const { documents, problems } = readYaml(yaml, 'failsafe');
  for (const { message, span } of problems) {
    report('sigma/invalid-yaml', { start: span.start, end: span.start }, { problem: message });
  }
  const isMap = pairsOf(documents[0]?.contents) !== undefined;
  if (problems.length === 0 && !isMap) {
    report('sigma/invalid-yaml', { start: 0, end: 0 }, { problem: 'it is no list of keys and values' });
  }
  const nodes = ruleNodes(yaml, documents);
  // What is missing after a mistake may only have been swallowed by it.
  if (problems.length === 0 && isMap) checkRule({ documents, nodes, report });
  const others = new Set(otherRules(sigmaDocuments(documents, nodes)).flatMap(({ parts }) => parts));
  return new RuleReader(
    documents.filter((document) => !others.has(document)),
    nodes,
  ).rule();
}

class RuleReader {
  readonly #nodes: RuleNodes;
  readonly #values = new Map<string, unknown>();

  constructor(documents: readonly Document.Parsed[], nodes: RuleNodes) {
    this.#nodes = nodes;
    for (const { contents } of documents) {
      for (const { key, value } of nodes.entries(contents) ?? []) {
        if (!this.#values.has(key)) this.#values.set(key, value);
      }
    }
  }

  rule(): SigmaRule {
    const idText = this.#textOf('id');
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
    return this.#nodes.text(this.#values.get(key));
  }

  #texts(key: string): readonly string[] {
    return this.#items(key).flatMap((item) => this.#nodes.text(item) ?? []);
  }

  /** The maps in a list, or the one map in its place, with those of their values that are texts. */
  #maps(key: string): readonly Readonly<Partial<Record<string, string>>>[] {
    return this.#items(key).flatMap((item) => {
      const entries = this.#nodes.entries(item);
      return entries === undefined
        ? []
        : [Object.fromEntries(entries.map(({ key: name, value }) => [name, this.#nodes.text(value)]))];
    });
  }

  #items(key: string): readonly unknown[] {
    const value = this.#values.get(key);
    return this.#nodes.list(value) ?? [value];
  }
}
