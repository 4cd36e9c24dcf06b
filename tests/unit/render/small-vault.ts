import { readConfig } from '../../../src/domain/index.ts';
import { buildGraph } from '../../../src/graph/index.ts';
import type { Graph } from '../../../src/graph/index.ts';
import { parseNote } from '../../../src/parse/index.ts';
import { createCorpus } from '../../../src/query/index.ts';
import { createRenderer } from '../../../src/render/index.ts';
import type { RenderedNote } from '../../../src/render/index.ts';
import { vaultPath } from '../../../src/source/index.ts';

/** A vault in memory: texts by path. What does not end in `.md` is an attachment. */
export type Files = Readonly<Record<string, string>>;

/** The graph of a vault. `unpublished` notes are searched and not in it. */
export function graphOf(files: Files, unpublished: readonly string[] = []): Graph {
  const paths = Object.keys(files).toSorted();
  const all = paths
    .filter((path) => path.endsWith('.md'))
    .map((path) => parseNote({ path: vaultPath(path), text: files[path] ?? '', encoding: 'utf-8' }));
  const notes = all.filter(({ file }) => !unpublished.includes(file.path));
  return buildGraph({
    ...readConfig(undefined),
    notes,
    attachments: paths.filter((path) => !path.endsWith('.md')).map(vaultPath),
    corpus: createCorpus(all),
    kindCorpus: createCorpus(notes, { includeRecovered: true }),
  }).graph;
}

/** One note of a vault, rendered. */
export function renderIn(files: Files, path: string, base = '/'): RenderedNote {
  const graph = graphOf(files);
  const node = graph.noteAt(vaultPath(path));
  if (node === undefined) throw new Error(`There is no note ${path}`);
  return createRenderer(graph, { base }).renderNote(node);
}

/** The HTML of a note that stands alone. */
export function htmlOf(markdown: string): string {
  return renderIn({ 'Note.md': markdown }, 'Note.md').html;
}
