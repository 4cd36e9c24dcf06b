export type { KeptRendering, RenderMemory } from './render-memory.ts';
export { createRenderer, renderNote } from './renderer.ts';
