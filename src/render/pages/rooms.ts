import type { Link } from '../page.ts';
import type { Survey } from './survey.ts';

/** The site's own pages: each lists what is below its address. The graph gives these addresses to no note. */
export const rooms = {
  matrix: { url: '/', title: 'Matrix' },
  techniques: { url: '/techniques/', title: 'Techniques' },
  rules: { url: '/rules/', title: 'Rules' },
  tests: { url: '/tests/', title: 'Tests' },
  tactics: { url: '/tactics/', title: 'Tactics' },
  platforms: { url: '/platforms/', title: 'Platforms' },
  dataSources: { url: '/data-sources/', title: 'Data sources' },
  logSources: { url: '/log-sources/', title: 'Log sources' },
  tags: { url: '/tags/', title: 'Tags' },
  coverage: { url: '/coverage/', title: 'Coverage' },
  notes: { url: '/notes/', title: 'Notes' },
} as const satisfies Record<string, { readonly url: string; readonly title: string }>;

/** One of the site's own pages. */
export type Room = keyof typeof rooms;

/** A link to one of the site's own pages. */
export function roomLink(room: Room, survey: Survey): Link {
  return { text: rooms[room].title, href: survey.href(rooms[room].url) };
}
