export { idIndex } from './id-index.ts';
export { buildPages, planSite } from './plan.ts';
export { searchRecord } from './search-record.ts';
export { titleWords } from './title-words.ts';
