import type { Graph } from '../graph.ts';
import type { PlatformNode, TechniqueNode } from '../nodes.ts';
import { coverageFigures } from './figures.ts';
import { narrowCoverage } from './narrow.ts';
import { findPlatforms } from './platforms.ts';
import type { CoverageFigures } from './figures.ts';
import { surveyCoverage } from './technique-coverage.ts';
import type { TechniqueCoverage } from './technique-coverage.ts';
import { findTechniqueGaps } from './technique-gaps.ts';
import type { TechniqueGaps } from './technique-gaps.ts';
import { findVaultGaps } from './vault-gaps.ts';
import type { VaultGaps } from './vault-gaps.ts';

/** What a vault covers and what it lacks: what the coverage page, the command and every export are made from. */
export interface CoverageReport {
  readonly graph: Graph;
  /** The techniques that are counted, in the order of the graph's nodes. */
  readonly techniques: readonly TechniqueCoverage[];
  readonly figures: CoverageFigures;
  readonly gaps: TechniqueGaps;
  /** Undefined when only some techniques are counted: these gaps are the whole vault's. */
  readonly vaultGaps: VaultGaps | undefined;
}

/** The report on a whole vault. */
export interface VaultReport extends CoverageReport {
  readonly vaultGaps: VaultGaps;
}

/** Reports what a vault covers; `coverage` is that of its graph, where it is worked out already. */
export function reportCoverage(graph: Graph, coverage = surveyCoverage(graph)): VaultReport {
  return { ...reportOn(graph, coverage.techniques), vaultGaps: findVaultGaps(graph, coverage) };
}

/** Reports what those techniques of a vault cover that are counted. */
export function reportSome(graph: Graph, isCounted: (technique: TechniqueNode) => boolean): CoverageReport {
  const { techniques } = surveyCoverage(graph);
  const counted = techniques.filter(({ technique }) => isCounted(technique));
  return { ...reportOn(graph, counted), vaultGaps: undefined };
}

/** The same of one platform: the techniques of some that name it, or what it is a part of, with what they have there. */
export function reportPlatform({ graph, techniques }: CoverageReport, platform: PlatformNode): CoverageReport {
  const platforms = findPlatforms(graph);
  const named = new Set(platforms.techniquesOn(platform));
  const here = techniques
    .filter(({ technique }) => named.has(technique))
    .map((coverage) => narrowCoverage(coverage, platform, { graph, platforms }));
  return { ...reportOn(graph, here), vaultGaps: undefined };
}

function reportOn(graph: Graph, techniques: readonly TechniqueCoverage[]): Omit<CoverageReport, 'vaultGaps'> {
  return { graph, techniques, figures: coverageFigures(techniques), gaps: findTechniqueGaps(graph, techniques) };
}
