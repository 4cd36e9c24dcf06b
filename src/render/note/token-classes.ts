/**
 * What we colour, and which of Prism's tokens it is; punctuation and operators stay plain, and so does a whole command of a
 * batch file, in which a keyword stands.
 */
const TOKENS = {
  comment: ['comment', 'prolog', 'doctype', 'cdata', 'shebang'],
  string: ['string', 'char', 'attr-value', 'regex', 'scalar', 'url', 'here-string', 'triple-quoted-string', 'verbatim'],
  number: ['number', 'boolean', 'null', 'constant', 'datetime', 'date'],
  keyword: ['keyword', 'directive', 'important', 'builtin'],
  function: ['function', 'class-name', 'assign-left'],
  variable: ['variable', 'parameter', 'symbol', 'label', 'environment', 'namespace'],
  key: ['key', 'property', 'attr-name', 'tag', 'section'],
} as const;

/** The one class that a token of Prism is shown with, beside `token`. */
export const tokenClasses: ReadonlyMap<string, string> = new Map(
  Object.entries(TOKENS).flatMap(([ours, theirs]) => theirs.map((name) => [name, ours] as const)),
);
