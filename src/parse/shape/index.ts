export { asCallout } from './callout.ts';
export { markTask } from './task.ts';
export { takeBlockIds } from './block-id.ts';
