export { readSigmaRule } from './read-rule.ts';
export { levels, statuses } from './rule.ts';
export type { LogSource, RelatedRule, SigmaRule, Simulation } from './rule.ts';
