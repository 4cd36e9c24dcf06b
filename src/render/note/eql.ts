import type { Syntax } from 'refractor/core';

const WORDS =
  'and|any|by|descendant|event|child|from|head|in~?|join|like~?|not|of|or|regex~?|runs|sample|sequence|tail|until|where|with|without|maxspan';

/**
 * A grammar for Elastic's Event Query Language, which Prism has none for. Every pattern needs time that grows with the text
 * alone. Source: Elastic's EQL syntax reference.
 */
export const eql: Syntax = Object.assign(
  (prism: Parameters<Syntax>[0]): void => {
    prism.languages['eql'] = {
      comment: { pattern: /\/\/.*|\/\*[\s\S]*?\*\//, greedy: true },
      string: { pattern: /"""[\s\S]*?"""|\?"[^"\n]*"|"(?:\\.|[^"\\\n])*"|'(?:\\.|[^'\\\n])*'/, greedy: true },
      // The category of the events that a query asks for.
      'class-name': /\b[a-z_][\w.]*(?=\s{1,8}where\b)/i,
      keyword: new RegExp(`\\b(?:${WORDS})(?![\\w.])`, 'i'),
      function: /\b[a-z]\w*~?(?=\()/i,
      boolean: /\b(?:true|false|null)\b/i,
      number: /\b\d+(?:\.\d+)?(?:ms|[smhd])?\b/,
      property: /\??[a-z_@][\w@]*(?:\.[\w@]+|\[\d+\])*/i,
      operator: /[=!<>]=|[<>=:+\-*/%|]/,
      punctuation: /[()[\],]/,
    };
  },
  { displayName: 'eql', aliases: [] },
);
