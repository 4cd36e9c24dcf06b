export { citationsOf, referenceName } from './references.ts';
export type { NoteCitations, Reference } from './references.ts';
export { ruleFacts } from './rule-facts.ts';
export type { RuleFacts } from './rule-facts.ts';
export { runbookFacts } from './runbook-facts.ts';
export type { RunbookFacts } from './runbook-facts.ts';
export { techniqueFacts } from './technique-facts.ts';
export type { TechniqueFacts } from './technique-facts.ts';
export { ruleTitle, runbookTitle, shortTitle, techniqueTitle } from './titles.ts';
