import type { TechniqueNode, TestNode, RunbookNode } from '../../graph/index.ts';
import type { ArticlePage, Fact, FactValue } from '../page.ts';
import { articlePage } from './article.ts';
import { atomicsFolderIn } from './atomics-folder.ts';
import { factList, linkValues, textValue } from './facts.ts';
import { onlyKind } from './node-kinds.ts';
import type { PageContext } from './page-context.ts';
import { shorten } from './description.ts';
import { rulesOfRunbook } from './pair-tables.ts';
import { roomLink } from './rooms.ts';
import type { Survey } from './survey.ts';
import { platformNames } from './tables.ts';
import { countOf, fullTitle } from './titles.ts';

/** The page of a runbook: its atomic tests are sections of the note. */
export function runbookPage(node: RunbookNode, context: PageContext): ArticlePage {
  const { survey } = context;
  const tests = testsOf(node, survey);
  const techniques = node.techniques.flatMap((id) => survey.graph.technique(id) ?? []);
  const parts = {
    kind: 'runbook',
    description: describe(node, tests),
    crumbs: [roomLink('tests', survey), ...techniques.slice(0, 1).map((technique) => survey.link(technique))],
    facts: factsOf({ node, tests, techniques }, context),
    atomicsFolder: atomicsFolderIn(tests.map(({ test }) => test)),
    sections: [rulesOfRunbook(node, tests, context)],
  } as const;
  return articlePage(node, parts, context);
}

function testsOf(node: RunbookNode, survey: Survey): readonly TestNode[] {
  return onlyKind(
    node.tests.flatMap((id) => survey.graph.node(id) ?? []),
    'test',
  );
}

function describe(node: RunbookNode, tests: readonly TestNode[]): string {
  const platforms = platformNames(tests).join(', ');
  const on = platforms === '' ? '' : ` on ${platforms}`;
  const names = tests.map(({ title }) => title).join('; ');
  return shorten(`${fullTitle(node)}: ${countOf(tests.length, 'atomic test')}${on}. ${names}`);
}

interface Runbook {
  readonly node: RunbookNode;
  readonly tests: readonly TestNode[];
  readonly techniques: readonly TechniqueNode[];
}

function factsOf({ node, tests, techniques }: Runbook, { survey, platforms: known }: PageContext): readonly Fact[] {
  const withoutNote = node.techniques.filter((id) => survey.graph.technique(id) === undefined);
  const executors = new Set(tests.flatMap(({ test }) => test.executor ?? []));
  const elevated = tests.filter(({ test }) => test.elevationRequired).length;
  const platforms = platformNames(tests).map((name): FactValue => {
    const platform = known.named(name);
    return platform === undefined ? { text: name } : survey.link(platform);
  });
  return factList(
    [
      [
        node.techniques.length === 1 ? 'Technique' : 'Techniques',
        [...linkValues(techniques, survey), ...withoutNote.map((text) => ({ text, code: true }))],
      ],
      ['Tests', [{ text: String(tests.length) }]],
      ['Platforms', platforms],
      ['Executors', [...executors].sort().map((text) => ({ text, code: true }))],
      ['Elevation', textValue(elevated === 0 ? 'not required' : `required by ${elevated} of ${tests.length}`)],
      ['Tags', linkValues(survey.graph.targets(node.id, 'note-tag'), survey)],
    ],
    ['Platforms', 'Executors'],
  );
}
