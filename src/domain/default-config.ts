/** The kinds of note that a search can name; every other note is a page. */
export const noteKinds = ['technique', 'rule', 'test'] as const;

/** What becomes of a line's end within a paragraph: a break of the line, or a space. */
export const lineBreaks = ['shown', 'joined'] as const;
/** One of {@link lineBreaks}. */
export type LineBreaks = (typeof lineBreaks)[number];

/** The configuration of a vault that has no file of its own. It stands apart from the schema, which takes long to load. */
export const defaultConfig = {
  title: 'Detectionary',
  kinds: { technique: 'tag:techniques', rule: 'tag:detection_rule', test: 'tag:atomic_test' },
  exclude: ['.obsidian', '.trash'],
  publish: '',
  diagnostics: {},
  noindex: false,
};
