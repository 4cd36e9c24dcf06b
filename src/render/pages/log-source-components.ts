import type { DataComponentNode, RuleNode } from '../../graph/index.ts';
import type { ListSection } from '../page.ts';
import { logSourceTable } from './log-source-pages.ts';
import type { PageContext } from './page-context.ts';

/** The section of a data source or component that lists the log sources which give it. */
export function logSourcesSection(
  components: readonly DataComponentNode[],
  { survey, logSourcesGiving }: PageContext,
): ListSection {
  const given = survey.inOrder(components.flatMap((component) => logSourcesGiving(component)));
  return {
    id: 'log-sources',
    title: 'Log sources',
    lead: 'Log sources of Sigma whose events can show this, by a table of this site that does not know all of them.',
    table: logSourceTable(given, survey),
    emptyText: 'Of the log sources that rules of this vault read, none is known to show this.',
  };
}

/** Tells whether a rule reads a log source that is known to give one of some data components. */
export function readsOneOf(
  components: readonly DataComponentNode[],
  { survey, logSourcesGiving }: PageContext,
): (rule: RuleNode) => boolean {
  const giving = new Set(components.flatMap((component) => logSourcesGiving(component).map(({ id }) => id)));
  return ({ id }) => survey.graph.targets(id, 'rule-log-source').some((logSource) => giving.has(logSource.id));
}
