import { closeSync, existsSync, openSync, readSync, renameSync, rmSync } from 'node:fs';
import path from 'node:path';
import { constants, gunzipSync } from 'node:zlib';
import { nameAside, sweepAside } from '../output-aside.ts';
import { placeOfFile, RefusedOutputError } from '../output-place.ts';
import { abandonFolder, filesIn, MARKER, readOutputFacts, sealSite } from '../output.ts';
import type { Output } from '../output.ts';
import { writeArchive } from './write-archive.ts';

/** So many bytes of an archive hold the name of its first file. */
const HEAD_SIZE = 4096;

/**
 * Opens an archive for a new site. The site is built in a folder beside it, packed beside it and renamed at the end, so that the
 * old or the new archive is there, whole. Throws {@link RefusedOutputError} when its name does not end in `.tar.gz` or `.tgz`,
 * when it is something else than the archive of a site, lies in the vault or in a site, or cannot be written.
 */
export function openArchive(file: string, vault: string): Output {
  if (!/\.(tar\.gz|tgz)$/i.test(file))
    throw new RefusedOutputError(`--archive needs a file such as site.tar.gz, not “${file}”`);
  const target = placeOfFile(file, vault);
  if (isInSite(target))
    throw new RefusedOutputError(`${file} lies in a built site, which the next build replaces; name a file beside it`);
  if (existsSync(target) && !mayBeReplaced(target))
    throw new RefusedOutputError(`${file} is no archive of a site, and would be lost; choose another name`);
  sweepAside(target);
  const staging = nameAside(target, 'building');
  const packed = nameAside(target, 'building');
  return {
    target,
    staging,
    aside: nameAside(target, 'building'),
    publish: async (facts, files) => {
      sealSite(staging, facts, files);
      const names = filesIn(staging).filter((name) => name !== MARKER);
      await writeArchive(packed, staging, [MARKER, ...names]);
      renameSync(packed, target);
      rmSync(staging, { recursive: true, force: true });
    },
    abandon: () => {
      rmSync(packed, { force: true });
      abandonFolder(staging);
    },
  };
}

/** Whether a file is the archive of a site of ours, whose mark comes first in it, or holds nothing. */
function mayBeReplaced(file: string): boolean {
  const bytes = new Uint8Array(HEAD_SIZE);
  const handle = openSync(file, 'r');
  try {
    const head = bytes.subarray(0, readSync(handle, bytes));
    if (head.length === 0) return true;
    const tar = gunzipSync(head, { finishFlush: constants.Z_SYNC_FLUSH }); // what there is of it
    return tar.toString('latin1', 0, MARKER.length + 1) === `${MARKER}\0`;
  } catch {
    return false;
  } finally {
    closeSync(handle);
  }
}

/** Whether a file would lie in a site that a build has made. */
function isInSite(file: string): boolean {
  const parent = path.dirname(file);
  return parent !== file && (readOutputFacts(parent) !== undefined || isInSite(parent));
}
