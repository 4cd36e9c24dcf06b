import type { GraphNode } from '../../graph/index.ts';
import type { Fact, FactValue } from '../page.ts';
import type { Survey } from './survey.ts';

/** Facts of a page; those without a value are left out. `brief` are the labels of those that are told even where all are folded away. */
export function factList(
  entries: readonly (readonly [label: string, values: readonly FactValue[]])[],
  brief: readonly string[] = [],
): readonly Fact[] {
  return entries
    .filter(([, values]) => values.length > 0)
    .map(([label, values]) => ({ label, values, ...(brief.includes(label) && { isBrief: true }) }));
}

/** Text as a fact's value; none when there is no text. */
export function textValue(text: string | undefined): readonly FactValue[] {
  return text === undefined || text === '' ? [] : [{ text }];
}

/** A date as a fact's value; none when there is no text. */
export function dateValue(text = ''): readonly FactValue[] {
  return textValue(isoDate(text));
}

/** A date in the one form `2024-01-31` however its author parts it; a text that is no date stays as it is. */
export function isoDate(text: string): string {
  const [date = '', year = '', month = '', day = ''] = DATE.exec(text) ?? [];
  if (date === '') return text;
  return `${year}-${month.padStart(2, '0')}-${day.padStart(2, '0')}${text.slice(date.length)}`;
}

const DATE = /^(\d{4})[/.-](\d{1,2})[/.-](\d{1,2})(?![\d/.-])/;

/** Code as a fact's value; none when there is no text. */
export function codeValue(text: string | undefined): readonly FactValue[] {
  return text === undefined || text === '' ? [] : [{ text, code: true }];
}

/** Nodes as links, in the order that readers are shown. */
export function linkValues(nodes: readonly GraphNode[], survey: Survey): readonly FactValue[] {
  return survey.inOrder(nodes).map((node) => survey.link(node));
}

/** An address that leads off the site, named by its host; none when it is no http address. */
export function sourceValue(url: string | undefined): readonly FactValue[] {
  const parsed = url === undefined ? null : URL.parse(url);
  if (parsed === null || !isWebAddress(parsed.href)) return [];
  return [{ text: parsed.host, href: parsed.href, external: true }];
}

/** True for an address that may be linked: http or https, to the letter (`hxxp` and `javascript` are not). */
export function isWebAddress(text: string): boolean {
  return /^https?:\/\/[^\s[\]]+$/i.test(text) && URL.canParse(text);
}
