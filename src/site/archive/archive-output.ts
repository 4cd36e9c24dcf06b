import { closeSync, openSync, readSync, renameSync, rmSync, statSync } from 'node:fs';
import { nameAside, sweepAside } from '../output-aside.ts';
import { placeOfFile, RefusedOutputError } from '../output-place.ts';
import { abandonFolder, filesIn, sealSite } from '../output.ts';
import type { Output } from '../output.ts';
import { writeArchive } from './write-archive.ts';

/** The first bytes of every gzip file. */
const GZIP = [0x1f, 0x8b];

/**
 * Opens an archive for a new site. The site is built in a folder beside it, packed beside it and renamed at the end, so that the
 * old or the new archive is there, whole. Throws {@link RefusedOutputError} when its name does not end in `.tar.gz` or `.tgz`,
 * when it is something else than an archive, lies in the vault, or cannot be written.
 */
export function openArchive(file: string, vault: string): Output {
  if (!/\.(tar\.gz|tgz)$/i.test(file))
    throw new RefusedOutputError(`--archive needs a file such as site.tar.gz, not “${file}”`);
  const target = placeOfFile(file, vault);
  if (statSync(target, { throwIfNoEntry: false }) !== undefined && !isGzip(target))
    throw new RefusedOutputError(`${file} is no archive, and would be lost; choose another name`);
  sweepAside(target);
  const staging = nameAside(target, 'building');
  const packed = nameAside(target, 'building');
  return {
    target,
    staging,
    publish: async (facts, files) => {
      sealSite(staging, facts, files);
      await writeArchive(packed, staging, filesIn(staging));
      renameSync(packed, target);
      rmSync(staging, { recursive: true, force: true });
    },
    abandon: () => {
      rmSync(packed, { force: true });
      abandonFolder(staging);
    },
  };
}

function isGzip(file: string): boolean {
  const bytes = new Uint8Array(GZIP.length);
  const handle = openSync(file, 'r');
  try {
    readSync(handle, bytes);
  } finally {
    closeSync(handle);
  }
  return GZIP.every((byte, at) => bytes[at] === byte);
}
