import type { Syntax } from 'refractor/core';
import prismYaml from 'refractor/yaml';

/** How Prism's patterns read a text in single quotes, and how YAML does: a backslash is no escape in it, two quotes are one. */
const SINGLE_QUOTED = { prism: String.raw`'(?:[^'\\\r\n]|\\.)*'`, yaml: String.raw`'(?:[^'\r\n]|'')*'` } as const;

/** Prism's grammar of YAML, mended so that `'C:\Windows\'` is a string: Sigma rules are full of such. */
export const yaml: Syntax = Object.assign(
  (prism: Parameters<Syntax>[0]): void => {
    prismYaml(prism);
    const grammar = prism.languages['yaml'] as Record<string, { readonly pattern?: RegExp } | undefined>; // as Prism documents
    for (const name of ['key', 'string']) {
      const pattern = grammar[name]?.pattern;
      if (pattern === undefined) throw new Error(`the grammar of YAML has no ${name}`);
      const source = pattern.source.replace(SINGLE_QUOTED.prism, SINGLE_QUOTED.yaml);
      grammar[name] = { ...grammar[name], pattern: new RegExp(source, pattern.flags) };
    }
  },
  { displayName: 'yaml', aliases: ['yml'] },
);
