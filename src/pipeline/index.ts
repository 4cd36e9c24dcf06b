export { loadVault } from './load-vault.ts';
export type { LoadOptions, VaultModel } from './load-vault.ts';
export { createNoteMemory } from './note-memory.ts';
export type { NoteMemory } from './note-memory.ts';
export { createStopwatch } from './stopwatch.ts';
export type { Stopwatch } from './stopwatch.ts';
