import type { SourceFile } from '../source/index.ts';
import { collectBody } from './collect.ts';
import { frontmatterTags, propertyLinks, readFrontmatter } from './frontmatter/index.ts';
import { parseMarkdown } from './markdown.ts';
import type { ParsedNote } from './parsed-note.ts';
import { createReporter } from './reporter.ts';
import { takeInlineFootnotes } from './shape/index.ts';

/** Reads one note. Never throws: what is wrong with it is in its diagnostics. */
export function readNote(file: SourceFile): Omit<ParsedNote, 'derived'> {
  const reporter = createReporter(file);
  const frontmatter = readFrontmatter(file, reporter);
  const tree = parseMarkdown(file.text, frontmatter.span, reporter);
  takeInlineFootnotes(tree, file.text);
  const body = collectBody(tree, file.text, reporter);
  return {
    file,
    name: noteName(file.path),
    frontmatter,
    tree,
    headings: body.headings,
    tags: [...frontmatterTags(file, frontmatter, reporter), ...body.tags],
    links: [...propertyLinks(frontmatter), ...body.links],
    queries: body.queries,
    blockIds: body.blockIds,
    diagnostics: reporter.diagnostics,
  };
}

function noteName(path: string): string {
  return path.slice(path.lastIndexOf('/') + 1).replace(/\.md$/i, '');
}
