import { nearest } from '../../diagnostics/index.ts';
import { checkCondition, checkSearches } from './check-detection.ts';
import { form, keysAndValues, oneOf, text, textOrTexts, wrongType } from './field-checks.ts';
import type { CheckTools, FieldCheck } from './field-checks.ts';
import type { Entry } from './rule-document.ts';

const TYPES = [
  ...['event_count', 'temporal', 'temporal_ordered', 'value_avg', 'value_count', 'value_max', 'value_median'],
  ...['value_min', 'value_percentile', 'value_sum'],
];
const number = form('a number', (value) => /^-?\d+(?:\.\d+)?$/.test(value));
const CRITERIA = { gt: number, gte: number, lt: number, lte: number, eq: number, neq: number, field: textOrTexts() };

/**
 * The field `correlation`. Source: Sigma's specification of correlation rules
 * (https://github.com/SigmaHQ/sigma-specification/blob/main/specification/sigma-correlation-rules-specification.md).
 */
export const correlation: FieldCheck = (field, tools) => {
  const entries = tools.nodes.entries(field.value);
  const type = tools.nodes.text(entries?.find(({ key }) => key === 'type')?.value);
  // Without a condition all events of a temporal one must appear.
  const isTemporal = type === undefined || type.startsWith('temporal');
  keysAndValues(
    {
      type: oneOf(TYPES),
      rules: textOrTexts(),
      'group-by': textOrTexts(),
      timespan: form('a number and one of s, m, h, d', (value) => /^\d+[smhdwMy]$/.test(value)),
      condition: correlationCondition(ruleNames(entries ?? [], tools)),
    },
    ['type', 'rules', 'timespan', ...(isTemporal ? [] : ['condition'])],
  )(field, tools);
};

/** Numbers to compare with, or for temporal correlations a condition over the rules. */
function correlationCondition(rules: readonly string[]): FieldCheck {
  return (field, tools) => {
    const criteria = tools.nodes.entries(field.value);
    if (criteria === undefined) {
      const condition = { key: 'condition', keyNode: field.value, value: field.value };
      checkCondition([condition], { field: { ...field, name: 'correlation' }, names: rules, isRequired: false }, tools);
      return;
    }
    keysAndValues(CRITERIA)(field, tools);
    for (const { key, keyNode } of criteria) {
      if (Object.hasOwn(CRITERIA, key) || key === 'percentile') continue;
      const words = Object.keys(CRITERIA);
      const facts = {
        field: field.name,
        found: key,
        expected: `one of ${words.join(', ')}`,
        nearest: nearest(key, words),
      };
      tools.report('sigma/invalid-value', tools.nodes.spanOf(keyNode), facts);
    }
  };
}

function ruleNames(entries: readonly Entry[], { nodes }: CheckTools): readonly string[] {
  const rules = entries.find(({ key }) => key === 'rules')?.value;
  return (nodes.list(rules) ?? [rules]).flatMap((rule) => nodes.text(rule) ?? []);
}

/**
 * The field `filter`: rules, searches and a condition over them. Source: Sigma's specification of filters
 * (https://github.com/SigmaHQ/sigma-specification/blob/main/specification/sigma-filters-specification.md).
 */
export const filter: FieldCheck = (field, tools) => {
  const entries = tools.nodes.entries(field.value);
  if (entries === undefined) {
    wrongType(field, 'rules, searches and a condition', tools);
    return;
  }
  const searches = entries.filter(({ key }) => key !== 'rules' && key !== 'condition');
  keysAndValues({ rules: textOrTexts(text()) }, ['rules'])(field, tools);
  checkSearches(searches, field, tools);
  checkCondition(entries, { field, names: searches.map(({ key }) => key), isRequired: true }, tools);
};
