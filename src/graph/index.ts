export { codeOfMissing } from './broken-links.ts';
export { buildGraph } from './build.ts';
export type { BuiltGraph, GraphInput } from './build.ts';
export { createFileFinder } from './file-finder.ts';
export type { FileFinder } from './file-finder.ts';
export { matchingPaths } from './kinds.ts';
export type { ConfiguredSearch } from './kinds.ts';
export { addressUnder } from './addresses.ts';
export { breakDownByPlatform, findPlatforms, narrowCoverage } from './coverage/index.ts';
export type { Platforms } from './coverage/index.ts';
export { breakDown, figuresByTactic, findUnreadData, gapEntries, gapWords } from './coverage/index.ts';
export { reportCoverage, reportPlatform, reportSome, surveyCoverage } from './coverage/index.ts';
export type { GapEntry, GapList } from './coverage/index.ts';
export type {
  Breakdown,
  Coverage,
  CoverageFigures,
  CoverageReport,
  TechniqueCoverage,
  VaultReport,
} from './coverage/index.ts';
export type { BrokenLink, SilentBlock, UnknownTechniques, UnreadData } from './coverage/index.ts';
export { coverageCsv, coverageJson, gapsCsv, rulesJson, techniquesJson, testsJson } from './exports/index.ts';
export { layerKinds, navigatorLayer } from './exports/index.ts';
export { blocksJson, graphJson, jsonEdgeKinds } from './json.ts';
export { reasonsInWords, strengths } from './pairing/index.ts';
export type { Pair, Pairing, Reason, Strength } from './pairing/index.ts';
export { citationsOf, referenceName } from './facts/index.ts';
export type { Reference } from './facts/index.ts';
export { componentId } from './node-ids.ts';
export type { EdgeKind, Graph, GraphEdge, ResolvedBlock } from './graph.ts';
export type { LinkTarget } from './link-target.ts';
export type * from './nodes.ts';
export { onlyKind } from './only-kind.ts';
