import { row } from './row.ts';
import type { NoFacts } from './row.ts';

/** Reading a vault from disk. */
export const vaultRows = {
  'vault/unreadable': row<{ readonly reason: string }>({
    severity: 'error',
    message: ({ reason }) => `this file cannot be read: ${reason}`,
    hint: () => 'the rest of the vault is built without it',
  }),
  // Without what it leads to: a path of the machine that builds is nothing for readers.
  'vault/outside': row<NoFacts>({
    severity: 'error',
    message: () => 'this link leads out of the vault and is not followed',
  }),
  'vault/repository': row<NoFacts>({
    severity: 'warning',
    message: () => 'what git keeps of a repository is never read',
    hint: () => 'the notes beside it are',
  }),
  'vault/runnable': row<NoFacts>({
    severity: 'warning',
    message: () => 'a browser would run what this file holds, so a harmless copy is published in its place',
    hint: () => 'pages are published as their text; an image is once it holds no script, handler, form or entity',
  }),
  'vault/encoding': row<{ readonly encoding: string }>({
    severity: 'warning',
    message: ({ encoding }) => `this note is not UTF-8; it was read as ${encoding}`,
    hint: () => 'save the note as UTF-8',
  }),
} as const;
