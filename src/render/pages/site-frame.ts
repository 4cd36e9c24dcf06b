import type { Link, SiteFrame } from '../page.ts';
import { techniquesTo } from './named-pages.ts';
import { roomLink } from './rooms.ts';
import type { Room } from './rooms.ts';
import type { Survey } from './survey.ts';

/** What every page shows around its content: the site's name, its tactics and its lists with their counts. */
export function siteFrame(survey: Survey): SiteFrame {
  return {
    title: survey.graph.title,
    base: survey.options.base,
    tactics: survey.tactics.map((tactic) => ({
      ...survey.link(tactic),
      detail: techniquesTo(tactic, 'technique-tactic', survey).length.toLocaleString('en'),
    })),
    kinds: kindsOf(survey),
    attackAttribution:
      survey.techniques.some(({ techniqueId }) => techniqueId !== undefined) ||
      survey.rules.some(({ techniques }) => techniques.length > 0),
  };
}

/** Lists that hold something, then the coverage page. */
function kindsOf(survey: Survey): readonly Link[] {
  const counts: readonly (readonly [Room, number])[] = [
    ['techniques', survey.techniques.length],
    ['rules', survey.rules.length],
    ['tests', survey.tests.length],
    ['dataSources', survey.dataSources.length],
    ['logSources', survey.logSources.length],
    ['platforms', survey.platforms.length],
    ['tags', survey.tags.length],
    ['notes', survey.notes.length],
  ];
  return [
    ...counts
      .filter(([, count]) => count > 0)
      .map(([room, count]) => ({ ...roomLink(room, survey), detail: count.toLocaleString('en') })),
    roomLink('coverage', survey),
  ];
}
