import { diagnose, nearest } from '../../diagnostics/index.ts';
import type { Report } from '../../diagnostics/index.ts';
import {
  compareTactics,
  findTactic,
  leadingTechniqueId,
  parentTechniqueId,
  parseComponentRef,
  parseTechniqueId,
  tactics,
  techniqueIdOfAddress,
} from '../../domain/index.ts';
import type { ComponentRef, TechniqueId } from '../../domain/index.ts';
import { listOf, plainText, propertyOf, textOf } from '../../parse/index.ts';
import type { ParsedNote } from '../../parse/index.ts';
import { fileStart, placeOf } from '../../source/index.ts';
import type { Place } from '../../source/index.ts';
import type { TechniqueNode } from '../nodes.ts';
import { eachOnce } from './each-once.ts';
import { limitedNames } from './limited-names.ts';
import { sectionTitled } from './sections.ts';
import { inlineTags, propertyTags, propertyTechniques } from './technique-ids.ts';
import { nodesOf } from './tree-walk.ts';

/** What a technique's note says of the technique. */
export type TechniqueFacts = Omit<TechniqueNode, 'kind' | 'id' | 'title' | 'url' | 'path' | 'note'>;

/**
 * Reads the facts of a technique's note from its properties, its tags and the sections Data Sources and
 * Defenses Bypassed. Reports `graph/technique-without-id`, `graph/unknown-tactic` and `graph/too-many-names`.
 */
export function techniqueFacts(note: ParsedNote, report: Report): TechniqueFacts {
  const { frontmatter, file } = note;
  const techniqueId = idOf(note);
  if (techniqueId === undefined) report(diagnose('graph/technique-without-id', fileStart(note.file.path), {}));
  const address = textOf(frontmatter, 'url');
  return {
    techniqueId,
    parentId: techniqueId === undefined ? undefined : parentTechniqueId(techniqueId),
    tactics: tacticsOf(note, report),
    platforms: limitedNames({ names: eachOnce(listOf(frontmatter, 'platforms')), what: 'platforms', file }, report),
    created: textOf(frontmatter, 'created'),
    modified: textOf(frontmatter, 'last_modified') ?? textOf(frontmatter, 'modified'),
    version: textOf(frontmatter, 'version'),
    sourceUrl: address !== undefined && /^https?:\/\//i.test(address) ? address : undefined,
    components: limitedNames({ names: componentsOf(note), what: 'data components', file }, report),
    defensesBypassed: defensesOf(note),
    citations: citationsOf(note),
  };
}

/** The id that the properties' tags, the property `technique`, the `url`, the file's name or a tag in the text give, in this order. */
function idOf(note: ParsedNote): TechniqueId | undefined {
  const address = textOf(note.frontmatter, 'url');
  const idOfAddress = address === undefined ? undefined : techniqueIdOfAddress(address);
  const ids = [...propertyTags(note), ...propertyTechniques(note)].flatMap((text) => parseTechniqueId(text) ?? []);
  // A note may carry the tag of a technique that it only mentions.
  if (idOfAddress !== undefined && ids.includes(idOfAddress)) return idOfAddress;
  const [firstInText] = inlineTags(note).flatMap((tag) => parseTechniqueId(tag) ?? []);
  return ids[0] ?? idOfAddress ?? leadingTechniqueId(note.name) ?? firstInText;
}

function tacticsOf(note: ParsedNote, report: Report): readonly string[] {
  const { frontmatter, file } = note;
  const written = limitedNames({ names: listOf(frontmatter, 'tactics'), what: 'tactics', file }, report);
  const names = written.map((name) => {
    const tactic = findTactic(name);
    if (tactic !== undefined) return tactic.name;
    const known = tactics.map((tactic) => tactic.name);
    report(
      diagnose('graph/unknown-tactic', placeOfTactic(note, name), { tactic: name, nearest: nearest(name, known) }),
    );
    return name;
  });
  return [...eachOnce(names)].sort(compareTactics);
}

function placeOfTactic({ frontmatter, file }: ParsedNote, name: string): Place {
  const value = propertyOf(frontmatter, 'tactics');
  const item = value?.kind === 'list' ? value.items.find(({ text }) => text.trim() === name) : value;
  const { start, end } = item?.span ?? { start: 0, end: 0 };
  const within = file.text.slice(start, end).indexOf(name);
  return placeOf(file, within === -1 ? { start, end } : { start: start + within, end: start + within + name.length });
}

function componentsOf(note: ParsedNote): readonly ComponentRef[] {
  const found = new Map<string, ComponentRef>();
  for (const line of itemsUnder(note, 'data sources')) {
    const ref = parseComponentRef(line);
    if (ref === undefined) continue;
    const key = `${ref.source}:${ref.component}`.toLowerCase();
    if (!found.has(key)) found.set(key, ref);
  }
  return [...found.values()];
}

/** The first line of each list item in the section with a title. */
function itemsUnder(note: ParsedNote, title: string): readonly string[] {
  const section = sectionTitled(note, title);
  const lines: string[] = [];
  for (const node of nodesOf(...(section?.nodes ?? []))) {
    if (node.type !== 'listItem') continue;
    const [first] = node.children;
    if (first?.type === 'paragraph') lines.push(plainText(first.children));
  }
  return lines;
}

function defensesOf(note: ParsedNote): readonly string[] {
  const texts: string[] = [];
  for (const node of nodesOf(...(sectionTitled(note, 'defenses bypassed')?.nodes ?? []))) {
    if (node.type === 'paragraph') texts.push(plainText(node.children));
  }
  const names = texts.flatMap((text) => text.split(/[,\n]/)).map((name) => name.trim());
  return eachOnce(names.filter((name) => name !== ''));
}

function citationsOf(note: ParsedNote): readonly string[] {
  const names = new Set<string>();
  for (const node of nodesOf(note.tree)) if (node.type === 'citation') names.add(node.name);
  return [...names];
}
