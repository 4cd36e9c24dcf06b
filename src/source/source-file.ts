/**
 * A path inside the vault: relative, `/` between folders, no leading slash. In NFC whatever it is on disk, unless another file
 * has that path already.
 */
export type VaultPath = string & { readonly __brand: 'VaultPath' };

/** Brands a relative path that the caller already knows to lie inside the vault. */
export function vaultPath(path: string): VaultPath {
  return path.replaceAll('\\', '/') as VaultPath; // brand maker
}

/** How the bytes of a file were read. The code pages are guesses for bytes that are no Unicode. */
export type Encoding = 'utf-8' | 'utf-16le' | 'utf-16be' | 'cp437' | 'cp850' | 'windows-1252';

/** A text file of the vault: decoded, without BOM, every line end a single `\n`. */
export interface SourceFile {
  readonly path: VaultPath;
  readonly text: string;
  readonly encoding: Encoding;
}

/** Half-open range of UTF-16 offsets into {@link SourceFile.text}. */
export interface Span {
  readonly start: number;
  readonly end: number;
}
