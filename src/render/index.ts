export { href } from './href.ts';
export { facets } from './page.ts';
export type * from './page.ts';
