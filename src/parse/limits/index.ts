export { flattenDeepBlocks } from './flatten-deep-blocks.ts';
export { limitContainers } from './limit-containers.ts';
