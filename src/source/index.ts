export { foldName } from './fold-name.ts';
export { vaultPath } from './source-file.ts';
export type { Encoding, SourceFile, Span, VaultPath } from './source-file.ts';
export { createLineIndex, fileStart, placeOf } from './line-index.ts';
export type { LineIndex, Place, Position } from './line-index.ts';
