import type { Root } from 'mdast';
import { nearest } from '../diagnostics/index.ts';
import { derive } from '../parse/index.ts';
import type { NoteTag, ParsedNote, PropertyValue } from '../parse/index.ts';
import type { VaultPath } from '../source/index.ts';
import { createHostTexts } from './host-texts.ts';
import type { HostTexts } from './host-texts.ts';
import { compareNotes } from './order.ts';
import { createRegexRunner } from './regex.ts';
import type { RegexRunner } from './regex.ts';
import { createSharedRows } from './shared-rows.ts';
import type { SharedRows } from './shared-rows.ts';
import { blockUnits, sectionUnits, taskUnits } from './units.ts';
import type { Unit } from './units.ts';

/** The notes that carry a tag or one below it. */
export interface TagEntry {
  /** As its first note writes it. */
  readonly name: string;
  /** Indexes of notes, ascending, each once. */
  readonly notes: readonly number[];
}

/** The values of a property in all notes. */
export interface PropertyEntry {
  /** As its first note writes it. */
  readonly name: string;
  readonly values: readonly { readonly note: number; readonly value: PropertyValue }[];
}

/** What a note is divided into by `line:`, `block:`, `section:` and the task operators. */
export type UnitKind = 'line' | 'block' | 'section' | 'task';

/**
 * The notes that searches look through, with indexes that are made when a search first asks for
 * them. A note is known by its index in {@link notes}, which are in the order of results.
 */
export interface Corpus {
  readonly notes: readonly ParsedNote[];
  /** The index of every note, ascending. */
  readonly all: readonly number[];
  /** Index of the note at a path; undefined when it is excluded or not there. */
  indexOf(path: VaultPath): number | undefined;
  /** By key, with an entry for each level of a nested tag. */
  tags(): ReadonlyMap<string, TagEntry>;
  /** The tags of one note that searches see. */
  tagsOf(note: number): readonly NoteTag[];
  /** By name in lower case. */
  properties(): ReadonlyMap<string, PropertyEntry>;
  /** The tag most like a key that no note carries, one that has it as a lower level before all; undefined when none is near. */
  nearestTag(key: string): string | undefined;
  /** The property most like a name that no note has; undefined when none is near. */
  nearestProperty(key: string): string | undefined;
  /** The length of all texts together. */
  characters(): number;
  text(note: number): string;
  lowerText(note: number): string;
  lowerName(note: number): string;
  /** The units of a note but for its lines, which are made anew each time (`lineUnits`). */
  units(note: number, kind: Exclude<UnitKind, 'line'>): readonly Unit[];
  readonly regex: RegexRunner;
  /** How many searches were stopped because they took too long, by the note that they stand in; undefined for nobody's. */
  readonly stopped: Map<number | undefined, number>;
  /** How many characters the searches that stand in a note have looked at, by note. */
  readonly spent: Map<number, number>;
  /** How many rows the searches that stand in a note have given, by note; undefined for all notes together. */
  readonly given: Map<number | undefined, number>;
  /** The texts in which the lines of a block are blank. */
  readonly hosts: HostTexts;
  /** What was found for searches that may stand in other notes too. */
  readonly shared: SharedRows;
}

/** Which notes and facts a corpus leaves out. */
export interface CorpusOptions {
  /** Notes that searches never return (A1.2). */
  readonly isExcluded?: (path: VaultPath) => boolean;
  /** Lets tags and properties of invalid frontmatter count; Obsidian sees none of them (A1.3). */
  readonly includeRecovered?: boolean;
}

/** Makes the corpus of a vault's notes, given in any order. */
export function createCorpus(notes: readonly ParsedNote[], options: CorpusOptions = {}): Corpus {
  const { isExcluded = () => false, includeRecovered = false } = options;
  const kept = notes.filter((note) => !isExcluded(note.file.path)).sort(compareNotes);
  const tagsOf = (note: number): readonly NoteTag[] => {
    const tags = kept[note]?.tags ?? [];
    return includeRecovered ? tags : tags.filter((tag) => tag.origin !== 'recovered');
  };
  const text = (note: number): string => kept[note]?.file.text ?? '';
  const fromTree = (
    kind: UnitKind,
    read: (tree: Root, text: string) => readonly Unit[],
  ): ((note: number) => readonly Unit[]) => {
    return (index) => {
      const note = kept[index];
      return note === undefined ? [] : derive(note, `units/${kind}`, () => read(note.tree, note.file.text));
    };
  };
  const units: Readonly<Record<Exclude<UnitKind, 'line'>, (note: number) => readonly Unit[]>> = {
    block: fromTree('block', blockUnits),
    section: fromTree('section', sectionUnits),
    task: fromTree('task', taskUnits),
  };
  const paths = once(() => new Map(kept.map((note, index) => [note.file.path, index])));
  const tags = once(() => indexTags(kept.length, tagsOf));
  const properties = once(() => indexProperties(kept, includeRecovered));
  const all = kept.map((_, index) => index);
  return {
    notes: kept,
    all,
    indexOf: (path) => paths().get(path),
    tags,
    tagsOf,
    properties,
    nearestTag: remember((key) => nameAt(tags(), tagWithLevel(key, tags()) ?? nearest(key, tags().keys()))),
    nearestProperty: remember((key) => nameAt(properties(), nearest(key, properties().keys()))),
    characters: once(() => kept.reduce((sum, note) => sum + note.file.text.length, 0)),
    text,
    lowerText: remember((note) => text(note).toLowerCase()),
    lowerName: remember((note) => (kept[note]?.name ?? '').toLowerCase()),
    units: (note, kind) => units[kind](note),
    regex: createRegexRunner(),
    stopped: new Map(),
    spent: new Map(),
    given: new Map(),
    hosts: createHostTexts(),
    shared: createSharedRows(all),
  };
}

function indexTags(size: number, tagsOf: (note: number) => readonly NoteTag[]): ReadonlyMap<string, TagEntry> {
  const index = new Map<string, { readonly name: string; readonly notes: number[] }>();
  for (let note = 0; note < size; note += 1) {
    for (const tag of tagsOf(note)) {
      for (let slash = tag.key.indexOf('/'); ; slash = tag.key.indexOf('/', slash + 1)) {
        // A tag may begin with a slash, or have two in a row: what stands before one of these is no tag by itself.
        if (slash === 0 || tag.key[slash - 1] === '/') continue;
        const key = slash === -1 ? tag.key : tag.key.slice(0, slash);
        const entry = index.get(key);
        if (entry === undefined)
          index.set(key, { name: slash === -1 ? tag.name : tag.name.slice(0, slash), notes: [note] });
        else if (entry.notes.at(-1) !== note) entry.notes.push(note);
        if (slash === -1) break;
      }
    }
  }
  return index;
}

function indexProperties(notes: readonly ParsedNote[], includeRecovered: boolean): ReadonlyMap<string, PropertyEntry> {
  const index = new Map<string, { readonly name: string; readonly values: { note: number; value: PropertyValue }[] }>();
  notes.forEach(({ frontmatter }, note) => {
    if (frontmatter.state === 'recovered' && !includeRecovered) return;
    for (const { name, value } of frontmatter.properties) {
      const key = name.toLowerCase();
      const entry = index.get(key);
      if (entry === undefined) index.set(key, { name, values: [{ note, value }] });
      else entry.values.push({ note, value });
    }
  });
  return index;
}

function nameAt(entries: ReadonlyMap<string, { readonly name: string }>, key: string | undefined): string | undefined {
  return key === undefined ? undefined : entries.get(key)?.name;
}

/** Makes a value when it is first asked for. */
function once<T>(make: () => T): () => T {
  let made: { readonly value: T } | undefined;
  return () => (made ??= { value: make() }).value;
}

/** Makes the value of each key, such as the index of a note, when it is first asked for. */
function remember<Key, Value>(make: (key: Key) => Value): (key: Key) => Value {
  const made = new Map<Key, { readonly value: Value }>();
  return (key) => {
    let entry = made.get(key);
    if (entry === undefined) made.set(key, (entry = { value: make(key) }));
    return entry.value;
  };
}

/** The first tag that has a key as a level of its own below the first: `myjob/work` for `work`. */
function tagWithLevel(key: string, tags: ReadonlyMap<string, TagEntry>): string | undefined {
  for (const tag of tags.keys()) if (tag.endsWith(`/${key}`)) return tag;
  return undefined;
}
