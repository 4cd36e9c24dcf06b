import { astro, emptyNames, layers, markdown, worldly } from './scripts/layers.mjs';

const room = (names) => `^src/(${names.join('|')})/`;
const rooms = Object.keys(layers);

const layerRules = rooms.map((name) => ({
  name: `layer-${name}`,
  comment: `src/${name} may import ${layers[name].join(', ') || 'no other room'} (scripts/layers.mjs).`,
  severity: 'error',
  from: { path: room([name]) },
  to: { path: '^src/', pathNot: room([name, ...layers[name]]) },
}));

const doorRules = rooms.map((name) => ({
  name: `door-${name}`,
  comment: `Others see only what src/${name}/index.ts shows, so that the inside can change.`,
  severity: 'error',
  from: { path: '^src/', pathNot: room([name]) },
  // Pages import the layouts and client entry points of the site: Astro has no door for components.
  to: {
    path: room([name]),
    pathNot: [`^src/${name}/index\\.ts$`, '^src/site/(layouts|components|client|state|integration)'],
  },
}));

/** @type {import('dependency-cruiser').IConfiguration} */
export default {
  forbidden: [
    ...layerRules,
    ...doorRules,
    {
      name: 'own-door',
      comment: 'Insiders import files, not their own door, which would be a cycle.',
      severity: 'error',
      from: { path: '^src/([^/]+)/', pathNot: '/index\\.ts$' },
      to: { path: '^src/$1/index\\.ts$' },
    },
    {
      name: 'no-cycles',
      comment: 'A cycle hides which of two files stands on the other.',
      severity: 'error',
      from: {},
      to: { circular: true },
    },
    {
      name: 'not-tests',
      comment: 'The program never needs its tests.',
      severity: 'error',
      from: { path: '^src/' },
      to: { path: '^tests/' },
    },
    {
      name: 'worldly',
      comment: 'Disk, network and child processes stand in few rooms, so that the rest is pure.',
      severity: 'error',
      from: { path: '^src/', pathNot: room(worldly) },
      to: { dependencyTypes: ['core'], pathNot: '^(node:)?(module|vm|util|crypto)$' },
    },
    {
      name: 'markdown',
      comment: 'Markdown processors stand in two rooms.',
      severity: 'error',
      from: { path: '^src/', pathNot: room(markdown) },
      to: {
        path: 'node_modules/(unified|remark|rehype|micromark|mdast-util|hast-util)',
        dependencyTypesNot: ['type-only'],
      },
    },
    {
      name: 'astro',
      comment: 'Astro is met in one place.',
      severity: 'error',
      from: { path: '^src/', pathNot: room(astro) },
      to: { path: 'node_modules/(@astrojs|astro)/' },
    },
    {
      name: 'empty-names',
      comment: 'A name says what is in a file.',
      severity: 'error',
      from: {},
      to: { path: `(^|/)(${emptyNames.join('|')})(/|\\.)`, pathNot: 'node_modules' },
    },
    {
      name: 'unresolved',
      comment: 'An import that leads nowhere.',
      severity: 'error',
      from: {},
      to: { couldNotResolve: true, pathNot: '^(astro:|virtual:)' },
    },
  ],
  options: {
    doNotFollow: { path: 'node_modules' },
    tsPreCompilationDeps: true,
    tsConfig: { fileName: 'tsconfig.json' },
    enhancedResolveOptions: {
      exportsFields: ['exports'],
      conditionNames: ['import', 'require', 'node', 'default', 'types'],
    },
  },
};
