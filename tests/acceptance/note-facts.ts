import { unquote } from './vault-reader.ts';
import type { Note } from './vault-reader.ts';

/** What a technique note says of itself. */
export interface TechniqueFacts {
  readonly id: string;
  /** Its first heading: a file name cannot hold every title. */
  readonly title: string;
  readonly tactics: readonly string[];
  readonly platforms: readonly string[];
  readonly version: string;
  readonly created: string;
  readonly modified: string;
  /** `Data source: Data component`, as listed. */
  readonly components: readonly string[];
}

/** What a rule's Sigma block says. */
export interface SigmaFacts {
  readonly id: string;
  readonly title: string;
  readonly author: string;
  readonly level: string;
  readonly status: string;
  readonly date: string;
  /** Undefined when the rule was never modified. */
  readonly modified: string | undefined;
  readonly source: string;
}

/** An atomic test of a runbook. */
export interface TestFacts {
  readonly guid: string;
  readonly name: string;
}

/** The facts of a technique note. Throws when its name does not begin with an id. */
export function readTechnique(note: Note): TechniqueFacts {
  const property = (key: string): string => note.properties.get(key) ?? '';
  return {
    id: techniqueIdOf(note),
    title: /^## (.+?)\s*$/m.exec(note.prose)?.[1] ?? '',
    tactics: splitList(property('tactics')),
    platforms: splitList(property('platforms')),
    version: property('version'),
    created: property('created'),
    modified: property('last_modified'),
    components: readComponents(note.prose),
  };
}

/** The id at the head of a technique's or runbook's name, with a dot. Throws when there is none. */
export function techniqueIdOf(note: Note): string {
  const id = /^T\d{4}(?:\.\d{3})?(?= )/.exec(note.name)?.[0];
  if (id === undefined) throw new Error(`no technique id in the name of ${note.path}`);
  return id;
}

/** The facts of a rule note, from its Sigma block alone. Throws when there is no such block. */
export function readSigma(note: Note): SigmaFacts {
  const source = note.fences.find(({ language }) => /^ya?ml$/.test(language))?.source;
  if (source === undefined) throw new Error(`no Sigma block in ${note.path}`);
  const value = (key: string): string => readScalar(source, key) ?? '';
  return {
    id: value('id'),
    title: value('title'),
    author: value('author'),
    level: value('level'),
    status: value('status'),
    date: value('date'),
    modified: readScalar(source, 'modified'),
    source,
  };
}

/** The atomic tests of a runbook, in order. */
export function readTests(note: Note): readonly TestFacts[] {
  return note.prose
    .split(/^## Atomic Test #\d+ - /m)
    .slice(1)
    .map((section) => ({
      name: (section.split('\n')[0] ?? '').trim(),
      guid: /auto_generated_guid:\*\*\s*(\S+)/.exec(section)?.[1] ?? '',
    }));
}

/** The ids of the techniques that a note's tags name, with a dot and in upper case. */
export function techniquesInTags(note: Note): readonly string[] {
  return note.tags.flatMap((tag) => {
    const match = /^t(\d{4})(?:[_.](\d{3}))?$/.exec(tag);
    return match === null ? [] : [`T${match[1]}${match[2] === undefined ? '' : `.${match[2]}`}`];
  });
}

/** The ids of the techniques on attack.mitre.org that a note's prose links. */
export function techniquesLinked(note: Note): ReadonlySet<string> {
  return new Set([...note.prose.matchAll(attackLinks)].map(([, id, sub]) => attackId(id, sub)));
}

/** The technique that an address on attack.mitre.org names; undefined for any other address. */
export function techniqueOfAddress(href: string): string | undefined {
  const match = new RegExp(attackLinks.source).exec(href);
  return match === null ? undefined : attackId(match[1], match[2]);
}

const attackLinks = /attack\.mitre\.org\/techniques\/(T\d{4})(?:\/(\d{3}))?/g;

function attackId(technique: string | undefined, sub: string | undefined): string {
  return sub === undefined ? `${technique}` : `${technique}.${sub}`;
}

function readComponents(prose: string): readonly string[] {
  const section = prose.split(/^### Data Sources\s*$/m)[1]?.split(/^###? /m)[0] ?? '';
  return [...section.matchAll(/^\s*-\s+(.+: .+?)\s*$/gm)].map(([, component]) => component ?? '');
}

function splitList(value: string): readonly string[] {
  return value.split(',').map((item) => item.trim());
}

/** A top-level scalar of a YAML text: quotes, comments and continued lines undone; undefined when missing. */
function readScalar(yaml: string, key: string): string | undefined {
  const written = new RegExp(`^${key}:[ \\t]*(.*(?:\\n[ \\t]+.*)*)$`, 'm').exec(yaml)?.[1];
  if (written === undefined) return undefined;
  const line = written.replace(/\s+/g, ' ').trim();
  return /^['"]/.test(line) ? unquote(line) : line.replace(/ #.*$/, '').trim();
}
