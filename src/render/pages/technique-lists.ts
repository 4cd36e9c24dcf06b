import { findUnreadData } from '../../graph/index.ts';
import type { PlatformNode, TechniqueNode, UnreadData } from '../../graph/index.ts';
import type { Cell, ListSection, Table } from '../page.ts';
import { namesCell } from './cells.ts';
import { groupByCoverage } from './coverage-counts.ts';
import { techniqueCells, techniqueTable } from './coverage-tables.ts';
import type { PageContext } from './page-context.ts';
import type { CoverageSurvey } from './survey.ts';
import { columns } from './tables.ts';

/** The lists of the coverage page that hold techniques. */
export type TechniqueList = 'rulesWithoutTests' | 'testsWithoutRules' | 'neither' | 'unreadData' | 'both';

/** What each of them holds, and what on each of {@link platformsWithTechniques}. */
export type TechniqueLists = Readonly<Record<TechniqueList, Pick<ListSection, 'table' | 'onPlatforms'>>>;

/** The platforms that the lists can be narrowed to: all that a technique counts on. */
export function platformsWithTechniques({ survey, platforms }: PageContext): readonly PlatformNode[] {
  return survey.platforms.filter((platform) => platforms.techniquesOn(platform).length > 0);
}

/** Parts the techniques of a vault by what they have anywhere, and those of each platform by what they have there. */
export function techniqueLists(context: PageContext): TechniqueLists {
  const { survey, platforms, coverageOn } = context;
  const anywhere = tablesOf(survey.techniques, survey, context);
  const there = platformsWithTechniques(context).map((platform) =>
    tablesOf(survey.inOrder(platforms.techniquesOn(platform)), coverageOn(platform), context),
  );
  const list = (name: TechniqueList): TechniqueLists[TechniqueList] => ({
    table: anywhere[name],
    ...(there.length > 0 && { onPlatforms: there.map((tables) => tables[name]) }),
  });
  return {
    rulesWithoutTests: list('rulesWithoutTests'),
    testsWithoutRules: list('testsWithoutRules'),
    neither: list('neither'),
    unreadData: list('unreadData'),
    both: list('both'),
  };
}

function tablesOf(
  techniques: readonly TechniqueNode[],
  counted: CoverageSurvey,
  { survey }: PageContext,
): Readonly<Record<TechniqueList, Table>> {
  const { rulesOnly, testsOnly, neither, both } = groupByCoverage(techniques, counted);
  const unread = findUnreadData(
    survey.graph,
    techniques.map((technique) => counted.coverage(technique)),
  );
  return {
    rulesWithoutTests: techniqueTable(rulesOnly, ['levels', 'rules', 'below'], counted),
    testsWithoutRules: techniqueTable(testsOnly, ['tests', 'below'], counted),
    neither: techniqueTable(neither, ['below'], counted),
    unreadData: unreadDataTable(unread, counted),
    both: techniqueTable(both, ['levels', 'rules', 'tests', 'tested'], counted),
  };
}

function unreadDataTable(unread: readonly UnreadData[], survey: CoverageSurvey): Table {
  const rows = unread.map(({ technique, components, unknown }): readonly Cell[] => [
    ...techniqueCells(technique, survey),
    namesCell(components.map(({ title }) => title)),
    namesCell(unknown.map(({ title }) => title)),
  ]);
  const facets = techniqueTable([], [], survey).columns;
  return { columns: [...facets, ...columns('Data components', 'Log sources that nobody knows')], rows };
}
