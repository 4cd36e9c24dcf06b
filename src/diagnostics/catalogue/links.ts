import { didYouMean, row } from './row.ts';
import type { NoFacts } from './row.ts';

/** Links between notes. */
export const linkRows = {
  'links/broken': row<{ readonly target: string; readonly nearest: string | undefined }>({
    severity: 'warning',
    message: ({ target }) => `no note or file is named “${target}”`,
    hint: didYouMean,
  }),
  'links/missing-attachment': row<{ readonly target: string; readonly nearest: string | undefined }>({
    severity: 'warning',
    message: ({ target }) => `no file is named “${target}”`,
    hint: didYouMean,
  }),
  'links/broken-anchor': row<{
    readonly target: string;
    readonly anchor: string;
    readonly nearest: string | undefined;
  }>({
    severity: 'warning',
    message: ({ target, anchor }) => `“${target}” has no heading or block “${anchor}”`,
    hint: didYouMean,
  }),
  // Without its name: that is what is kept out.
  'links/kept-out': row<NoFacts>({
    severity: 'info',
    message: () => 'this link leads to a note that is not published',
    hint: () => 'readers see its text, without the name of the note',
  }),
  'links/unsafe': row<{ readonly target: string }>({
    severity: 'warning',
    message: ({ target }) => `an address of this kind is never published: ${target}`,
    hint: () => 'expected http, https, mailto or an address inside the vault',
  }),
  'links/embed-cycle': row<{ readonly target: string }>({
    severity: 'warning',
    message: ({ target }) => `“${target}” embeds itself; the inner embed is shown as a link`,
  }),
  'links/embed-limit': row<{ readonly target: string }>({
    severity: 'warning',
    message: ({ target }) => `this page embeds too much or too deep, so “${target}” is shown as a link`,
    hint: () => 'expected at most 200 embeds, 5 levels deep and a million characters in all',
  }),
} as const;
