import type { Syntax } from 'refractor/core';
import prismBatch from 'refractor/batch';

interface Command {
  readonly inside: Record<string, unknown>;
}

/** Prism's grammar of batch files, mended so that a command is marked whole where it is a path: `C:\Windows\a.exe`. */
export const batch: Syntax = Object.assign(
  (prism: Parameters<Syntax>[0]): void => {
    prismBatch(prism);
    const grammar = prism.languages['batch'] as { readonly command?: readonly Command[] }; // as Prism documents
    const inside = grammar.command?.at(-1)?.inside;
    if (inside === undefined) throw new Error('the grammar of batch files has no commands');
    inside['keyword'] = /^\w+(?:[\\.:]+[\w-]+)*/;
  },
  { displayName: 'batch', aliases: [] },
);
