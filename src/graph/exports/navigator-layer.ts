import type { TechniqueId } from '../../domain/index.ts';
import type { CoverageReport, CoverageState, TechniqueCoverage } from '../coverage/index.ts';

/** The layers that are made, and what each scores a technique by. */
export const layerKinds = ['coverage', 'rules', 'tests', 'gaps'] as const;
/** One of {@link layerKinds}. */
export type LayerKind = (typeof layerKinds)[number];

/** A layer of the ATT&CK Navigator. Source: its layer file format, version 4.5. */
export interface NavigatorLayer {
  readonly name: string;
  readonly versions: { readonly navigator: string; readonly layer: string };
  readonly domain: 'enterprise-attack';
  readonly description: string;
  readonly sorting: number;
  readonly hideDisabled: boolean;
  readonly techniques: readonly LayerTechnique[];
  readonly gradient: { readonly colors: readonly string[]; readonly minValue: number; readonly maxValue: number };
  readonly legendItems: readonly { readonly label: string; readonly color: string }[];
  readonly metadata: readonly LayerFact[];
  readonly links?: readonly LayerLink[];
}

interface LayerTechnique {
  readonly techniqueID: TechniqueId;
  readonly score: number;
  readonly metadata: readonly LayerFact[];
  readonly links?: readonly LayerLink[];
}

interface LayerFact {
  readonly name: string;
  readonly value: string;
}

interface LayerLink {
  readonly label: string;
  readonly url: string;
}

interface LayerStyle {
  readonly description: string;
  /** Undefined leaves a technique out. */
  readonly score: (coverage: TechniqueCoverage) => number | undefined;
  readonly colors: readonly [string, string, ...string[]];
  readonly maxValue: number;
  readonly legend: readonly (readonly [label: string, color: string])[];
}

/** Counts beyond this are as dark as it: most techniques have a handful, a few a hundred. */
const MOST_SHADES = 10;
const [WHITE, BLUE, OCHRE, GREEN, RED] = ['#ffffff', '#2f6fb3', '#c98a1b', '#3f8f5b', '#c2452d'];
const STATE_SCORES = { neither: 0, 'tests-only': 1, 'rules-only': 2, both: 3 } as const satisfies Record<
  CoverageState,
  number
>;
const GAP_SCORES = { both: undefined, 'rules-only': 1, 'tests-only': 2, neither: 3 } as const satisfies Record<
  CoverageState,
  number | undefined
>;

const STYLES: Readonly<Record<LayerKind, LayerStyle>> = {
  coverage: {
    description: 'What a technique has of its own: 3 rules and tests, 2 rules, 1 tests, 0 neither.',
    score: ({ state }) => STATE_SCORES[state],
    colors: [WHITE, OCHRE, BLUE, GREEN],
    maxValue: 3,
    legend: [
      ['neither', WHITE],
      ['tests and no rule', OCHRE],
      ['rules and no test', BLUE],
      ['rules and tests', GREEN],
    ],
  },
  rules: {
    description: `Detection rules of a technique itself. ${MOST_SHADES} and more look the same.`,
    score: ({ rules }) => rules.length,
    colors: [WHITE, BLUE],
    maxValue: MOST_SHADES,
    legend: [
      ['no rule', WHITE],
      [`${MOST_SHADES} rules or more`, BLUE],
    ],
  },
  tests: {
    description: `Atomic tests of a technique itself. ${MOST_SHADES} and more look the same.`,
    score: ({ tests }) => tests.length,
    colors: [WHITE, OCHRE],
    maxValue: MOST_SHADES,
    legend: [
      ['no test', WHITE],
      [`${MOST_SHADES} tests or more`, OCHRE],
    ],
  },
  gaps: {
    description: 'What a technique lacks: 3 rules and tests, 2 rules, 1 tests. One that lacks nothing is left out.',
    score: ({ state }) => GAP_SCORES[state],
    colors: [BLUE, OCHRE, RED],
    maxValue: 3,
    legend: [
      ['rules and no test', BLUE],
      ['tests and no rule', OCHRE],
      ['neither', RED],
    ],
  },
};

/** How a layer leads back to the site. */
export interface LayerOptions {
  /** Gives the whole address of a page from the one in the graph; without it the layer has no links. */
  readonly addressOf?: ((url: string) => string) | undefined;
}

/** A layer of the ATT&CK Navigator: a score for every technique that is counted, its counts, and a link to its page. */
export function navigatorLayer(
  { graph, techniques }: CoverageReport,
  kind: LayerKind,
  { addressOf }: LayerOptions = {},
): NavigatorLayer {
  const { description, score, colors, maxValue, legend } = STYLES[kind];
  const scored = firstById(techniques).flatMap(([id, coverage]): readonly LayerTechnique[] => {
    const points = score(coverage);
    if (points === undefined) return [];
    const entry = { techniqueID: id, score: points, metadata: metadataOf(coverage) };
    if (addressOf === undefined) return [entry];
    return [{ ...entry, links: [{ label: graph.title, url: addressOf(coverage.technique.url) }] }];
  });
  return {
    name: `${graph.title}: ${kind}`,
    versions: { navigator: '4.9.0', layer: '4.5' },
    domain: 'enterprise-attack',
    description,
    sorting: 0,
    hideDisabled: false,
    techniques: scored,
    gradient: { colors, minValue: kind === 'gaps' ? 1 : 0, maxValue },
    legendItems: legend.map(([label, color]) => ({ label, color })),
    metadata: [{ name: 'Techniques', value: String(scored.length) }],
    ...(addressOf && { links: [{ label: graph.title, url: addressOf('/coverage/') }] }),
  };
}

function metadataOf(coverage: TechniqueCoverage): readonly LayerFact[] {
  const { rules, tests, subTechniques, subTechniqueRules, subTechniqueTests, tested } = coverage;
  const below = [
    ['Rules of sub-techniques', String(subTechniqueRules.length)],
    ['Tests of sub-techniques', String(subTechniqueTests.length)],
  ] as const;
  const facts = [
    ['Rules', String(rules.length)],
    ['Tests', String(tests.length)],
    ...(tested === undefined ? [] : [['Tested', tested] as const]),
    ...(subTechniques.length === 0 ? [] : below),
  ] as const;
  return facts.map(([name, value]) => ({ name, value }));
}

/** By technique id, each once: the Navigator takes one entry for a technique. */
function firstById(techniques: readonly TechniqueCoverage[]): readonly (readonly [TechniqueId, TechniqueCoverage])[] {
  const first = new Map<TechniqueId, TechniqueCoverage>();
  for (const coverage of techniques) {
    const { techniqueId } = coverage.technique;
    if (techniqueId !== undefined && !first.has(techniqueId)) first.set(techniqueId, coverage);
  }
  return [...first];
}
