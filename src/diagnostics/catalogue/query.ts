import { didYouMean, row } from './row.ts';
import type { NoFacts } from './row.ts';

interface Nearest {
  readonly nearest: string | undefined;
}
interface Word {
  readonly word: string;
}
const isText = ({ word }: Word): string => `“${word}” is no operator, so it is searched as text`;
const AFTER_REGEX = {
  flags: 'flags are not read: letter case is ignored already, unless under match-case:',
  path: 'put a path in quotes, without its first slash: path:"folder/name"; within an expression write \\/ for a slash',
  slash: 'write \\/ for a slash within the expression, or a space before the next term',
} as const;
type None = NoFacts;

/** Searches: the query language of notes, of the configuration and of the command line. */
export const queryRows = {
  'query/empty-query': row<None>({
    severity: 'error',
    message: () => 'the search is empty',
    hint: () => 'expected at least one word or operator',
  }),
  'query/unclosed-quote': row<None>({
    severity: 'error',
    message: () => 'this quote is never closed',
    hint: () => 'expected " before the end of the line',
  }),
  'query/unclosed-regex': row<None>({
    severity: 'error',
    message: () => 'this regular expression is never closed',
    hint: () => 'expected / before the end of the line',
  }),
  'query/unclosed-paren': row<None>({
    severity: 'error',
    message: () => 'this parenthesis is never closed',
    hint: () => 'expected )',
  }),
  'query/unclosed-bracket': row<None>({
    severity: 'error',
    message: () => 'this bracket is never closed',
    hint: () => 'expected ]',
  }),
  'query/unmatched-paren': row<None>({
    severity: 'error',
    message: () => 'there is no parenthesis for this one to close',
    hint: () => 'remove it, or quote it to search for it',
  }),
  'query/bad-regex': row<{ readonly problem: string }>({
    severity: 'error',
    message: ({ problem }) => `this is no JavaScript regular expression: ${problem}`,
  }),
  'query/empty-group': row<None>({
    severity: 'error',
    message: () => 'this group is empty',
    hint: () => 'expected a term between the parentheses',
  }),
  'query/empty-operator': row<{ readonly operator: string }>({
    severity: 'error',
    message: ({ operator }) => `nothing follows “${operator}:”`,
    hint: () => 'expected a word, a phrase, a regular expression or a group',
  }),
  'query/dangling-or': row<None>({
    severity: 'error',
    message: () => 'OR needs a term on both sides',
    hint: () => 'remove it, or quote it to search for the word',
  }),
  'query/dangling-not': row<None>({
    severity: 'error',
    message: () => 'nothing follows this minus sign',
    hint: () => 'write it directly before the term, or quote it to search for it',
  }),
  'query/empty-property': row<{ readonly part: 'name' | 'value' }>({
    severity: 'error',
    message: ({ part }) => `this property has no ${part}`,
    hint: () => 'expected [name] or [name:value]',
  }),
  'query/bad-comparison': row<{
    readonly found: string;
    readonly remedy: { readonly how: string; readonly form: string } | undefined;
  }>({
    severity: 'error',
    message: ({ found }) => `“${found}” cannot be compared`,
    hint: ({ remedy }) =>
      remedy === undefined
        ? 'expected a number or a date such as 2024-01-31'
        : `write it ${remedy.how}: ${remedy.form}`,
  }),
  'query/too-slow': row<{ readonly what: string }>({
    severity: 'error',
    message: ({ what }) => `${what} took too long and was stopped`,
  }),
  'query/too-many-results': row<{ readonly count: number; readonly limit: number }>({
    severity: 'error',
    message: ({ count, limit }) =>
      `this search finds ${count} notes, and with them the searches of this note would list more than ${limit}`,
    hint: () => 'search for less, or spread the searches over several notes',
  }),
  'query/too-deep': row<{ readonly limit: number }>({
    severity: 'error',
    message: ({ limit }) => `this search nests more than ${limit} levels deep`,
  }),
  'query/unknown-operator': row<{ readonly name: string } & Nearest>({
    severity: 'warning',
    message: ({ name }) => `“${name}:” is no operator, so it is searched as text`,
    hint: didYouMean,
  }),
  'query/colon-apart': row<{ readonly name: string } & Nearest>({
    severity: 'warning',
    message: ({ name }) => `“${name}” stands apart from its colon, so both are searched as text`,
    hint: didYouMean,
  }),
  'query/and-is-text': row<Word>({
    severity: 'warning',
    message: isText,
    hint: () => 'leave it out: terms side by side must all match',
  }),
  'query/or-is-text': row<Word>({
    severity: 'warning',
    message: isText,
    hint: () => 'write OR, in capitals, between the terms',
  }),
  'query/not-is-text': row<Word>({
    severity: 'warning',
    message: isText,
    hint: () => 'write a minus sign directly before the term: -term',
  }),
  'query/text-after-regex': row<{ readonly text: string; readonly advice: keyof typeof AFTER_REGEX }>({
    severity: 'warning',
    message: ({ text }) => `“${text}”, directly after a regular expression, is a term of its own`,
    hint: ({ advice }) => AFTER_REGEX[advice],
  }),
  'query/curly-quote': row<{ readonly quote: string }>({
    severity: 'warning',
    message: ({ quote }) => `the search knows no quote ${quote}, so it is searched as text`,
    hint: () => 'write straight quotes around a phrase: "two words"',
  }),
  'query/impossible-tag': row<{ readonly tag: string } & Nearest>({
    severity: 'warning',
    message: ({ tag }) => `“${tag}” can never be a tag, so nothing matches`,
    hint: (facts) => didYouMean(facts) ?? 'tags are made of letters, digits, _, - and /, not of digits alone',
  }),
  'query/unknown-tag': row<{ readonly tag: string } & Nearest>({
    severity: 'warning',
    message: ({ tag }) => `nothing in this vault carries the tag ${tag}`,
    hint: didYouMean,
  }),
  'query/unknown-property': row<{ readonly property: string } & Nearest>({
    severity: 'warning',
    message: ({ property }) => `nothing in this vault has the property ${property}`,
    hint: didYouMean,
  }),
  'query/not-json': row<None>({
    severity: 'error',
    message: () => 'expected a JSON object such as {"query": "tag:T1204"}',
  }),
  'query/no-results': row<{ readonly reason: string }>({
    severity: 'warning',
    message: ({ reason }) => `this search returns nothing: ${reason}`,
  }),
} as const;
