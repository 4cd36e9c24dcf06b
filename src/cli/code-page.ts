import { existsSync, readFileSync } from 'node:fs';
import path from 'node:path';
import type { Code } from '../diagnostics/index.ts';

const PAGES = path.resolve(import.meta.dirname, '../../docs/diagnostics');

/** The Markdown of a diagnostic's page; undefined where this program was installed without its docs. */
export function codePage(code: Code): string | undefined {
  const file = path.join(PAGES, `${code}.md`);
  return existsSync(file) ? readFileSync(file, 'utf8') : undefined;
}
