export { pairEdges } from './pair-edges.ts';
export type { Pair } from './pair.ts';
export { pairRulesAndTests } from './pairing.ts';
export type { Pairing } from './pairing.ts';
export { reportUnknownGuids } from './unknown-guids.ts';
export { reasonsInWords, strengths } from './strength.ts';
export type { Reason, Strength } from './strength.ts';
