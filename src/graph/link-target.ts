import type { VaultPath } from '../source/index.ts';
import type { NoteNode } from './nodes.ts';

/** What a link leads to. */
export type LinkTarget =
  | {
      readonly kind: 'note';
      readonly node: NoteNode;
      readonly anchor: string | undefined;
      /** id in the page, without `#` */ readonly anchorFound: boolean;
    }
  | {
      readonly kind: 'attachment';
      readonly path: VaultPath;
      /** address without base */ readonly url: string;
      /** place in the file, as written, without `#` */ readonly anchor: string | undefined;
    }
  | { readonly kind: 'external'; readonly url: string }
  | { readonly kind: 'unsafe'; readonly target: string }
  | { readonly kind: 'missing'; readonly target: string }
  /** A note that is not published; what it is named is struck out of the text that is read. */
  | { readonly kind: 'kept-out' };
