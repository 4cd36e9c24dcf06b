import type { Diagnostic } from '../diagnostics/index.ts';
import type { Vault } from '../vault/index.ts';

/** The configuration does not tell which notes are kept out, so nothing is published. */
export class UnpublishableError extends Error {
  override readonly name = 'UnpublishableError';
  readonly vault: Vault;
  /** Those that say why are among them. */
  readonly diagnostics: readonly Diagnostic[];

  constructor({ vault, diagnostics }: { readonly vault: Vault; readonly diagnostics: readonly Diagnostic[] }) {
    super('detectionary.yaml does not tell which notes are to be published, so nothing was built');
    this.vault = vault;
    this.diagnostics = diagnostics;
  }
}
