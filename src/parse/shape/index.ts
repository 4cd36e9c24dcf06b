export { asCallout } from './callout.ts';
export { takeInlineFootnotes } from './inline-footnote.ts';
export { markTask } from './task.ts';
export { takeBlockIds } from './block-id.ts';
