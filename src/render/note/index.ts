export { createRenderer, renderNote } from './renderer.ts';
export type { Renderer } from './renderer.ts';
