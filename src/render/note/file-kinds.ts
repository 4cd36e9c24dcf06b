import type { LinkTarget } from '../../graph/index.ts';

type Attachment = Extract<LinkTarget, { kind: 'attachment' }>;

const MEDIA_FILES: readonly (readonly [element: 'audio' | 'video', endings: RegExp])[] = [
  ['video', /\.(?:mkv|mov|mp4|ogv|webm)$/i],
  ['audio', /\.(?:3gp|flac|m4a|mp3|oga|ogg|opus|wav)$/i],
];

/** The element that plays a file; undefined for one that is no recording. */
export function mediaElementOf(path: string): 'audio' | 'video' | undefined {
  return MEDIA_FILES.find(([, endings]) => endings.test(path))?.[0];
}

/** Whether a file is a PDF, by its name. */
export function isPdf(path: string): boolean {
  return /\.pdf$/i.test(path);
}

/**
 * The place in a file that an address names and browsers know, to be put behind the file's `href`: `#page=3` in a PDF, `#t=90`
 * in a recording. Empty for any other, as Obsidian has some of its own.
 */
export function filePlace({ path, anchor = '' }: Attachment): string {
  const isKnown = isPdf(path) ? /^[a-z]+=/i.test(anchor) : mediaElementOf(path) !== undefined && /^t=/i.test(anchor);
  return isKnown ? `#${encodeURI(anchor.toWellFormed()).replaceAll('#', '%23')}` : '';
}

/** What a link in place of an embed says: the author's text or the file's name, what it leads to where they do not tell, and the page of a PDF. */
export function fileLabel({ path, anchor = '' }: Attachment, text: string): string {
  const label = text === '' ? path.slice(path.lastIndexOf('/') + 1) : text;
  const page = isPdf(path) ? /(?:^|&)page=(\d{1,6})/i.exec(anchor)?.[1] : undefined;
  const kind = isPdf(path) && !/pdf/i.test(label) ? ['PDF'] : [];
  const told = [...kind, ...(page === undefined ? [] : [`page ${page}`])];
  return told.length === 0 ? label : `${label} (${told.join(', ')})`;
}
