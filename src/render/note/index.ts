export { createRenderer, renderNote } from './renderer.ts';
