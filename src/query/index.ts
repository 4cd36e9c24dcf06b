export type { Answer, QueryProblem, ResultRow } from './answer.ts';
