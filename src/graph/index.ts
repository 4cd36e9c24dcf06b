export { buildGraph } from './build.ts';
export type { BuiltGraph, GraphInput } from './build.ts';
export { matchingPaths } from './kinds.ts';
export { coverageJson } from './coverage.ts';
export type { TechniqueCoverage } from './coverage.ts';
export { blocksJson, graphJson } from './json.ts';
export { edgeKinds } from './graph.ts';
export type { EdgeKind, Graph, GraphEdge, LinkTarget, ResolvedBlock } from './graph.ts';
export type * from './nodes.ts';
