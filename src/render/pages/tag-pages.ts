import type { NoteNode, TagNode } from '../../graph/index.ts';
import type { ListPage, ListSection, Table } from '../page.ts';
import { countCell, linkCell } from './cells.ts';
import { missingSection, nodePage } from './list-page.ts';
import { onlyKind, onlyNotes } from './node-kinds.ts';
import type { PageContext } from './page-context.ts';
import { roomLink } from './rooms.ts';
import type { Survey } from './survey.ts';
import { formatCount } from './titles.ts';

/** The page of a tag: the notes that carry it, by kind, the tags nested in it, and what its techniques lack. */
export function tagPage(node: TagNode, context: PageContext): ListPage {
  const { survey, tables, tagFamily } = context;
  const notes = notesOf(node, survey);
  const techniques = onlyKind(notes, 'technique');
  const below = tagFamily.below(node);
  const section = (id: string, title: string, table: Table): ListSection => ({ id, title, table, emptyText: 'None.' });
  const sections = [
    section('techniques', 'Techniques', tables.techniques(techniques)),
    section('rules', 'Rules', tables.rules(onlyKind(notes, 'rule'))),
    section('runbooks', 'Test runbooks', tables.runbooks(onlyKind(notes, 'runbook'))),
    section('notes', 'Notes', tables.notes(onlyKind(notes, 'page'))),
    section('nested', 'Nested tags', tagTable(below, survey)),
    missingSection(techniques, survey),
  ].filter(({ table }) => table.rows.length > 0);
  const parts = {
    description: `Notes with the tag #${node.title}: ${formatCount(notes.length)}.`,
    crumbs: [
      roomLink('matrix', survey),
      roomLink('tags', survey),
      ...tagFamily.above(node).map((tag) => survey.link(tag)),
    ],
    facts: [{ label: 'Notes', values: [{ text: formatCount(notes.length) }] }],
    sections,
  };
  return nodePage(node, parts, context);
}

/** Tags with their notes, counted by kind. */
export function tagTable(tags: readonly TagNode[], survey: Survey): Table {
  const kinds = ['technique', 'rule', 'runbook', 'page'] as const;
  const columns = ['Notes', 'Techniques', 'Rules', 'Runbooks', 'Others'].map((label) => ({ label, numeric: true }));
  const rows = tags.map((tag) => {
    const notes = onlyNotes(survey.graph.sources(tag.id, 'note-tag'));
    const counts = kinds.map((kind) => onlyKind(notes, kind).length);
    return [linkCell(survey.link(tag)), countCell(notes.length), ...counts.map(countCell)];
  });
  return { columns: [{ label: 'Tag' }, ...columns], rows };
}

function notesOf(tag: TagNode, survey: Survey): readonly NoteNode[] {
  return survey.inOrder(onlyNotes(survey.graph.sources(tag.id, 'note-tag')));
}
