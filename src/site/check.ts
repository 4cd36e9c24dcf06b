import { compareDiagnostics } from '../diagnostics/index.ts';
import type { Diagnostic } from '../diagnostics/index.ts';
import { loadVault } from '../pipeline/index.ts';
import type { VaultModel } from '../pipeline/index.ts';
import { makeSiteContent } from './content.ts';

/** A vault and all that its authors should know of it. */
export interface CheckedVault {
  readonly model: VaultModel;
  /** Those that a build would give, sorted by place. */
  readonly diagnostics: readonly Diagnostic[];
}

/** Finds every diagnostic that a build would, and writes nothing. The folder must exist. */
export function checkVault(root: string): CheckedVault {
  const content = makeSiteContent(loadVault(root), { base: '/', isDev: false });
  for (const { url } of content.site.routes) content.site.page(url);
  const diagnostics = [...content.model.diagnostics, ...content.renderDiagnostics()].sort(compareDiagnostics);
  return { model: content.model, diagnostics };
}
