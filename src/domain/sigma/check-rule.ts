import type { Document } from 'yaml';
import { nearest } from '../../diagnostics/index.ts';
import { detection, detectionOf } from './check-detection.ts';
import { correlation, filter } from './check-meta-rule.ts';
import {
  checkOf,
  date,
  form,
  id,
  keysAndValues,
  listOf,
  oneOf,
  tags,
  text,
  textOrTexts,
  texts,
} from './field-checks.ts';
import type { Checks, CheckTools } from './field-checks.ts';
import type { Entry } from './rule-document.ts';
import { levels, statuses } from './rule.ts';

/** A rule's YAML, read without a mistake. */
export interface CheckInput extends CheckTools {
  readonly documents: readonly Document.Parsed[];
}

/** How a rule stands to another; `obsoletes` is how version 1 of the specification wrote `obsolete`. */
const RELATIONS = ['correlation', 'derived', 'merged', 'obsolete', 'obsoletes', 'renamed', 'similar'];

/**
 * What is known of the fields of every kind of rule; other fields are the author's own. Source: Sigma's
 * specification of rules and its JSON Schema (https://github.com/SigmaHQ/sigma-specification).
 */
const FIELDS: Checks = {
  title: text(256),
  id,
  related: listOf(keysAndValues({ id, type: oneOf(RELATIONS) }, ['id', 'type'])),
  name: text(256),
  taxonomy: text(256),
  status: oneOf(statuses),
  description: text(65_535),
  license: text(),
  author: text(),
  references: texts(),
  date,
  modified: date,
  fields: texts(),
  falsepositives: textOrTexts(),
  level: oneOf(levels),
  tags,
  scope: texts(),
};

const logSourceName = form('lower case without spaces', (value) => /^[^\s\p{Lu}]+$/u.test(value));
const LOG_SOURCE: Checks = {
  product: logSourceName,
  category: logSourceName,
  service: logSourceName,
  definition: text(),
};
/** A taxonomy of one's own writes log sources as it likes. */
const FREE_LOG_SOURCE: Checks = { product: text(), category: text(), service: text(), definition: text() };

/**
 * Checks a rule, a correlation or a filter, or several in one text, against Sigma's specification. The documents
 * of an old collection (`action: global`) are taken together: what one lacks another may have.
 */
export function checkRule({ documents, ...tools }: CheckInput): void {
  const all = documents.flatMap(({ contents }) => {
    const entries = tools.nodes.entries(contents);
    return entries === undefined ? [] : [entries.filter(({ value }) => !tools.nodes.isEmpty(value))];
  });
  const isCollection = all.some((entries) => isAction(entries, tools));
  const whole = all.flat();
  for (const entries of all) checkDocument(entries, isCollection ? whole : entries, tools);
}

/** Whether a document only adds to others. Source: the section Rule Collections of version 1. */
export function isAction(entries: readonly Entry[], { nodes }: Pick<CheckTools, 'nodes'>): boolean {
  return entries.some(
    ({ key, value }) => key === 'action' && /^(?:global|reset|repeat)$/.test(nodes.text(value) ?? ''),
  );
}

/** Checks the entries of a document; `whole` are those of all that belong to it. */
function checkDocument(entries: readonly Entry[], whole: readonly Entry[], tools: CheckTools): void {
  const hasOwnTaxonomy = whole.some(({ key, value }) => key === 'taxonomy' && tools.nodes.text(value) !== 'sigma');
  const checks: Checks = {
    ...FIELDS,
    logsource: keysAndValues(hasOwnTaxonomy ? FREE_LOG_SOURCE : LOG_SOURCE),
    detection: detection(detectionOf(whole, tools)),
    correlation,
    filter,
  };
  for (const { key, value } of entries) checkOf(checks, key)?.({ name: key, value }, tools);
  if (isAction(entries, tools)) return;
  const given = whole.map(({ key }) => key);
  const others = entries.map(({ key }) => key).filter((key) => checkOf(checks, key) === undefined);
  const span = tools.nodes.spanOf(entries[0]?.keyNode);
  for (const field of requiredFields(given)) {
    if (!given.includes(field)) tools.report('sigma/missing-field', span, { field, nearest: nearest(field, others) });
  }
}

/** What a document must have, by what tells its kind. */
function requiredFields(given: readonly string[]): readonly string[] {
  if (given.includes('correlation')) return ['title'];
  if (given.includes('filter') && !given.includes('detection')) return ['title', 'logsource'];
  return ['title', 'logsource', 'detection'];
}
