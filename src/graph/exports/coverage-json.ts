import type { CoverageReport, SilentBlock, TechniqueCoverage, TechniqueGaps, VaultGaps } from '../coverage/index.ts';
import type { GraphNode, NodeId } from '../nodes.ts';

/** Coverage as other programs read it (docs/api.md): techniques in the order of their ids, then what is missing. */
export function coverageJson({ techniques, figures, gaps, vaultGaps }: CoverageReport): object {
  return {
    version: 1,
    figures,
    techniques: techniques.flatMap((coverage) => techniqueJson(coverage)),
    gaps: { ...techniqueGapsJson(gaps), ...(vaultGaps && vaultGapsJson(vaultGaps)) },
  };
}

/** The ids of some nodes. */
export function idsOf(nodes: readonly GraphNode[]): readonly NodeId[] {
  return nodes.map(({ id }) => id);
}

/** None for a note that names no technique id, since `id` is always there; the gaps list its node. */
function techniqueJson(coverage: TechniqueCoverage): readonly object[] {
  const { techniqueId: id, title: name, tactics } = coverage.technique;
  if (id === undefined) return [];
  const { rules, tests, subTechniqueRules, subTechniqueTests, state, tested } = coverage;
  return [
    {
      id,
      name,
      tactics,
      state,
      tested,
      rules: idsOf(rules),
      tests: idsOf(tests),
      subTechniqueRules: idsOf(subTechniqueRules),
      subTechniqueTests: idsOf(subTechniqueTests),
    },
  ];
}

function techniqueGapsJson(gaps: TechniqueGaps): object {
  return {
    rulesWithoutTests: idsOf(gaps.rulesWithoutTests),
    testsWithoutRules: idsOf(gaps.testsWithoutRules),
    neither: idsOf(gaps.neither),
    unreadData: gaps.unreadData.map(({ technique, components, unknown }) => ({
      id: technique.id,
      components: idsOf(components),
      unknownLogSources: idsOf(unknown),
    })),
  };
}

function vaultGapsJson(gaps: VaultGaps): object {
  return {
    rulesWithoutTechnique: idsOf(gaps.rulesWithoutTechnique),
    rulesOfUnknownTechnique: gaps.rulesOfUnknownTechnique.map(({ node, techniques }) => ({ id: node.id, techniques })),
    testsOfUnknownTechnique: gaps.testsOfUnknownTechnique.map(({ node, techniques }) => ({ id: node.id, techniques })),
    componentsWithoutRule: idsOf(gaps.componentsWithoutRule),
    unreadComponents: idsOf(gaps.unreadComponents),
    unreadDataSources: idsOf(gaps.unreadDataSources),
    logSourcesWithoutTechnique: idsOf(gaps.logSourcesWithoutTechnique),
    emptyQueries: gaps.emptyQueries.map(blockJson),
    malformedQueries: gaps.malformedQueries.map(blockJson),
    brokenLinks: gaps.brokenLinks.map(({ node, link, line }) => ({
      path: node.path,
      line,
      target: link.anchor === undefined ? link.target : `${link.target}#${link.anchor}`,
    })),
    unlinkedNotes: idsOf(gaps.unlinkedNotes),
  };
}

function blockJson({ node, block }: SilentBlock): object {
  return { path: node.path, line: block.line, source: block.source };
}
