import { compareTactics, componentsOfLogSource, tacticIdOf } from '../domain/index.ts';
import type { AttackIds, ComponentRef, Matrix } from '../domain/index.ts';
import { componentAddress, logSourceAddress, namedAddress, tagAddress } from './addresses.ts';
import type { AddressBook } from './addresses.ts';
import { componentId, hasLogSource, logSourceId, logSourceTitle, namedId, nodeId } from './node-ids.ts';
import type { GraphNode, NodeId, RuleNode, TechniqueNode, TestNode } from './nodes.ts';
import type { NoteNodes } from './note-nodes.ts';
import { levelsAbove, pagedTags } from './paged-tags.ts';

/** What named nodes are made with. */
export interface NamedNodeTools {
  readonly addresses: AddressBook;
  readonly ids: AttackIds;
}

/** The nodes that notes name but that are no notes: tactics, platforms, data sources, log sources and tags. */
export function makeNamedNodes({ notes, tests }: NoteNodes, { addresses, ids }: NamedNodeTools): readonly GraphNode[] {
  const techniques = notes.filter((node) => node.kind === 'technique');
  const rules = notes.filter((node) => node.kind === 'rule');
  return [
    ...tacticNodes(techniques, { addresses, ids }),
    ...platformNodes(techniques, tests, addresses),
    ...dataNodes(techniques, addresses),
    ...logSourceNodes(rules, addresses),
    ...tagNodes(notes, addresses),
  ];
}

function tacticNodes(techniques: readonly TechniqueNode[], { addresses, ids }: NamedNodeTools): readonly GraphNode[] {
  const names = new Set(techniques.flatMap((technique) => technique.tactics));
  const byId = new Map([...names].sort(compareTactics).map((name) => [namedId('tactic', name), name]));
  return [...byId].map(([id, title]) => {
    const { url } = addresses.claim(namedAddress('tactics', title), id);
    const own = techniques.filter((technique) => technique.tactics.includes(title));
    return { kind: 'tactic', id, title, url, tacticId: tacticIdOf(title, matricesOf(own, ids)) };
  });
}

/** The matrices that some techniques are known to be of. */
function matricesOf(techniques: readonly TechniqueNode[], ids: AttackIds): ReadonlySet<Matrix> {
  const fates = techniques.flatMap(({ techniqueId }) => (techniqueId === undefined ? [] : [ids.fateOf(techniqueId)]));
  return new Set(fates.flatMap((fate) => (fate.kind === 'active' ? [fate.matrix] : [])));
}

function platformNodes(
  techniques: readonly TechniqueNode[],
  tests: readonly TestNode[],
  addresses: AddressBook,
): readonly GraphNode[] {
  // Techniques first: where both name a platform, ATT&CK's spelling is the title.
  const names = [...techniques.flatMap(({ platforms }) => platforms), ...tests.flatMap(({ test }) => test.platforms)];
  return [...firstById(names, (name) => namedId('platform', name))].map(([id, title]) => {
    const { url } = addresses.claim(namedAddress('platforms', title), id);
    return { kind: 'platform', id, title, url };
  });
}

function dataNodes(techniques: readonly TechniqueNode[], addresses: AddressBook): readonly GraphNode[] {
  const refs = techniques.flatMap(({ components }) => components);
  const sources = firstById(
    refs.map(({ source }) => source),
    (name) => namedId('data-source', name),
  );
  const components = firstById<ComponentRef>(refs, componentId);
  return [
    ...[...sources].map(([id, title]): GraphNode => {
      const { url } = addresses.claim(namedAddress('data-sources', title), id);
      return { kind: 'data-source', id, title, url };
    }),
    ...[...components].map(([id, ref]): GraphNode => {
      const { url } = addresses.claim(componentAddress(ref), id);
      return { kind: 'data-component', id, title: ref.component, url, source: namedId('data-source', ref.source) };
    }),
  ];
}

function logSourceNodes(rules: readonly RuleNode[], addresses: AddressBook): readonly GraphNode[] {
  const sources = rules.map(({ sigma }) => sigma.logSource).filter(hasLogSource);
  return [...firstById(sources, logSourceId)].map(([id, logSource]) => {
    const { url } = addresses.claim(logSourceAddress(logSource), id);
    const components = componentsOfLogSource(logSource);
    return { kind: 'log-source', id, title: logSourceTitle(logSource), url, logSource, components };
  });
}

function tagNodes(notes: NoteNodes['notes'], addresses: AddressBook): readonly GraphNode[] {
  const spellings = new Map<string, Map<string, number>>();
  const count = (name: string, times: number): void => {
    const key = name.toLowerCase();
    let counts = spellings.get(key);
    if (counts === undefined) spellings.set(key, (counts = new Map<string, number>()));
    counts.set(name, (counts.get(name) ?? 0) + times);
  };
  for (const { note } of notes) {
    for (const { name } of pagedTags(note).tags) {
      count(name, 1);
      // A tag stands for all below it, so each level has a page; a note's own spelling weighs more.
      for (const above of levelsAbove(name)) count(above, 0);
    }
  }
  return [...spellings].map(([key, counts]) => {
    const id = nodeId('tag', key);
    const title = [...counts].reduce((best, next) => (next[1] > best[1] ? next : best))[0];
    return { kind: 'tag', id, title, url: addresses.claim(tagAddress(key), id).url, key };
  });
}

/** The first of those that share an id, sorted by id so that addresses do not hang on the order of notes. */
function firstById<T>(things: readonly T[], idOf: (thing: T) => NodeId): ReadonlyMap<NodeId, T> {
  const first = new Map<NodeId, T>();
  for (const thing of things) {
    const id = idOf(thing);
    if (!first.has(id)) first.set(id, thing);
  }
  return new Map([...first].sort(([a], [b]) => (a < b ? -1 : 1)));
}
