import { isAlias, isMap, isScalar, isSeq, parseDocument } from 'yaml';
import type { Alias, Document, Pair, Scalar, YAMLMap, YAMLSeq } from 'yaml';
import type { Span } from '../../source/index.ts';
import type { Property, PropertyValue } from '../properties.ts';

/** A mistake in the YAML. */
export interface YamlProblem {
  readonly message: string;
  readonly span: Span;
}

/** What a block of YAML says, and what is wrong with it. */
export interface YamlReading {
  readonly properties: readonly Property[];
  readonly problems: readonly YamlProblem[];
}

/** Values nest no deeper than this. */
const MAX_DEPTH = 50;
/** Values that aliases may repeat, in all. Of a long text each so many characters count as one more. */
const ALIAS_BUDGET = 2_000;
const VALUE_LENGTH = 250;
const OVER_BUDGET = `its aliases repeat more than ${ALIAS_BUDGET} values, or texts of ${ALIAS_BUDGET * VALUE_LENGTH} characters`;

/**
 * Reads a block of properties as YAML 1.2, core schema. Never throws: what can be read of invalid
 * YAML is given beside the problems.
 *
 * @param source The YAML.
 * @param offset Where it begins in the file: all spans are offsets into the file.
 */
export function readYaml(source: string, offset: number): YamlReading {
  const document = compose(source);
  if (document === undefined) return tooDeep(source, offset);
  const reader = new YamlReader(source, offset);
  const mark = strayMark(source);
  if (mark !== undefined) reader.addProblem(mark.problem, mark.start, mark.end);
  const errors = document.errors.filter(({ code }) => mark === undefined || code !== 'MULTIPLE_DOCS');
  for (const error of errors) reader.addProblem(tidy(error.message), error.pos[0], error.pos[1]);
  const contents = document.contents;
  if (contents === null || (isScalar(contents) && contents.value === null)) {
    return { properties: [], problems: reader.problems };
  }
  if (!isMap(contents)) {
    const [start, end] = contents.range;
    if (reader.problems.length === 0) reader.addProblem('expected lines of “name: value”', start, end);
    return { properties: [], problems: reader.problems };
  }
  return { properties: reader.properties(contents, 0), problems: reader.problems };
}

/** What ends or begins a document of YAML. */
const MARK = /^(?:---|\.\.\.)(?=[ \t\n]|$).*/gm;
/** Nothing but comments and directives. */
const SAYS_NOTHING = /^(?:[ \t]*\n|[ \t]*#.*\n|%.*\n)*$/;

/** The mark that ends what the block says although more stands behind it: it was meant as the block's end. */
function strayMark(source: string): { problem: string; start: number; end: number } | undefined {
  for (const { 0: line, index: start } of source.matchAll(MARK)) {
    const end = start + line.length;
    const isEnd = line.startsWith('.');
    const isHarmless = isEnd ? source.slice(end).trim() === '' : SAYS_NOTHING.test(source.slice(0, start));
    if (isHarmless) continue;
    const goesOn = line.trim() === '---' ? 'has a space behind its ---' : 'goes on behind its ---';
    return { problem: `the line that should end it ${isEnd ? 'is ... and not ---' : goesOn}`, start, end };
  }
  return undefined;
}

/** Undefined when the YAML nests too deep for the library's recursion. */
function compose(source: string): Document.Parsed | undefined {
  try {
    return parseDocument(source, {
      version: '1.2',
      schema: 'core',
      merge: false,
      uniqueKeys: false, // checked here: the library compares each key with all others
      prettyErrors: false,
      logLevel: 'error',
    });
  } catch (error) {
    if (error instanceof RangeError) return undefined;
    throw error;
  }
}

function tooDeep(source: string, offset: number): YamlReading {
  const span = { start: offset, end: offset + source.length };
  return { properties: [], problems: [{ message: 'its values nest too deep', span }] };
}

/** The library's words, in the tone of our own. */
function tidy(message: string): string {
  const line = message.split('\n', 1)[0] ?? message;
  return line.charAt(0).toLowerCase() + line.slice(1);
}

/** Turns the library's nodes into properties; keeps the anchors seen so far and the budget of aliases. */
class YamlReader {
  readonly problems: YamlProblem[] = [];
  private readonly source: string;
  private readonly offset: number;
  private readonly anchors = new Map<string, { readonly value: PropertyValue; readonly weight: number }>();
  private weight = 0;
  private aliased = 0;
  private overBudget = false;

  constructor(source: string, offset: number) {
    this.source = source;
    this.offset = offset;
  }

  addProblem(message: string, start: number, end: number): void {
    this.problems.push({ message, span: this.span(start, end) });
  }

  properties(map: YAMLMap, depth: number): readonly Property[] {
    const names = new Set<string>();
    return map.items.map((pair) => {
      const property = this.property(pair, depth);
      if (names.has(property.name)) {
        const { start, end } = property.nameSpan;
        this.addProblem(`“${property.name}” is given twice`, start - this.offset, end - this.offset);
      }
      names.add(property.name);
      return property;
    });
  }

  private property(pair: Pair, depth: number): Property {
    const key = this.value(pair.key, depth + 1, 0);
    return { name: key.text, nameSpan: key.span, value: this.value(pair.value, depth + 1, key.span.end - this.offset) };
  }

  /** `fallback` is where a value that is not written would stand. */
  private value(node: unknown, depth: number, fallback: number): PropertyValue {
    const before = this.weight;
    this.weight += 1;
    if (isAlias(node)) return this.alias(node);
    if (!isScalar(node) && !isMap(node) && !isSeq(node)) {
      return { kind: 'null', text: '', span: this.span(fallback, fallback) };
    }
    const value = isScalar(node) ? this.scalar(node, fallback) : this.collection(node, depth);
    if (node.anchor !== undefined) this.anchors.set(node.anchor, { value, weight: this.weight - before });
    return value;
  }

  private scalar(node: Scalar, fallback: number): PropertyValue {
    const [start, end] = node.range ?? [fallback, fallback];
    const span = this.span(start, end);
    const { value } = node;
    // YAML can write halves of characters, which no file can hold.
    const text = (node.source ?? this.source.slice(start, end)).toWellFormed();
    this.weight += Math.floor(text.length / VALUE_LENGTH);
    if (value === null) return { kind: 'null', text, span };
    if (typeof value === 'number') return { kind: 'number', text, number: value, span };
    if (typeof value === 'boolean') return { kind: 'boolean', text, boolean: value, span };
    return { kind: 'text', text, span };
  }

  private collection(node: YAMLMap | YAMLSeq, depth: number): PropertyValue {
    const [start, end] = node.range ?? [0, 0];
    const span = this.span(start, end);
    const text = this.source.slice(start, end);
    if (depth > MAX_DEPTH) {
      this.addProblem(`this value nests more than ${MAX_DEPTH} levels deep`, start, end);
      return { kind: 'text', text, span };
    }
    if (isMap(node)) return { kind: 'map', text, entries: this.properties(node, depth), span };
    return { kind: 'list', text, items: node.items.map((item) => this.value(item, depth + 1, start)), span };
  }

  /** An alias repeats the value of its anchor: the same object, so that a bomb of aliases takes no memory here. */
  private alias(node: Alias): PropertyValue {
    const [start, end] = node.range ?? [0, 0];
    const span = this.span(start, end);
    const anchor = this.anchors.get(node.source);
    if (anchor === undefined) {
      this.addProblem(`nothing is marked &${node.source} before this`, start, end);
      return { kind: 'null', text: '', span };
    }
    this.weight += anchor.weight;
    this.aliased += anchor.weight;
    if (this.aliased > ALIAS_BUDGET) {
      if (!this.overBudget) this.addProblem(OVER_BUDGET, start, end);
      this.overBudget = true;
      return { kind: 'null', text: '', span };
    }
    return { ...anchor.value, span };
  }

  private span(start: number, end: number): Span {
    return { start: this.offset + start, end: this.offset + end };
  }
}
