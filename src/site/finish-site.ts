import { existsSync } from 'node:fs';
import path from 'node:path';
import { withSeverities } from '../diagnostics/index.ts';
import type { Diagnostic } from '../diagnostics/index.ts';
import { copyAttachment, findAttachmentProblem } from '../vault/index.ts';
import type { SiteContent } from './content.ts';
import { writeSearchIndex } from './search/write-search-index.ts';
import type { SiteFiles } from './site-files.ts';
import { digestAttachments } from './standing-site.ts';
import type { AttachmentDigest } from './standing-site.ts';

/** What a finished site holds of its vault's attachments. */
export interface FinishedSite {
  readonly attachments: readonly AttachmentDigest[];
  /** Of attachments that could not be copied, or not as they are, with the severities of the configuration. */
  readonly diagnostics: readonly Diagnostic[];
}

/**
 * Writes what a site holds beside the pages, which stand in `folder` by then: data files, attachments and the search
 * index. What the last site has just so is taken from it. An attachment that is gone by now costs itself only.
 */
export async function finishSite(folder: string, content: SiteContent, files: SiteFiles): Promise<FinishedSite> {
  const { graph, vault, config } = content.model;
  files.adopt();
  for (const { path: name, text } of content.files()) files.put(name, text);
  const attachments = digestAttachments(vault, graph.attachments);
  const problems: Diagnostic[] = [];
  for (const [attachment, digest] of attachments) {
    const name = `files/${attachment}`;
    const isTaken = files.take(name, digest);
    const problem = isTaken
      ? findAttachmentProblem(vault.root, attachment)
      : copyAttachment(vault.root, attachment, files.place(name, digest));
    if (problem === undefined) continue;
    problems.push(problem);
    if (!isTaken && !existsSync(path.join(folder, name))) files.drop(name);
  }
  await writeSearchIndex(folder, content.documents, files);
  return { attachments, diagnostics: withSeverities(problems, config.diagnostics) };
}
