import type { ComparisonNode, NameNode, PropertyNode, TextNode, ValueNode } from '../../../../src/query/ast.ts';
import type { QueryNode } from '../../../../src/query/index.ts';
import type { Part, PropertyModel, Range, ScalarModel, WrittenNote } from './note-model.ts';

/** What a term is tested on. */
interface Subject {
  readonly note: WrittenNote;
  readonly what: 'any' | 'content' | 'file' | 'path' | 'tag';
  /** Undefined for the whole note. */
  readonly part: (Part & { readonly scope: string }) | undefined;
  readonly matchCase: boolean;
  /** The note's text, in the host of a search without the lines of its block. */
  readonly text: string;
}

/** Where a search stands. */
export interface NaiveHost {
  readonly path: string;
  readonly hidden: Range;
}

/** The paths of the notes that meet a search, in the order of results: every note is read anew for every term. */
export function searchNaively(query: QueryNode, notes: readonly WrittenNote[], host?: NaiveHost): readonly string[] {
  return notes
    .filter((note) => {
      const text = host?.path === note.path ? withoutLines(note.text, host.hidden) : note.text;
      return meets(query, { note, what: 'any', part: undefined, matchCase: false, text });
    })
    .map(({ path }) => path)
    .sort(byName);
}

function withoutLines(text: string, { start, end }: Range): string {
  return [...text.slice(0, start), ...text.slice(start, end).replaceAll(/[^\n]/g, ' '), ...text.slice(end)].join('');
}

/** A10.1 */
function byName(a: string, b: string): number {
  const name = (path: string): string => baseName(path).replace(/\.md$/, '');
  const order = new Intl.Collator('en', { numeric: true, sensitivity: 'base' }).compare(name(a), name(b));
  return order !== 0 ? order : a < b ? -1 : 1;
}

function baseName(path: string): string {
  return path.split('/').at(-1) ?? '';
}

function meets(query: QueryNode, subject: Subject): boolean {
  switch (query.kind) {
    case 'all':
      return query.terms.every((term) => meets(term, subject));
    case 'any':
      return query.terms.some((term) => meets(term, subject));
    case 'not':
      return !meets(query.term, subject);
    case 'word':
    case 'phrase':
    case 'regex':
      return meetsText(query, subject);
    case 'property':
      return subject.note.properties.some((property) => meetsProperty(query, property, subject.matchCase));
    case 'operator':
      switch (query.operator) {
        case 'match-case':
        case 'ignore-case':
          return meets(query.term, { ...subject, matchCase: query.operator === 'match-case' });
        case 'file':
        case 'path':
        case 'content':
        case 'tag':
          return meets(query.term, { ...subject, what: query.operator });
        default: {
          const { operator: scope, term } = query;
          return partsOf(scope, subject).some((part) => {
            return meets(term, { ...subject, what: 'any', part: { ...part, scope } });
          });
        }
      }
  }
}

function meetsText(term: TextNode, subject: Subject): boolean {
  const { note, what, part, matchCase } = subject;
  if (what === 'tag') return tagsOf(subject).some((tag) => meetsTag(term, tag));
  if (what === 'file') return holds(term, baseName(note.path), matchCase);
  if (what === 'path') return holds(term, note.path, matchCase);
  if (part !== undefined) return holds(term, textOf(part, subject.text), matchCase);
  const isInName = what === 'any' && holds(term, baseName(note.path).replace(/\.md$/, ''), matchCase);
  return isInName || holds(term, subject.text, matchCase);
}

/** A5 */
function holds(term: TextNode, text: string, matchCase: boolean): boolean {
  const fold = (written: string): string => (matchCase ? written : written.toLowerCase());
  switch (term.kind) {
    case 'word':
      return fold(text).includes(fold(term.text));
    case 'regex':
      return new RegExp(term.source, matchCase ? 'm' : 'im').test(text);
    case 'phrase': {
      const [where, phrase] = [fold(text), fold(term.text)];
      const joins = (before: string, after: string): boolean => isWord(lastOf(before)) && isWord(firstOf(after));
      for (let at = 0; at <= where.length; at += 1) {
        if (!where.startsWith(phrase, at)) continue;
        const end = at + phrase.length;
        if (phrase === '' || (!joins(where.slice(0, at), phrase) && !joins(phrase, where.slice(end)))) return true;
      }
      return false;
    }
  }
}

function firstOf(text: string): string {
  return [...text][0] ?? '';
}

function lastOf(text: string): string {
  return [...text].at(-1) ?? '';
}

/** A5.2; the scripts without spaces that the notes are made with. */
function isWord(character: string): boolean {
  return (
    /[\p{L}\p{N}\p{M}_]/u.test(character) && !/[\p{Script=Han}\p{Script=Katakana}\p{Script=Thai}]/u.test(character)
  );
}

/** A6 */
function meetsTag(term: TextNode, tag: string): boolean {
  if (term.kind === 'regex') return new RegExp(term.source, 'im').test(`#${tag}`);
  const wanted = term.text.replace(/^#/, '').replace(/\/+$/, '').toLowerCase();
  const levels = tag.toLowerCase().split('/');
  return wanted !== '' && levels.some((_, count) => levels.slice(0, count + 1).join('/') === wanted);
}

function tagsOf({ note, part }: Subject): readonly string[] {
  const isIn = (at: number): boolean => part?.ranges.some(({ start, end }) => start <= at && at < end) ?? true;
  return note.tags.filter(({ at }) => isIn(at)).map(({ name }) => name);
}

function textOf(part: Part, text: string): string {
  return part.ranges.map(({ start, end }) => text.slice(start, end)).join('\n');
}

/** A7.4 to A7.7: the parts of a kind, within a part those that stand in it, cut to it. */
function partsOf(scope: string, { note, part, text }: Subject): readonly Part[] {
  const all = allParts(scope, note, text);
  if (part === undefined) return all;
  if (scope === 'section' && part.scope === 'section') {
    if (part.level === 0) return [];
    const at = all.findIndex(({ ranges }) => ranges[0]?.start === part.ranges[0]?.start);
    const below = all.slice(at + 1);
    const end = below.findIndex(({ level = 0 }) => level <= (part.level ?? 0));
    return end === -1 ? below : below.slice(0, end);
  }
  return all.flatMap((inner) => {
    const ranges = inner.ranges.flatMap((a) => part.ranges.flatMap((b) => overlap(a, b)));
    return ranges.length === 0 ? [] : [{ ...inner, ranges }];
  });
}

function overlap(a: Range, b: Range): readonly Range[] {
  const start = Math.max(a.start, b.start);
  const end = Math.min(a.end, b.end);
  const isEmptyLine = a.start === a.end;
  return start < end || (isEmptyLine && start === end) ? [{ start, end }] : [];
}

function allParts(scope: string, note: WrittenNote, text: string): readonly Part[] {
  switch (scope) {
    case 'line': {
      let at = 0;
      return text.split('\n').map((line) => {
        const range = { start: at, end: at + line.length };
        at = range.end + 1;
        return { ranges: [range] };
      });
    }
    case 'block':
      // The host's own block is not there.
      return note.blocks.filter((part) => text === note.text || textOf(part, text).trim() !== '');
    case 'section':
      return note.sections;
    case 'task':
      return note.tasks;
    case 'task-todo':
      return note.tasks.filter(({ box }) => box === ' ');
    case 'task-done':
      return note.tasks.filter(({ box }) => box !== ' ');
    default:
      throw new Error(`no scope: ${scope}`);
  }
}

/** A8 */
function meetsProperty({ name, value }: PropertyNode, property: PropertyModel, matchCase: boolean): boolean {
  if (!meetsName(name, property.name)) return false;
  const elements = 'length' in property.value ? property.value : [property.value];
  return value === undefined || meetsValue(value, elements, matchCase);
}

function meetsName(node: NameNode, name: string): boolean {
  switch (node.kind) {
    case 'all':
      return node.terms.every((term) => meetsName(term, name));
    case 'any':
      return node.terms.some((term) => meetsName(term, name));
    case 'not':
      return !meetsName(node.term, name);
    case 'word':
    case 'phrase':
      return node.text.toLowerCase() === name.toLowerCase();
    case 'regex':
      return new RegExp(node.source, 'im').test(name);
  }
}

function meetsValue(node: ValueNode, elements: readonly ScalarModel[], matchCase: boolean): boolean {
  switch (node.kind) {
    case 'all':
      return node.terms.every((term) => meetsValue(term, elements, matchCase));
    case 'any':
      return node.terms.some((term) => meetsValue(term, elements, matchCase));
    case 'not':
      return !meetsValue(node.term, elements, matchCase);
    default:
      return elements.some((element) => meetsElement(node, element, matchCase));
  }
}

type ElementNode = Exclude<ValueNode, { readonly kind: 'all' | 'any' | 'not' }>;

function meetsElement(node: ElementNode, element: ScalarModel, matchCase: boolean): boolean {
  const fold = (written: string): string => (matchCase ? written : written.toLowerCase());
  if (node.kind === 'literal' && node.literal === 'null') return element.kind === 'null';
  if (element.kind === 'null') return false;
  switch (node.kind) {
    case 'literal':
      return element.kind === 'boolean' && element.text.toLowerCase() === node.literal;
    case 'comparison':
      return compares(node, element);
    case 'regex':
      return new RegExp(node.source, matchCase ? 'm' : 'im').test(element.text);
    case 'phrase':
      return fold(element.text) === fold(node.text);
    case 'word':
      if (element.kind === 'number' && /^[-+]?[\d.]+$/.test(node.text))
        return Number(element.text) === Number(node.text);
      return fold(element.text).includes(fold(node.text));
  }
}

function compares({ comparator, operand, operandKind }: ComparisonNode, element: ScalarModel): boolean {
  const isDate = operandKind === 'date';
  const isComparable = isDate ? /^\d{4}-\d{2}-\d{2}$/.test(element.text) : element.kind === 'number';
  if (!isComparable) return false;
  const read = (text: string): number => (isDate ? Date.parse(`${text}T00:00:00Z`) : Number(text));
  const difference = read(element.text) - read(operand);
  if (difference === 0) return comparator === '<=' || comparator === '>=';
  return difference < 0 ? comparator.startsWith('<') : comparator.startsWith('>');
}
