import path from 'node:path';

/** The folder of this program: where astro.config.mjs and public/ are. */
export const programRoot = path.resolve(import.meta.dirname, '..', '..');
