import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { inspect } from 'node:util';

/** A node of the graph, as far as it is asserted. */
export interface GraphNode {
  readonly id: string;
  readonly kind: string;
  readonly title: string;
  readonly path: string | undefined;
  readonly url: string | undefined;
}

/** An edge of the graph. */
export interface GraphEdge {
  readonly kind: string;
  readonly from: string;
  readonly to: string;
  /** How surely a rule and a test pair; empty on other edges. */
  readonly strength: string;
}

/** The typed graph of a vault. */
export interface Graph {
  readonly version: unknown;
  readonly nodes: readonly GraphNode[];
  readonly edges: readonly GraphEdge[];
}

/** An embedded search with its answer. */
export interface Block {
  readonly path: string;
  readonly line: number;
  readonly language: string;
  readonly source: string;
  /** Undefined when the search is malformed. */
  readonly results: readonly string[] | undefined;
}

/** One diagnostic of `check --format json`. */
export interface Diagnostic {
  readonly code: string;
  readonly severity: string;
  readonly message: string;
  readonly hint: string;
  readonly path: string;
  readonly line: number | undefined;
}

/** A file of the built site, parsed. Throws when it is missing or is not JSON. */
export function readSiteJson(out: string, path: string): unknown {
  return JSON.parse(readFileSync(join(out, path), 'utf8'));
}

/** The lines of a text, each parsed as JSON. */
export function parseLines(text: string): readonly unknown[] {
  const lines = text.split('\n').filter((line) => line.trim() !== '');
  return lines.map((line): unknown => JSON.parse(line));
}

/** A graph from parsed JSON. Throws where it lacks what interfaces promise. */
export function toGraph(value: unknown): Graph {
  const graph = toRecord(value);
  return {
    version: graph['version'],
    nodes: toArray(graph['nodes']).map(toNode),
    edges: toArray(graph['edges']).map((edge) => {
      const record = toRecord(edge);
      return {
        kind: text(record, 'kind'),
        from: text(record, 'from'),
        to: text(record, 'to'),
        strength: record['strength'] === undefined ? '' : text(record, 'strength'),
      };
    }),
  };
}

/** A block from parsed JSON. Throws where it lacks what interfaces promise. */
export function toBlock(value: unknown): Block {
  const record = toRecord(value);
  const results = record['results'];
  return {
    path: text(record, 'path'),
    line: Number(record['line']),
    language: text(record, 'language'),
    source: text(record, 'source'),
    results: results === undefined ? undefined : toArray(results).map(String),
  };
}

/** A diagnostic from parsed JSON. Throws where it lacks what interfaces promise. */
export function toDiagnostic(value: unknown): Diagnostic {
  const record = toRecord(value);
  const line = record['line'];
  return {
    code: text(record, 'code'),
    severity: text(record, 'severity'),
    message: text(record, 'message'),
    hint: optionalText(record, 'hint') ?? '',
    path: optionalText(record, 'path') ?? '',
    line: typeof line === 'number' ? line : undefined,
  };
}

/** A JSON object. Throws on anything else. */
export function toRecord(value: unknown): Readonly<Record<string, unknown>> {
  if (!isRecord(value)) throw new Error(`expected an object, found ${brief(value)}`);
  return value;
}

/** A JSON array. Throws on anything else. */
export function toArray(value: unknown): readonly unknown[] {
  if (!Array.isArray(value)) throw new Error(`expected an array, found ${brief(value)}`);
  return value;
}

function toNode(value: unknown): GraphNode {
  const record = toRecord(value);
  return {
    id: text(record, 'id'),
    kind: text(record, 'kind'),
    title: text(record, 'title'),
    path: optionalText(record, 'path'),
    url: optionalText(record, 'url'),
  };
}

function isRecord(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

function text(record: Readonly<Record<string, unknown>>, key: string): string {
  const value = record[key];
  if (typeof value !== 'string') throw new Error(`no text "${key}" in ${brief(record)}`);
  return value;
}

function optionalText(record: Readonly<Record<string, unknown>>, key: string): string | undefined {
  const value = record[key];
  return typeof value === 'string' ? value : undefined;
}

function brief(value: unknown): string {
  return inspect(value, { breakLength: Infinity }).slice(0, 120);
}
