import { levels, statuses } from '../../domain/index.ts';
import type { RuleNode, TechniqueNode } from '../../graph/index.ts';
import type { MatrixFilter, MatrixTraits, RuleGroup } from '../page.ts';
import { onlyKind } from './node-kinds.ts';
import { compareNatural, rankIn } from './order.ts';
import type { Survey } from './survey.ts';

/** What the matrix can be narrowed by, and what each technique has of it. */
export interface MatrixSurvey {
  readonly filters: readonly MatrixFilter[];
  /** Of a technique of the vault that was surveyed. */
  traitsOf(technique: TechniqueNode): MatrixTraits;
}

/** Surveys a vault's techniques for the filters of its matrix; names stand from the gravest or most trusted down, or by letter. */
export function surveyMatrix(survey: Survey): MatrixSurvey {
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
    traitsOf: (technique) => ({
      platforms: placesIn(platforms, platformsOf(technique, survey)),
      dataSources: placesIn(sources, sourcesOf(technique, survey)),
      rules: groupRules(rulesOf(technique), (rule) => ({
        level: placesIn(levelNames, levelOf(rule))[0],
        status: placesIn(statusNames, statusOf(rule))[0],
      })),
    }),
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

function groupRules(
  rules: readonly RuleNode[],
  statedBy: (rule: RuleNode) => Omit<RuleGroup, 'count'>,
): readonly RuleGroup[] {
  const groups = new Map<string, RuleGroup>();
  for (const rule of rules) {
    const stated = statedBy(rule);
    const key = `${String(stated.level)} ${String(stated.status)}`;
    groups.set(key, { ...stated, count: (groups.get(key)?.count ?? 0) + 1 });
  }
  return [...groups.values()];
}
