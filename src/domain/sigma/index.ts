export { levels, statuses } from './rule.ts';
export type { LogSource, RelatedRule, SigmaRule, Simulation } from './rule.ts';
