import type { Syntax } from 'refractor/core';
import prismYaml from 'refractor/yaml';

/** How Prism's patterns read a text in single quotes, and how YAML does: a backslash is no escape in it, two quotes are one. */
const SINGLE_QUOTED = { prism: String.raw`'(?:[^'\\\r\n]|\\.)*'`, yaml: String.raw`'(?:[^'\r\n]|'')*'` } as const;
/** What Prism lets a value follow, and what YAML does: a dash or a colon in a word, as in `CVE-2021-36934`, begins none. */
const BEFORE_VALUE = { prism: String.raw`([:\-,[{]\s*(?:`, yaml: String.raw`((?:[:\-]\s|[,[{])\s*(?:` } as const;
/** Prism knows no `>-`, and takes a text of several lines to end at an empty one. */
const SCALAR_HEAD = { prism: String.raw`[|>])[ \t]*(?:`, yaml: String.raw`[|>][+\-\d]{0,2})[ \t]*(?:` } as const;
const SCALAR_LINE = { prism: String.raw`(?:\2[^`, yaml: String.raw`(?:(?:\r?\n[ \t]*(?=\r?\n))*\2[^` } as const;
/** To Prism these marks have their meaning wherever they stand; in YAML they are part of an address or a word that holds them. */
const BEFORE_MARK = {
  comment: String.raw`(^|\s)`,
  tag: String.raw`(^[ \t]*|[:?\-][ \t]+|[,[{][ \t]*)`,
  important: String.raw`(^[ \t]*|[:?\-][ \t]+|[,[{][ \t]*)`,
} as const;

const MENDED = [SINGLE_QUOTED, BEFORE_VALUE, SCALAR_HEAD, SCALAR_LINE] as const;

/**
 * Prism's grammar of YAML, mended for what Sigma rules are full of: `'C:\Windows\'` is a string, and `T1057.md#test-2`,
 * `?a=1&b=2`, `selection_*`, ids and descriptions of several paragraphs stay whole.
 */
export const yaml: Syntax = Object.assign(
  (prism: Parameters<Syntax>[0]): void => {
    prismYaml(prism);
    const grammar = prism.languages['yaml'] as Record<string, RegExp | Rule | undefined>; // as Prism documents
    for (const name of ['scalar', 'key', 'string', 'datetime', 'boolean', 'null', 'number']) {
      const rule = ruleOf(grammar, name);
      const source = MENDED.reduce((text, { prism: from, yaml: to }) => text.replace(from, to), rule.pattern.source);
      grammar[name] = { ...rule, pattern: new RegExp(source, rule.pattern.flags) };
    }
    for (const [name, before] of Object.entries(BEFORE_MARK)) {
      const { pattern } = ruleOf(grammar, name);
      grammar[name] = { pattern: new RegExp(`${before}(?:${pattern.source})`, 'm'), lookbehind: true };
    }
  },
  { displayName: 'yaml', aliases: ['yml'] },
);

interface Rule {
  readonly pattern: RegExp;
  readonly lookbehind?: boolean;
}

function ruleOf(grammar: Readonly<Record<string, RegExp | Rule | undefined>>, name: string): Rule {
  const rule = grammar[name];
  if (rule === undefined) throw new Error(`the grammar of YAML has no ${name}`);
  return rule instanceof RegExp ? { pattern: rule } : rule;
}
