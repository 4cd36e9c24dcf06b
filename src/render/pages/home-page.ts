import type { TechniqueNode } from '../../graph/index.ts';
import type { MatrixCell, MatrixColumn } from '../matrix.ts';
import type { Figure, Having, HomePage } from '../page.ts';
import { groupByCoverage } from './coverage-counts.ts';
import { coverageWith } from './coverage-links.ts';
import { layersOf } from './coverage-page.ts';
import { surveyMatrix } from './matrix-filters.ts';
import type { MatrixSurvey } from './matrix-filters.ts';
import { techniquesTo } from './named-pages.ts';
import { noNeighbours } from './neighbours.ts';
import type { PageContext } from './page-context.ts';
import { rooms } from './rooms.ts';
import type { Survey } from './survey.ts';
import { countOf } from './titles.ts';

/** The home page: the matrix of tactics and techniques, and the figures above it. */
export function homePage(context: PageContext): HomePage {
  const { survey } = context;
  const matrix = surveyMatrix(context);
  const { graph, techniques, rules, tests } = survey;
  const counts = [
    countOf(techniques.length, 'technique'),
    countOf(rules.length, 'detection rule'),
    countOf(tests.length, 'atomic test'),
  ];
  return {
    kind: 'home',
    url: rooms.matrix.url,
    title: 'What we detect, and what we have tested',
    documentTitle: rooms.matrix.title,
    description: `${graph.title}: ${counts.join(', ')}, by tactic.`,
    kindLabel: rooms.matrix.title,
    crumbs: [],
    ...noNeighbours,
    figures: figuresOf(survey),
    filters: matrix.filters,
    columns: columnsOf(survey, matrix),
    downloads: layersOf(survey),
  };
}

function figuresOf(survey: Survey): readonly Figure[] {
  const { all, both, rulesOnly, testsOnly, neither } = groupByCoverage(survey.techniques, survey);
  const figure = (value: number, label: string, [tone, having]: readonly [Figure['tone'], Having]): Figure => ({
    value,
    label,
    tone,
    href: coverageWith(having, survey),
  });
  return [
    {
      value: all.length,
      label: 'techniques and sub-techniques',
      tone: 'plain',
      href: survey.href(rooms.coverage.url),
    },
    figure(both.length + rulesOnly.length, 'with a detection rule', ['rule', 'a rule']),
    figure(both.length + testsOnly.length, 'with an atomic test', ['test', 'a test']),
    figure(both.length, 'with both', ['plain', 'both']),
    figure(neither.length, 'with neither', ['gap', 'neither']),
  ];
}

function columnsOf(survey: Survey, matrix: MatrixSurvey): readonly MatrixColumn[] {
  const cells = (techniques: readonly TechniqueNode[]): readonly MatrixCell[] => cellsOf(techniques, survey, matrix);
  const columns = survey.tactics.map((tactic) => ({
    name: tactic.title,
    href: survey.href(tactic.url),
    cells: cells(techniquesTo(tactic, 'technique-tactic', survey)),
  }));
  const without = survey.techniques.filter(({ tactics }) => tactics.length === 0);
  if (without.length === 0) return columns;
  const href = survey.href(`${rooms.tactics.url}#without-tactic`);
  return [...columns, { name: 'Without a tactic', href, cells: cells(without) }];
}

/** The techniques of a column; a sub-technique stands under its parent where that is in the column too. */
function cellsOf(techniques: readonly TechniqueNode[], survey: Survey, matrix: MatrixSurvey): readonly MatrixCell[] {
  const here = new Set(techniques);
  const cellOf = (node: TechniqueNode, children: readonly TechniqueNode[]): MatrixCell => {
    const { rules, tests } = survey.coverage(node);
    return {
      id: node.techniqueId ?? '–',
      name: node.title,
      href: survey.href(node.url),
      rules: rules.length,
      tests: tests.length,
      traits: matrix.traitsOf(node),
      children: children.map((child) => cellOf(child, [])),
    };
  };
  return techniques.flatMap((node) => {
    const { parent, subTechniques } = survey.coverage(node);
    if (parent !== undefined && here.has(parent)) return [];
    const children = subTechniques.filter((child) => here.has(child));
    return [cellOf(node, children)];
  });
}
