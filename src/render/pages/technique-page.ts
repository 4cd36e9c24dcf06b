import { findTactic, parseTechniqueId } from '../../domain/index.ts';
import { breakDown } from '../../graph/index.ts';
import type { DataComponentNode, NodeId, TacticNode, TechniqueNode } from '../../graph/index.ts';
import type { ArticlePage, CoverageStrip, Fact, FactValue, Link, ListSection } from '../page.ts';
import { articlePage } from './article.ts';
import { coverageHref } from './coverage-links.ts';
import { codeValue, dateValue, factList, linkValues, sourceValue, textValue } from './facts.ts';
import { retirementOf } from './fate.ts';
import { listingHeading } from './listing-places.ts';
import { onlyKind } from './node-kinds.ts';
import { compareNatural } from './order.ts';
import type { PageContext } from './page-context.ts';
import { openingOf, shorten } from './description.ts';
import { strengthWords } from './pair-tables.ts';
import { roomLink } from './rooms.ts';
import type { Survey } from './survey.ts';
import { countOf, fullTitle } from './titles.ts';

/** The page of a technique or sub-technique. */
export function techniquePage(node: TechniqueNode, context: PageContext): ArticlePage {
  const { survey, ids } = context;
  const parts = {
    kind: 'technique',
    description: describe(node, survey),
    crumbs: crumbsOf(node, survey),
    facts: factsOf(node, survey),
    sections: sectionsOf(node, context),
    strip: (sections: readonly ListSection[]) => stripOf(node, sections, survey),
    retirement: retirementOf(node, survey, ids),
  } as const;
  return articlePage(node, parts, context);
}

function describe(node: TechniqueNode, survey: Survey): string {
  const { rules, tests } = survey.coverage(node);
  const counts = `${countOf(rules.length, 'detection rule')} and ${countOf(tests.length, 'atomic test')}`;
  return shorten(openingOf(node.note) || `${fullTitle(node)}: ${counts}.`);
}

function crumbsOf(node: TechniqueNode, survey: Survey): readonly Link[] {
  const { parent } = survey.coverage(node);
  const tactic = tacticsOf(node, survey)[0];
  return [
    roomLink('matrix', survey),
    tactic === undefined ? roomLink('techniques', survey) : survey.link(tactic),
    ...(parent === undefined ? [] : [survey.link(parent)]),
  ];
}

function tacticsOf(node: TechniqueNode, survey: Survey): readonly TacticNode[] {
  return survey.inOrder(onlyKind(survey.graph.targets(node.id, 'technique-tactic'), 'tactic'));
}

function factsOf(node: TechniqueNode, survey: Survey): readonly Fact[] {
  const { graph } = survey;
  return factList(
    [
      ['ID', codeValue(node.techniqueId)],
      ['Tactics', linkValues(tacticsOf(node, survey), survey)],
      ['Platforms', linkValues(graph.targets(node.id, 'technique-platform'), survey)],
      ['Data components', componentValues(node, survey)],
      ['Version', textValue(node.version)],
      ['Created', dateValue(node.created)],
      ['Changed', dateValue(node.modified)],
      ['Defenses bypassed', node.defensesBypassed.map((text) => ({ text }))],
      [
        'Tags',
        linkValues(
          graph.targets(node.id, 'note-tag').filter(({ title }) => !isRestated(title)),
          survey,
        ),
      ],
      ['Source', sourceValue(node.sourceUrl)],
    ],
    ['Tactics', 'Platforms'],
  );
}

function componentValues(node: TechniqueNode, survey: Survey): readonly FactValue[] {
  const components = onlyKind(survey.graph.targets(node.id, 'technique-component'), 'data-component');
  const nameOf = (component: DataComponentNode): string => {
    const source = survey.graph.node(component.source);
    return source === undefined ? component.title : `${source.title}: ${component.title}`;
  };
  return survey
    .inOrder(components)
    .map((component) => ({ text: nameOf(component), href: survey.href(component.url) }))
    .sort((a, b) => compareNatural(a.text, b.text));
}

/** Tags that say no more than the id and the tactics above them. */
function isRestated(tag: string): boolean {
  return parseTechniqueId(tag) !== undefined || findTactic(tag) !== undefined;
}

function stripOf(node: TechniqueNode, sections: readonly ListSection[], survey: Survey): CoverageStrip {
  const coverage = survey.coverage(node);
  const { rules, tests, subTechniques, subTechniqueRules, subTechniqueTests, parent, tested } = coverage;
  // What the note itself lists comes first: its section has only the rest.
  const placeOf = (ids: readonly NodeId[], title: string): string | undefined => {
    const id = listingHeading(node, new Set(ids), survey) ?? sections.find((section) => section.title === title)?.id;
    return id && `#${id}`;
  };
  const ruleIds = rules.map(({ id }) => id);
  const runbookIds = tests.map(({ runbook }) => runbook);
  const strip = {
    rules: rules.length,
    tests: tests.length,
    rulesHref: placeOf(ruleIds, RULES_TITLE),
    testsHref: placeOf(runbookIds, TESTS_TITLE),
    subTechniques: subTechniques.length,
    subTechniqueRules: subTechniqueRules.length,
    subTechniqueTests: subTechniqueTests.length,
    levels: breakDown(coverage).levels,
    tested: tested && { text: strengthWords[tested], href: coverageHref('tried', survey) },
  };
  if (parent === undefined) return strip;
  const above = survey.coverage(parent);
  return { ...strip, parent: { link: survey.link(parent), rules: above.rules.length, tests: above.tests.length } };
}

const RULES_TITLE = 'Detection rules';
const TESTS_TITLE = 'Atomic tests';

function sectionsOf(node: TechniqueNode, { survey, tables }: PageContext): readonly ListSection[] {
  const { rules, tests, subTechniques } = survey.coverage(node);
  const listed = new Set(survey.graph.targets(node.id, 'block-result').map(({ id }) => id));
  return [
    {
      id: 'sub-techniques',
      title: 'Sub-techniques',
      table: tables.subTechniques(subTechniques),
      emptyText: 'It has no sub-technique.',
    },
    {
      id: 'rules',
      title: RULES_TITLE,
      lead: 'Rules that carry this technique and that no search of the note lists.',
      table: tables.rules(rules.filter(({ id }) => !listed.has(id))),
      emptyText: 'No other rule carries this technique.',
    },
    {
      id: 'tests',
      title: TESTS_TITLE,
      lead: 'Tests of this technique in runbooks that no search of the note lists.',
      table: tables.tests(tests.filter(({ runbook }) => !listed.has(runbook))),
      emptyText: 'No other test names this technique.',
    },
  ];
}
