import type { GapList } from '../../graph/index.ts';
import type { MatrixFacet } from '../matrix.ts';
import type { Fact, Having, RowFacet } from '../page.ts';
import { rooms } from './rooms.ts';
import type { Survey } from './survey.ts';

/** The anchor of every list on the coverage page; others link to them, so they stay. */
export const gapAnchors = {
  rulesWithoutTests: 'rules-no-test',
  testsWithoutRules: 'tests-no-rule',
  neither: 'neither',
  unreadData: 'unread-data',
  rulesWithoutTechnique: 'rules-without-technique',
  rulesOfUnknownTechnique: 'rules-unknown-technique',
  testsOfUnknownTechnique: 'tests-unknown-technique',
  componentsWithoutRule: 'components-without-rule',
  unreadComponents: 'unread-components',
  unreadDataSources: 'unread-data-sources',
  logSourcesWithoutTechnique: 'log-sources-without-technique',
  emptyQueries: 'empty-searches',
  malformedQueries: 'malformed-searches',
  brokenLinks: 'broken-links',
  unlinkedNotes: 'unlinked-notes',
} as const satisfies Record<GapList, string>;

/** The sections of the coverage page that others link to. */
export const coverageSections = {
  summary: 'summary',
  tried: 'tried',
  both: 'both',
  rulesOnly: gapAnchors.rulesWithoutTests,
  testsOnly: gapAnchors.testsWithoutRules,
  neither: gapAnchors.neither,
} as const;

/** The address of a section of the coverage page, with base. */
export function coverageHref(section: keyof typeof coverageSections, survey: Survey): string {
  return survey.href(`${rooms.coverage.url}#${coverageSections[section]}`);
}

/**
 * The address of the coverage page with its lists narrowed to techniques that have this, and to a tactic or a platform; with base. It leads
 * to their list, where it is one.
 */
export function coverageWith(having: Having, survey: Survey, narrowed: Partial<Record<RowFacet, string>> = {}): string {
  const query = new URLSearchParams({ with: having, ...narrowed }).toString();
  const place = having === 'both' || having === 'neither' ? `#${coverageSections[having]}` : '';
  return `${survey.href(rooms.coverage.url)}?${query}${place}`;
}

/** A fact that leads to the matrix narrowed to a name that it offers. */
export function matrixFact(facet: MatrixFacet, name: string, survey: Survey): Fact {
  const query = new URLSearchParams({ [facet]: name }).toString();
  return {
    label: rooms.matrix.title,
    values: [{ text: `narrowed to ${name}`, href: `${survey.href(rooms.matrix.url)}?${query}` }],
  };
}
