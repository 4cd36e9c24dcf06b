export { href } from './href.ts';
export { createRenderer, renderNote } from './note/index.ts';
export type { KeptRendering, RenderMemory } from './note/index.ts';
export type * from './matrix.ts';
export { cellsOfTechnique, facets } from './page.ts';
export type * from './page.ts';
export { buildPages, idIndex, planSite, searchRecord, titleWords } from './pages/index.ts';
