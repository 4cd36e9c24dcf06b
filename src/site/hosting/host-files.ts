import type { DataFile } from '../data-files.ts';
import { headersFile } from './answer-headers.ts';

/** What the files for hosts are made from. */
export interface HostedSite {
  /** `/` or `/sub/`. */
  readonly base: string;
}

/** Files that tell a host how to serve the site. */
export function hostFiles({ base }: HostedSite): readonly DataFile[] {
  return [{ path: '_headers', text: headersFile(base) }];
}
