import { atomicRows } from './atomic.ts';
import { configRows } from './config.ts';
import { frontmatterRows } from './frontmatter.ts';
import { graphRows } from './graph.ts';
import { linkRows } from './links.ts';
import { parseRows } from './parse.ts';
import { queryRows } from './query.ts';
import { sigmaRows } from './sigma.ts';
import { vaultRows } from './vault.ts';

/** Every kind of diagnostic, by its permanent code; docs/diagnostics has a page for each. */
export const catalogue = {
  ...vaultRows,
  ...frontmatterRows,
  ...parseRows,
  ...configRows,
  ...linkRows,
  ...graphRows,
  ...sigmaRows,
  ...atomicRows,
  ...queryRows,
} as const;
