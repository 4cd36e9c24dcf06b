export { edgeKinds } from './graph.ts';
export type { EdgeKind, Graph, GraphEdge, LinkTarget, ResolvedBlock } from './graph.ts';
export type * from './nodes.ts';
