import type {
  EdgeKind,
  GraphNode,
  PlatformNode,
  RuleNode,
  TacticNode,
  TechniqueNode,
  TestNode,
} from '../../graph/index.ts';
import type { ListPage, ListSection } from '../page.ts';
import { coverageFacts, coverageWords } from './coverage-counts.ts';
import { coverageWith, matrixFact } from './coverage-links.ts';
import { codeValue, factList } from './facts.ts';
import { missingSection, nodePage } from './list-page.ts';
import { onlyKind } from './node-kinds.ts';
import type { PageContext } from './page-context.ts';
import { roomLink } from './rooms.ts';
import type { CoverageSurvey, Survey } from './survey.ts';
import { countedTechniques } from './tables.ts';
import { formatCount } from './titles.ts';

/** The techniques that edges of a kind come from to a node, in the order of their ids. */
export function techniquesTo(node: GraphNode, kind: EdgeKind, survey: Survey): readonly TechniqueNode[] {
  return survey.inOrder(onlyKind(survey.graph.sources(node.id, kind), 'technique'));
}

/** The page of a tactic: its techniques, their rules and tests, and what they lack. */
export function tacticPage(node: TacticNode, context: PageContext): ListPage {
  const { survey } = context;
  const techniques = techniquesTo(node, 'technique-tactic', survey);
  const parts = {
    idText: node.tacticId,
    description: `The tactic ${node.title}. ${coverageWords(techniques, survey)}`,
    crumbs: [roomLink('matrix', survey), roomLink('tactics', survey)],
    facts: [
      ...factList([['ID', codeValue(node.tacticId)]]),
      ...coverageFacts(techniques, survey, (having) => coverageWith(having, survey, { tactic: node.title })),
    ],
    sections: [
      techniquesSection(techniques, context),
      rulesSection(
        survey.inOrder([...rulesOf(techniques, survey), ...survey.rules.filter((rule) => namesTactic(rule, node))]),
        'Rules that carry one of these techniques, or the tactic itself.',
        context,
      ),
      testsSection(techniques, context),
      missingSection(techniques, survey),
    ],
  };
  return nodePage(node, parts, context);
}

function namesTactic({ tactics }: RuleNode, { title }: TacticNode): boolean {
  return tactics.includes(title);
}

/** The tests that count on a platform: those that run on it, and those of its techniques that name no platform. */
export function testsCountedOn(platform: PlatformNode, context: PageContext): readonly TestNode[] {
  const { survey, platforms, coverageOn, testsOn } = context;
  const ofTechniques = platforms.techniquesOn(platform).flatMap((each) => coverageOn(platform).coverage(each).tests);
  return survey.inOrder([...testsOn(platform), ...ofTechniques]);
}

/** How rules and tests come to be counted on a platform. */
export const COUNTED_THERE =
  'A rule counts where its log source is kept, one of no platform in particular (a proxy, a web server) on each; a test where it runs.';

/** The page of a platform: its techniques, the rules that read its logs, the atomic tests that run on it, and what is missing. */
export function platformPage(node: PlatformNode, context: PageContext): ListPage {
  const { survey, platforms, coverageOn, rulesOn } = context;
  const techniques = survey.inOrder(platforms.techniquesOn(node));
  const here = coverageOn(node);
  const rules = survey.inOrder([...rulesOn(node), ...rulesOf(techniques, here)]);
  const tests = testsCountedOn(node, context);
  const parts = {
    description: `The platform ${node.title}. ${coverageWords(techniques, here)} Atomic tests that run on it: ${formatCount(tests.length)}.`,
    crumbs: [roomLink('matrix', survey), roomLink('platforms', survey)],
    facts: [
      ...coverageFacts(techniques, here, (having) => coverageWith(having, survey, { platform: node.title })),
      { label: 'Atomic tests', values: [{ text: formatCount(tests.length) }] },
      // The matrix offers the platforms that techniques name.
      ...(techniquesTo(node, 'technique-platform', survey).length > 0
        ? [matrixFact('platform', node.title, survey)]
        : []),
    ],
    sections: [
      {
        id: 'techniques',
        title: 'Techniques',
        lead: COUNTED_THERE,
        table: countedTechniques(techniques, here),
        emptyText: 'No technique here.',
      },
      rulesSection(
        rules,
        'Rules whose log source is kept there, and those of its techniques that are of no platform in particular.',
        context,
      ),
      testsThere(tests, context),
      missingSection(techniques, here),
    ],
  };
  return nodePage(node, parts, context);
}

function testsThere(tests: readonly TestNode[], { tables }: PageContext): ListSection {
  const emptyText = 'No atomic test runs on this platform.';
  return { id: 'tests', title: 'Atomic tests', table: tables.tests(tests), emptyText };
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

/** The rules that carry one of some techniques, each once. */
export function rulesOf(techniques: readonly TechniqueNode[], survey: CoverageSurvey): readonly RuleNode[] {
  return [...new Set(techniques.flatMap((technique) => survey.coverage(technique).rules))];
}

/** The section that lists the rules of a page; `lead` says how they come to be here. */
export function rulesSection(rules: readonly RuleNode[], lead: string, { tables }: PageContext): ListSection {
  return { id: 'rules', title: 'Rules', lead, table: tables.rules(rules), emptyText: 'No rule here.' };
}

/** The section that lists the atomic tests of the techniques of a page. */
export function testsSection(techniques: readonly TechniqueNode[], { survey, tables }: PageContext): ListSection {
  const tests = survey.inOrder(techniques.flatMap((technique) => survey.coverage(technique).tests));
  return {
    id: 'tests',
    title: 'Atomic tests',
    lead: 'Tests of these techniques.',
    table: tables.tests(tests),
    emptyText: 'No atomic test is of one of these techniques.',
  };
}
