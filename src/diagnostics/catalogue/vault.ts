import { row } from './row.ts';

/** Reading a vault from disk. */
export const vaultRows = {
  'vault/unreadable': row<{ readonly reason: string }>({
    severity: 'error',
    message: ({ reason }) => `this file cannot be read: ${reason}`,
    hint: () => 'the rest of the vault is built without it',
  }),
  'vault/outside': row<{ readonly target: string }>({
    severity: 'error',
    message: ({ target }) => `this link leads out of the vault (${target}) and is not followed`,
  }),
  'vault/encoding': row<{ readonly encoding: string }>({
    severity: 'warning',
    message: ({ encoding }) => `this note is not UTF-8; it was read as ${encoding}`,
    hint: () => 'save the note as UTF-8',
  }),
} as const;
