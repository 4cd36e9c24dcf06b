import { nearest } from '../../diagnostics/index.ts';
import { parseCondition } from './condition.ts';
import type { SearchReference } from './condition.ts';
import { text, textOrTexts, wrongType } from './field-checks.ts';
import type { CheckTools, Field, FieldCheck } from './field-checks.ts';
import type { Entry } from './rule-document.ts';

/**
 * The modifiers of values. Source: Sigma's appendix on modifiers
 * (https://github.com/SigmaHQ/sigma-specification/blob/main/specification/sigma-appendix-modifiers.md).
 */
const MODIFIERS: readonly string[] = [
  ...['all', 'startswith', 'endswith', 'contains', 'exists', 'cased', 'neq', 'windash', 're', 'i', 'm', 's'],
  ...['base64', 'base64offset', 'utf16le', 'utf16be', 'utf16', 'wide', 'lt', 'lte', 'gt', 'gte'],
  ...['minute', 'hour', 'day', 'week', 'month', 'year', 'cidr', 'expand', 'fieldref'],
];

/** Keys of a detection that are no searches; `timeframe` belongs to the aggregations of version 1. */
const NO_SEARCHES: ReadonlySet<string> = new Set(['condition', 'timeframe']);

/** The searches and conditions that a detection is made of, in one document or several. */
export interface Detection {
  readonly names: readonly string[];
  readonly hasCondition: boolean;
}

/** The detection of a rule's entries. */
export function detectionOf(rule: readonly Entry[], { nodes }: CheckTools): Detection {
  const entries = rule.flatMap(({ key, value }) => (key === 'detection' ? (nodes.entries(value) ?? []) : []));
  return { names: searchesIn(entries).map(({ key }) => key), hasCondition: hasCondition(entries, nodes) };
}

/** The field `detection`: searches, and a condition over those of the whole rule. */
export function detection(whole: Detection): FieldCheck {
  return (field, tools) => {
    const entries = tools.nodes.entries(field.value);
    if (entries === undefined) {
      wrongType(field, 'searches and a condition', tools);
      return;
    }
    checkSearches(searchesIn(entries), field, tools);
    checkCondition(entries, { field, names: whole.names, isRequired: !whole.hasCondition }, tools);
  };
}

/** Checks the searches of a detection: lists and maps, with known modifiers behind the fields. */
export function checkSearches(searches: readonly Entry[], { name }: Pick<Field, 'name'>, tools: CheckTools): void {
  for (const { key, value } of searches) checkSearch({ name: `${name}.${key}`, value }, tools);
}

/** Where a condition stands and what it may name. */
export interface ConditionPlace {
  /** The field that holds it. */
  readonly field: Field;
  readonly names: readonly string[];
  readonly isRequired: boolean;
}

/** Checks the condition among the entries of a field: a text or several over searches of some names. */
export function checkCondition(
  entries: readonly Entry[],
  { field, names, isRequired }: ConditionPlace,
  tools: CheckTools,
): void {
  const written = entries.find(({ key, value }) => key === 'condition' && !tools.nodes.isEmpty(value));
  const name = `${field.name}.condition`;
  if (written !== undefined) condition(names)({ name, value: written.value }, tools);
  else if (isRequired) {
    const others = searchesIn(entries).map(({ key }) => key);
    tools.report('sigma/missing-field', tools.nodes.spanOf(field.value), {
      field: name,
      nearest: nearest('condition', others),
    });
  }
}

function hasCondition(entries: readonly Entry[], nodes: CheckTools['nodes']): boolean {
  return entries.some(({ key, value }) => key === 'condition' && !nodes.isEmpty(value));
}

function searchesIn(entries: readonly Entry[]): readonly Entry[] {
  return entries.filter(({ key }) => !NO_SEARCHES.has(key));
}

function checkSearch(search: Field, tools: CheckTools): void {
  const fields = tools.nodes.entries(search.value);
  const items = tools.nodes.list(search.value);
  if (fields !== undefined) checkModifiers(fields, tools);
  else if (items === undefined || items.length === 0) wrongType(search, 'a list, or fields with values', tools);
  else for (const item of items) checkItem({ name: search.name, value: item }, tools);
}

function checkItem(item: Field, tools: CheckTools): void {
  const fields = tools.nodes.entries(item.value);
  if (fields !== undefined) checkModifiers(fields, tools);
  else if (tools.nodes.list(item.value) !== undefined) wrongType(item, 'a text, or fields with values', tools);
}

function checkModifiers(fields: readonly Entry[], { nodes, report }: CheckTools): void {
  for (const { key, keyNode } of fields) {
    for (const { 0: whole, 1: modifier = '', index } of key.matchAll(/\|([^|]*)/g)) {
      if (MODIFIERS.includes(modifier)) continue;
      const span = nodes.spanIn(keyNode, { start: index + 1, end: index + whole.length });
      report('sigma/unknown-modifier', span, { modifier, nearest: nearest(modifier, MODIFIERS) });
    }
  }
}

/** A condition, or a list of them, over searches of some names. */
function condition(names: readonly string[]): FieldCheck {
  return textOrTexts((field, tools) => {
    const written = tools.nodes.text(field.value);
    if (written === undefined) {
      text()(field, tools);
      return;
    }
    const { references, problem } = parseCondition(written);
    if (problem !== undefined) {
      const { found, expected, span } = problem;
      tools.report('sigma/invalid-condition', tools.nodes.spanIn(field.value, span), { found, expected });
    }
    for (const { name, span } of references) {
      if (isKnown(name, names)) continue;
      tools.report('sigma/unknown-search', tools.nodes.spanIn(field.value, span), {
        name,
        nearest: nearest(name, names),
      });
    }
  });
}

/** Whether a search has the name, or its pattern matches the name of one. */
function isKnown(name: SearchReference['name'], names: readonly string[]): boolean {
  if (!name.includes('*')) return names.includes(name);
  const parts = name.split('*');
  return names.some((candidate) => matches(candidate, parts));
}

/** Whether the parts of a pattern stand in a name in their order, the first at its start and the last at its end. */
function matches(name: string, parts: readonly string[]): boolean {
  const [first = '', ...rest] = parts;
  const last = rest.pop() ?? '';
  if (!name.startsWith(first) || !name.endsWith(last) || name.length < first.length + last.length) return false;
  let at = first.length;
  const end = name.length - last.length;
  return rest.every((part) => {
    const found = name.indexOf(part, at);
    at = found + part.length;
    return found !== -1 && at <= end;
  });
}
