export { idIndex } from './id-index.ts';
export { buildPages, planPages } from './plan.ts';
export { searchRecord } from './search-record.ts';
export { siteFrame } from './site-frame.ts';
