import type { EdgeKind, GraphNode, PlatformNode, TacticNode, TechniqueNode } from '../../graph/index.ts';
import type { ListPage, ListSection } from '../page.ts';
import { coverageFacts, coverageWords } from './coverage-counts.ts';
import { codeValue, factList } from './facts.ts';
import { missingSection, nodePage } from './list-page.ts';
import { onlyKind } from './node-kinds.ts';
import type { PageContext } from './page-context.ts';
import { roomLink } from './rooms.ts';
import type { Survey } from './survey.ts';
import { formatCount } from './titles.ts';

/** The techniques that edges of a kind come from to a node, in the order of their ids. */
export function techniquesTo(node: GraphNode, kind: EdgeKind, survey: Survey): readonly TechniqueNode[] {
  return survey.inOrder(onlyKind(survey.graph.sources(node.id, kind), 'technique'));
}

/** The page of a tactic: its techniques and what they lack. */
export function tacticPage(node: TacticNode, context: PageContext): ListPage {
  const { survey } = context;
  const techniques = techniquesTo(node, 'technique-tactic', survey);
  const parts = {
    idText: node.tacticId,
    description: `The tactic ${node.title}. ${coverageWords(techniques, survey)}`,
    crumbs: [roomLink('matrix', survey), roomLink('tactics', survey)],
    facts: [...factList([['ID', codeValue(node.tacticId)]]), ...coverageFacts(techniques, survey)],
    sections: [techniquesSection(techniques, context), missingSection(techniques, survey)],
  };
  return nodePage(node, parts, context);
}

/** The page of a platform: its techniques, the atomic tests that run on it, and what is missing. */
export function platformPage(node: PlatformNode, context: PageContext): ListPage {
  const { survey, tables, testsOn } = context;
  const techniques = techniquesTo(node, 'technique-platform', survey);
  const tests = testsOn(node);
  const testsSection: ListSection = {
    id: 'tests',
    title: 'Atomic tests',
    table: tables.tests(tests),
    emptyText: 'No atomic test runs on this platform.',
  };
  const parts = {
    description: `The platform ${node.title}. ${coverageWords(techniques, survey)} Atomic tests that run on it: ${formatCount(tests.length)}.`,
    crumbs: [roomLink('matrix', survey), roomLink('platforms', survey)],
    facts: [
      ...coverageFacts(techniques, survey),
      { label: 'Atomic tests', values: [{ text: formatCount(tests.length) }] },
    ],
    sections: [techniquesSection(techniques, context), testsSection, missingSection(techniques, survey)],
  };
  return nodePage(node, parts, context);
}

/** The section that lists the techniques of a page. */
export function techniquesSection(techniques: readonly TechniqueNode[], { tables }: PageContext): ListSection {
  return {
    id: 'techniques',
    title: 'Techniques',
    table: tables.techniques(techniques),
    emptyText: 'No technique here.',
  };
}
