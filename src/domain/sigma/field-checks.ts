import { nearest } from '../../diagnostics/index.ts';
import type { Span } from '../../source/index.ts';
import { parseSigmaId } from '../ids.ts';
import { checkTag } from './check-tag.ts';
import type { RuleNodes } from './rule-document.ts';
import type { SigmaReport } from './sigma-report.ts';

/** What checks work with. */
export interface CheckTools {
  readonly nodes: RuleNodes;
  readonly report: SigmaReport;
}

/** A key of a rule and its value, which is not empty. */
export interface Field {
  /** The key, with those above it: `logsource.product`. */
  readonly name: string;
  readonly value: unknown;
}

/** Reports what is wrong with a field. */
export type FieldCheck = (field: Field, tools: CheckTools) => void;

/** Any text, of at most so many characters. */
export function text(longest = Infinity): FieldCheck {
  return withText((value, { name, span }, { report }) => {
    if (value.length <= longest) return;
    const expected = `at most ${longest} characters`;
    report('sigma/invalid-value', span, {
      field: name,
      found: `${value.length} characters`,
      expected,
      nearest: undefined,
    });
  });
}

/** One of some words, in lower case. */
export function oneOf(words: readonly string[]): FieldCheck {
  return withText((value, { name, span }, { report }) => {
    if (words.includes(value)) return;
    const expected = `one of ${words.join(', ')}`;
    report('sigma/invalid-value', span, { field: name, found: value, expected, nearest: nearest(value, words) });
  });
}

/** A text of a form; `expected` says which. */
export function form(expected: string, isWellFormed: (value: string) => boolean): FieldCheck {
  return withText((value, { name, span }, { report }) => {
    if (isWellFormed(value)) return;
    report('sigma/invalid-value', span, { field: name, found: value, expected, nearest: undefined });
  });
}

/** A UUID. */
export const id: FieldCheck = withText((value, { span }, { report }) => {
  if (parseSigmaId(value) === undefined) report('sigma/invalid-id', span, { id: value });
});

/** A day, as version 2 of the specification writes it (`2024-01-31`) or version 1 (`2024/01/31`). */
export const date = form('a date such as 2024-01-31', (value) => {
  const [, year = '', , month = '', day = ''] = /^(\d{4})([-/])(\d{2})\2(\d{2})$/.exec(value) ?? [];
  const days = Date.UTC(Number(year), Number(month) - 1, Number(day));
  return year !== '' && new Date(days).toISOString().startsWith(`${year}-${month}-${day}T`);
});

/** A list of different texts, each of which passes a check. */
export function texts(check: FieldCheck = text()): FieldCheck {
  return (field, tools) => {
    const items = tools.nodes.list(field.value);
    if (items === undefined) wrongType(field, 'a list of texts', tools);
    else checkItems(field, { items, check }, tools);
  };
}

/** As {@link texts}, where one text may also stand alone. */
export function textOrTexts(check: FieldCheck = text()): FieldCheck {
  return (field, tools) => {
    checkItems(field, { items: tools.nodes.list(field.value) ?? [field.value], check }, tools);
  };
}

/** The tags of a rule. */
export const tags: FieldCheck = texts(
  withText((value, { span }, { report }) => {
    checkTag(value, (facts) => {
      report('sigma/invalid-tag', span, facts);
    });
  }),
);

/** Checks by the key that they are for. */
export type Checks = Readonly<Partial<Record<string, FieldCheck>>>;

/** The check for a key of a rule, which may be any word: `constructor` too. */
export function checkOf(checks: Checks, key: string): FieldCheck | undefined {
  return Object.hasOwn(checks, key) ? checks[key] : undefined;
}

/** Keys and values; those keys that are known have checks, the others are the author's own. */
export function keysAndValues(checks: Checks, required: readonly string[] = []): FieldCheck {
  return (field, tools) => {
    const entries = tools.nodes.entries(field.value);
    if (entries === undefined) {
      wrongType(field, 'keys with values', tools);
      return;
    }
    for (const { key, value } of entries) {
      if (!tools.nodes.isEmpty(value)) checkOf(checks, key)?.({ name: `${field.name}.${key}`, value }, tools);
    }
    const given = entries.filter(({ value }) => !tools.nodes.isEmpty(value)).map(({ key }) => key);
    const others = given.filter((key) => checkOf(checks, key) === undefined);
    for (const key of required) {
      if (given.includes(key)) continue;
      tools.report('sigma/missing-field', tools.nodes.spanOf(field.value), {
        field: `${field.name}.${key}`,
        nearest: nearest(key, others),
      });
    }
  };
}

/** A list of items that each pass a check. */
export function listOf(check: FieldCheck): FieldCheck {
  return (field, tools) => {
    const items = tools.nodes.list(field.value);
    if (items === undefined) wrongType(field, 'a list', tools);
    for (const value of items ?? []) check({ name: field.name, value }, tools);
  };
}

/** Reports that a field holds something of another kind than it should. */
export function wrongType({ name, value }: Field, expected: string, { nodes, report }: CheckTools): void {
  report('sigma/wrong-type', nodes.spanOf(value), { field: name, expected });
}

interface PlacedField {
  readonly name: string;
  readonly span: Span;
}

function withText(check: (value: string, field: PlacedField, tools: CheckTools) => void): FieldCheck {
  return (field, tools) => {
    const value = tools.nodes.text(field.value);
    if (value === undefined) wrongType(field, 'a text', tools);
    else check(value, { name: field.name, span: tools.nodes.spanOf(field.value) }, tools);
  };
}

interface Items {
  readonly items: readonly unknown[];
  readonly check: FieldCheck;
}

function checkItems({ name }: Field, { items, check }: Items, tools: CheckTools): void {
  const seen = new Set<string>();
  for (const value of items) {
    check({ name, value }, tools);
    const item = tools.nodes.text(value);
    if (item === undefined) continue;
    if (seen.has(item)) tools.report('sigma/repeated-item', tools.nodes.spanOf(value), { field: name, item });
    seen.add(item);
  }
}
