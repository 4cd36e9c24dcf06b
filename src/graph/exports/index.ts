export { coverageCsv, gapsCsv } from './coverage-csv.ts';
export { coverageJson } from './coverage-json.ts';
export { layerKinds, navigatorLayer } from './navigator-layer.ts';
export type { LayerKind, NavigatorLayer } from './navigator-layer.ts';
export { rulesJson } from './rules-json.ts';
export { techniquesJson } from './techniques-json.ts';
export { testsJson } from './tests-json.ts';
