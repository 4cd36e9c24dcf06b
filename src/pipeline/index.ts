export { loadVault } from './load-vault.ts';
export type { LoadOptions, VaultModel } from './load-vault.ts';
export { createRememberingParser } from './note-memory.ts';
export { createStopwatch } from './stopwatch.ts';
export type { Stopwatch } from './stopwatch.ts';
