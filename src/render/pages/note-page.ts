import type { PageNode } from '../../graph/index.ts';
import type { ArticlePage } from '../page.ts';
import { articlePage } from './article.ts';
import { factList, linkValues } from './facts.ts';
import type { PageContext } from './page-context.ts';
import { openingOf, shorten } from './description.ts';
import { roomLink } from './rooms.ts';

/** The page of a note that is no technique, rule or runbook. */
export function notePage(node: PageNode, context: PageContext): ArticlePage {
  const { survey } = context;
  const parts = {
    kind: 'note',
    description: shorten(openingOf(node.note) || `${node.title}: a note of ${survey.graph.title}.`),
    crumbs: [roomLink('notes', survey)],
    facts: factList([['Tags', linkValues(survey.graph.targets(node.id, 'note-tag'), survey)]]),
    sections: [],
  } as const;
  return articlePage(node, parts, context);
}
