import type { Cache } from '../cache/index.ts';
import { compareDiagnostics } from '../diagnostics/index.ts';
import type { Diagnostic } from '../diagnostics/index.ts';
import { createNoteMemory, loadVault } from '../pipeline/index.ts';
import type { Sources } from '../vault/index.ts';
import { makeSiteContent } from './content.ts';

/** Every diagnostic of a vault that was read, those of rendering too, sorted by place. */
export function findDiagnostics(sources: Sources, cache: Cache): readonly Diagnostic[] {
  const memory = createNoteMemory(cache);
  const content = makeSiteContent(loadVault(sources.vault.root, { sources, memory }), { base: '/', isDev: false });
  for (const { url } of content.site.routes) content.site.page(url);
  memory.keep();
  return [...content.model.diagnostics, ...content.renderDiagnostics()].sort(compareDiagnostics);
}
