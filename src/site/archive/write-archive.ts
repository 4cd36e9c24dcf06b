import { closeSync, createWriteStream, openSync, readFileSync, writeSync } from 'node:fs';
import path from 'node:path';
import { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import { createGzip } from 'node:zlib';
import { tarBlocks } from './tar.ts';
import type { TarFile } from './tar.ts';

/** Where a gzip file names the system that wrote it, and what says that it does not matter. Source: RFC 1952. */
const SYSTEM_AT = 9;
const UNKNOWN_SYSTEM = 255;

/** Packs some files of a folder, in their order, as a gzipped tar archive. Rejects when a file cannot be read or written. */
export async function writeArchive(target: string, folder: string, names: readonly string[]): Promise<void> {
  const blocks = Readable.from(tarBlocks(readFiles(folder, names)), { objectMode: true });
  await pipeline(blocks, createGzip({ level: 9 }), createWriteStream(target, { flags: 'wx' }));
  const file = openSync(target, 'r+');
  try {
    writeSync(file, Uint8Array.of(UNKNOWN_SYSTEM), 0, 1, SYSTEM_AT);
  } finally {
    closeSync(file);
  }
}

function* readFiles(folder: string, names: readonly string[]): Generator<TarFile> {
  for (const name of names) yield { path: name, bytes: readFileSync(path.join(folder, name)) };
}
