import { isMap, isScalar, parseDocument } from 'yaml';
import type { Document, DocumentOptions, Node, Pair, ParseOptions, SchemaOptions, YAMLError, YAMLMap } from 'yaml';
import type { Span } from '../source/index.ts';

/** A mistake in YAML. `span` is in UTF-16 offsets of its text. */
export interface YamlProblem {
  readonly message: string;
  readonly span: Span;
}

/** Text read as YAML: what could be understood and what could not. */
export interface YamlDocument {
  /** Undefined when nothing could be made of the text. */
  readonly document: Document.Parsed | undefined;
  readonly problems: readonly YamlProblem[];
}

/** More are no help to anyone. */
const MOST_PROBLEMS = 20;

const OPTIONS = { prettyErrors: false, logLevel: 'silent', keepSourceTokens: false } as const satisfies ParseOptions &
  DocumentOptions &
  SchemaOptions;

/** Reads the first document of a YAML text; problems are data, nothing is thrown. */
export function readYaml(text: string): YamlDocument {
  try {
    const document = parseDocument(text, OPTIONS);
    return { document, problems: problemsOf(document.errors) };
  } catch (error) {
    // The library overflows the stack on text that nests thousands of levels deep.
    const message = error instanceof RangeError ? 'it nests too deeply' : String(error);
    return { document: undefined, problems: [{ message, span: { start: 0, end: 0 } }] };
  }
}

/** The first mistake at each place: what follows at the same one is its consequence. */
function problemsOf(errors: readonly YAMLError[]): readonly YamlProblem[] {
  const problems: YamlProblem[] = [];
  for (const { message, pos } of errors) {
    const [start, end] = pos;
    if (problems.at(-1)?.span.start !== start) problems.push({ message, span: { start, end } });
    if (problems.length === MOST_PROBLEMS) break;
  }
  return problems;
}

/** The pairs of a map in order, with keys as written; undefined when the node is no map. */
export function pairsOf(node: unknown): readonly { readonly key: string; readonly pair: Pair }[] | undefined {
  if (!isMap(node)) return undefined;
  const map: YAMLMap = node;
  return map.items.map((pair) => ({ key: keyText(pair.key), pair }));
}

/** Where a node stands; undefined for one without a place in the text. */
export function spanOf(node: unknown): Span | undefined {
  if (typeof node !== 'object' || node === null || !('range' in node)) return undefined;
  const range = (node as Node).range; // only nodes have a range, as start, end of value, end of node
  return range === null || range === undefined ? undefined : { start: range[0], end: range[1] };
}

function keyText(key: unknown): string {
  if (!isScalar(key)) return '';
  return typeof key.source === 'string' ? key.source : String(key.value);
}
