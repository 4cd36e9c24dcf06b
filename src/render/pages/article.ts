import type { GraphNode, NoteNode } from '../../graph/index.ts';
import type { ArticlePage, Fact, Link, ListSection, RenderedNote } from '../page.ts';
import type { Retirement } from './fate.ts';
import type { PageContext } from './page-context.ts';
import { onlyNotes } from './node-kinds.ts';
import { compareNatural } from './order.ts';
import { searchRecord } from './search-record.ts';
import type { Survey } from './survey.ts';
import { fullTitle, idTextOf, kindLabel } from './titles.ts';

/** What the page of one kind of note adds to that of any note. */
export interface ArticleParts {
  readonly kind: ArticlePage['kind'];
  readonly description: string;
  readonly crumbs: readonly Link[];
  readonly facts: readonly Fact[];
  /** Empty ones are left out, but those that are kept to say why. */
  readonly sections: readonly ListSection[];
  readonly retirement?: Retirement | undefined;
  /** Made with the sections that are left, as they are named on the page. */
  readonly strip?: (sections: readonly ListSection[]) => ArticlePage['strip'];
  readonly downloadHref?: string | undefined;
  readonly atomicsFolder?: string | undefined;
}

/** The page of a note: its rendered body among the parts that its kind gives. */
export function articlePage(node: NoteNode, parts: ArticleParts, context: PageContext): ArticlePage {
  const { survey, renderNote, neighbours, platforms } = context;
  const rendered = renderNote(node);
  const sections = withFreeIds(
    parts.sections.filter(({ table, keptEmpty }) => table.rows.length > 0 || keptEmpty),
    takenIds(node, rendered),
  );
  return {
    kind: parts.kind,
    url: node.url,
    path: node.path,
    title: node.title,
    documentTitle: `${fullTitle(node)} · ${kindLabel(node)}`,
    description: parts.description,
    kindLabel: kindLabel(node),
    idText: idTextOf(node),
    crumbs: parts.crumbs,
    ...neighbours(node),
    facts: parts.facts,
    html: rendered.html,
    toc: rendered.toc,
    strip: parts.strip?.(sections),
    notice: parts.retirement?.notice,
    sections,
    backlinks: noteLinks(survey.graph.sources(node.id, 'note-link'), { node, survey }),
    listedIn: noteLinks(survey.graph.sources(node.id, 'block-result'), { node, survey }),
    search: {
      ...searchRecord(node, survey.graph, platforms),
      ...(parts.retirement && { fate: parts.retirement.fate }),
    },
    downloadHref: parts.downloadHref,
    atomicsFolder: parts.atomicsFolder,
  };
}

function noteLinks(nodes: readonly GraphNode[], { node, survey }: { node: NoteNode; survey: Survey }): readonly Link[] {
  return onlyNotes(nodes)
    .filter((other) => other.id !== node.id)
    .map((other) => ({ ...survey.link(other), detail: kindLabel(other) }))
    .sort((a, b) => compareNatural(a.text, b.text));
}

function takenIds({ note }: NoteNode, { toc }: RenderedNote): ReadonlySet<string> {
  return new Set([...note.headings.map(({ id }) => id), ...toc.map(({ id }) => id)]);
}

/** A note may have a heading of a section's name; the section then gives way. */
function withFreeIds(sections: readonly ListSection[], taken: ReadonlySet<string>): readonly ListSection[] {
  return sections.map((section) => {
    let { id } = section;
    while (taken.has(id)) id = `${id}-list`;
    return { ...section, id };
  });
}
