export { loadVault } from './load-vault.ts';
export type { LoadOptions, VaultModel } from './load-vault.ts';
export { createVaultMemory } from './vault-memory.ts';
export type { VaultMemory } from './vault-memory.ts';
export { createStopwatch } from './stopwatch.ts';
export type { Stopwatch } from './stopwatch.ts';
