import { copyAttachment } from '../vault/index.ts';
import type { SiteContent } from './content.ts';
import { writeSearchIndex } from './search/write-search-index.ts';
import type { SiteFiles } from './site-files.ts';
import { digestAttachments } from './standing-site.ts';
import type { AttachmentDigest } from './standing-site.ts';

/**
 * Writes what a site holds beside the pages that Astro has laid out into `folder`: data files, attachments and the search
 * index. What the last site has just so is taken from it. Gives the attachments that it holds.
 */
export async function finishSite(
  folder: string,
  content: SiteContent,
  files: SiteFiles,
): Promise<readonly AttachmentDigest[]> {
  const { graph, vault } = content.model;
  files.adopt();
  for (const { path: name, text } of content.files()) files.put(name, text);
  const attachments = digestAttachments(vault, graph.attachments);
  for (const [attachment, digest] of attachments) {
    const name = `files/${attachment}`;
    if (!files.take(name, digest)) copyAttachment(vault.root, attachment, files.place(name, digest));
  }
  await writeSearchIndex(folder, content.documents, files);
  return attachments;
}
