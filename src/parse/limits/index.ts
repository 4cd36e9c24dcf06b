export { cutLongNote } from './cut-long-note.ts';
export { reportManyMarks } from './report-many-marks.ts';
export { flattenDeepBlocks } from './flatten-deep-blocks.ts';
export { limitContainers } from './limit-containers.ts';
export { limitReferences } from './limit-references.ts';
export { limitMarks } from './limit-marks.ts';
