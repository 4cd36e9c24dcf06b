import { levels, statuses } from '../../domain/index.ts';
import type { PlatformNode, RuleNode, TechniqueNode } from '../../graph/index.ts';
import type { MatrixFilter, MatrixTraits, TestGroup } from '../matrix.ts';
import { onlyKind } from './node-kinds.ts';
import { compareNatural, rankIn } from './order.ts';
import type { PageContext } from './page-context.ts';
import type { Survey } from './survey.ts';

/** What the matrix can be narrowed by, and what each technique has of it. */
export interface MatrixSurvey {
  readonly filters: readonly MatrixFilter[];
  /** Of a technique of the vault that was surveyed. */
  traitsOf(technique: TechniqueNode): MatrixTraits;
}

/** Surveys a vault's techniques for the filters of its matrix; names stand from the gravest or most trusted down, or by letter. */
export function surveyMatrix({ survey, platforms: known }: PageContext): MatrixSurvey {
  const { techniques } = survey;
  const rulesOf = (technique: TechniqueNode): readonly RuleNode[] => survey.coverage(technique).rules;
  const allRules = new Set(techniques.flatMap(rulesOf));
  const platforms = namesIn(techniques.flatMap((technique) => platformsOf(technique, survey)));
  const sources = namesIn(techniques.flatMap((technique) => sourcesOf(technique, survey)));
  const levelNames = namesIn([...allRules].flatMap(levelOf), levels);
  const statusNames = namesIn([...allRules].flatMap(statusOf), statuses);
  return {
    filters: [
      { facet: 'platform', label: 'Platform', names: platforms },
      { facet: 'data-source', label: 'Data source', names: sources },
      { facet: 'level', label: 'Level of its rules', names: levelNames },
      { facet: 'status', label: 'Status of its rules', names: statusNames },
    ],
    traitsOf: (technique) => {
      const own = placesIn(platforms, platformsOf(technique, survey));
      const among = (there: readonly PlatformNode[] | undefined): readonly number[] => {
        const places = new Set(there?.map(({ title }) => platforms.indexOf(title)));
        return there === undefined ? own : own.filter((place) => places.has(place));
      };
      return {
        platforms: own,
        dataSources: placesIn(sources, sourcesOf(technique, survey)),
        rules: groupEqual(rulesOf(technique), (rule) => ({
          level: placesIn(levelNames, levelOf(rule))[0],
          status: placesIn(statusNames, statusOf(rule))[0],
          platforms: among(known.ofRule(rule)),
        })),
        tests: groupEqual(survey.coverage(technique).tests, (test) => ({ platforms: among(known.ofTest(test)) })),
      };
    },
  };
}

function platformsOf(technique: TechniqueNode, { graph }: Survey): readonly string[] {
  return graph.targets(technique.id, 'technique-platform').map(({ title }) => title);
}

function sourcesOf(technique: TechniqueNode, { graph }: Survey): readonly string[] {
  const components = onlyKind(graph.targets(technique.id, 'technique-component'), 'data-component');
  return components.flatMap(({ source }) => graph.node(source)?.title ?? []);
}

function levelOf({ sigma }: RuleNode): readonly string[] {
  return sigma.level === undefined ? [] : [sigma.level.toLowerCase()];
}

function statusOf({ sigma }: RuleNode): readonly string[] {
  return sigma.status === undefined ? [] : [sigma.status.toLowerCase()];
}

function namesIn(names: readonly string[], order: readonly string[] = []): readonly string[] {
  return [...new Set(names)].sort((a, b) => rankIn(order, a) - rankIn(order, b) || compareNatural(a, b));
}

function placesIn(names: readonly string[], own: readonly string[]): readonly number[] {
  return [...new Set(own)].map((name) => names.indexOf(name)).sort((a, b) => a - b);
}

/** What has equal traits is one group. */
function groupEqual<Item, Traits extends Omit<TestGroup, 'count'>>(
  items: readonly Item[],
  traitsOf: (item: Item) => Traits,
): readonly (Traits & TestGroup)[] {
  const groups = new Map<string, Traits & TestGroup>();
  for (const traits of items.map(traitsOf)) {
    const key = Object.values<unknown>({ ...traits }).join(' ');
    groups.set(key, { ...traits, count: (groups.get(key)?.count ?? 0) + 1 });
  }
  return [...groups.values()];
}
