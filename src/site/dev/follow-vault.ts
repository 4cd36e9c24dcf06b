import type { Cache } from '../../cache/index.ts';
import { createVaultMemory, loadVault } from '../../pipeline/index.ts';
import { placeOnDisk, readSources } from '../../vault/index.ts';
import type { Sources } from '../../vault/index.ts';
import { makeSiteContent } from '../content.ts';
import type { Serving, SiteContent } from '../content.ts';
import { watchFolder } from './watch-folder.ts';
import type { IsChanged } from './watch-folder.ts';

/** A vault that is followed, as a site. */
export interface FollowedVault {
  /** The site of the vault as it was when it was last read. */
  readonly content: SiteContent;
  /** Puts into the cache what has been worked out up to now, once. */
  keep(): void;
  /** Stops following. */
  close(): void;
}

/** What to follow, and who is told. */
export interface Following {
  readonly serving: Serving;
  readonly cache?: Cache | undefined;
  /** Told when the site is another; `areFilesTouched` when files that pages show, such as images, may be too. */
  readonly onChange: (content: SiteContent, areFilesTouched: boolean) => void;
}

/**
 * Reads a vault, plans its site and follows it: after a change the site is planned anew, of which only changed notes are read and
 * parsed. The folder must exist. Throws what {@link watchFolder} throws.
 */
export function followVault(root: string, { serving, cache, onChange }: Following): FollowedVault {
  const memory = createVaultMemory(cache);
  const plan = (sources: Sources): SiteContent =>
    makeSiteContent(loadVault(root, { sources, memory }), serving, memory);
  // Watched first, so that no change falls between reading and watching.
  const watch = watchFolder(root, (isChanged) => follow(isChanged));
  let sources = readSources(root);
  let content = plan(sources);
  const follow = (isChanged: IsChanged): void => {
    const last = sources;
    sources = readSources(root, { vault: last.vault, isChanged });
    const areFilesTouched = sources.vault.attachments.some((name) => isChanged(placeOnDisk(watch.root, name)));
    if (!areFilesTouched && isSame(last, sources)) return;
    content = plan(sources);
    onChange(content, areFilesTouched);
  };
  return {
    get content(): SiteContent {
      return content;
    },
    keep: () => memory.keep(),
    close: () => watch.close(),
  };
}

/** Whether two readings of a vault read the same; a note that was not read again is the very one. */
function isSame({ vault: a }: Sources, { vault: b }: Sources): boolean {
  const rest = ({ attachments, configFile, ignoreFilters, lineBreaks, diagnostics }: typeof a): string =>
    JSON.stringify([attachments, configFile, ignoreFilters, lineBreaks, diagnostics]);
  return (
    a.notes.length === b.notes.length &&
    a.notes.every((note, index) => isSameNote(note, b.notes[index])) &&
    rest(a) === rest(b)
  );
}

type Note = Sources['vault']['notes'][number];

function isSameNote(a: Note, b: Note | undefined): boolean {
  return a === b || (a.path === b?.path && a.encoding === b.encoding && a.text === b.text);
}
