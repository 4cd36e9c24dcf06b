import { diagnose } from '../diagnostics/index.ts';
import type { Diagnostic, Report } from '../diagnostics/index.ts';
import type { SigmaId, TechniqueId, TestGuid } from '../domain/index.ts';
import { derive } from '../parse/index.ts';
import type { ParsedNote } from '../parse/index.ts';
import { fileStart, placeOf } from '../source/index.ts';
import type { Span, VaultPath } from '../source/index.ts';
import { pageAddress, ruleAddress, runbookAddress, techniqueAddress } from './addresses.ts';
import type { AddressBook } from './addresses.ts';
import {
  ruleFacts,
  ruleTitle,
  runbookFacts,
  runbookTitle,
  shortTitle,
  techniqueFacts,
  techniqueTitle,
} from './facts/index.ts';
import type { RuleFacts, RunbookFacts, TechniqueFacts } from './facts/index.ts';
import type { NoteKind } from './kinds.ts';
import { nodeId } from './node-ids.ts';
import type { NodeId, NodeKind, NoteNode, PageNode, RuleNode, RunbookNode, TechniqueNode, TestNode } from './nodes.ts';

interface Kinded<K extends NoteKind, F> {
  readonly kind: K;
  readonly note: ParsedNote;
  readonly facts: F;
}

type Draft =
  | Kinded<'technique', TechniqueFacts>
  | Kinded<'rule', RuleFacts>
  | Kinded<'runbook', RunbookFacts>
  | Kinded<'page', undefined>;

/** Where the nodes of notes come from and where they are published. */
export interface NoteNodeInput {
  readonly notes: readonly ParsedNote[];
  readonly kindOf: (path: VaultPath) => NoteKind;
  readonly addresses: AddressBook;
  readonly report: Report;
}

/** The nodes of all notes and of the tests in them, in the order of the notes. */
export interface NoteNodes {
  readonly notes: readonly NoteNode[];
  readonly tests: readonly TestNode[];
}

/** Reads the facts of every note by its kind, gives each an id and an address, and reports what clashes. */
export function makeNoteNodes({ notes, kindOf, addresses, report }: NoteNodeInput): NoteNodes {
  const drafts = notes.map((note) => draftOf(note, kindOf(note.file.path), report));
  const names = countNames(drafts);
  const ids = new Map<NodeId, VaultPath>();
  const context: Context = { addresses, names, ids, report };
  const pairs = drafts.map((draft) => nodesOf(draft, context));
  return { notes: pairs.map(({ note }) => note), tests: pairs.flatMap(({ tests }) => tests) };
}

function draftOf(note: ParsedNote, kind: NoteKind, report: Report): Draft {
  switch (kind) {
    case 'technique':
      return { kind, note, facts: told(readTechnique(note), report) };
    case 'rule':
      return { kind, note, facts: told(readRule(note), report) };
    case 'runbook':
      return { kind, note, facts: told(readRunbook(note), report) };
    case 'page':
      return { kind, note, facts: undefined };
  }
}

/** The facts of a note, and what there is to say of them. */
interface Reading<F> {
  readonly facts: F;
  readonly diagnostics: readonly Diagnostic[];
}

function readTechnique(note: ParsedNote): Reading<TechniqueFacts> {
  return derive(note, 'facts/technique', () => reading((report) => techniqueFacts(note, report)));
}

function readRule(note: ParsedNote): Reading<RuleFacts> {
  return derive(note, 'facts/rule', () => reading((report) => ruleFacts(note, report)));
}

function readRunbook(note: ParsedNote): Reading<RunbookFacts> {
  return derive(note, 'facts/runbook', () => reading((report) => runbookFacts(note, report)));
}

function reading<F>(read: (report: Report) => F): Reading<F> {
  const diagnostics: Diagnostic[] = [];
  const facts = read((diagnostic) => diagnostics.push(diagnostic));
  return { facts, diagnostics };
}

function told<F>({ facts, diagnostics }: Reading<F>, report: Report): F {
  diagnostics.forEach(report);
  return facts;
}

/** How often an id is claimed: an address by id is given only where it is claimed once. */
interface NameCounts {
  readonly rules: ReadonlyMap<SigmaId, number>;
  readonly runbooks: ReadonlyMap<TechniqueId, number>;
}

function countNames(drafts: readonly Draft[]): NameCounts {
  const rules = new Map<SigmaId, number>();
  const runbooks = new Map<TechniqueId, number>();
  for (const draft of drafts) {
    if (draft.kind === 'rule' && draft.facts.sigma.id !== undefined) increase(rules, draft.facts.sigma.id);
    if (draft.kind === 'runbook') for (const id of draft.facts.techniques) increase(runbooks, id);
  }
  return { rules, runbooks };
}

function increase<K>(counts: Map<K, number>, key: K): void {
  counts.set(key, (counts.get(key) ?? 0) + 1);
}

interface Context {
  readonly addresses: AddressBook;
  readonly names: NameCounts;
  /** Who holds a node's id. */
  readonly ids: Map<NodeId, VaultPath>;
  readonly report: Report;
}

interface NodesOfNote {
  readonly note: NoteNode;
  readonly tests: readonly TestNode[];
}

function nodesOf(draft: Draft, context: Context): NodesOfNote {
  switch (draft.kind) {
    case 'technique':
      return { note: techniqueNode(draft, context), tests: [] };
    case 'rule':
      return { note: ruleNode(draft, context), tests: [] };
    case 'runbook':
      return runbookNodes(draft, context);
    case 'page':
      return { note: pageNode(draft, context), tests: [] };
  }
}

function techniqueNode({ note, facts }: Kinded<'technique', TechniqueFacts>, context: Context): TechniqueNode {
  const id = facts.techniqueId;
  const url = claim(context, note, techniqueAddress(id, note.name));
  const key = claimId(context, note, { kind: 'technique', wanted: id, url });
  return {
    kind: 'technique',
    id: key,
    title: shortTitle(techniqueTitle(note, id)),
    url,
    path: note.file.path,
    note,
    ...facts,
  };
}

function ruleNode({ note, facts }: Kinded<'rule', RuleFacts>, context: Context): RuleNode {
  const { id } = facts.sigma;
  const isUnique = id !== undefined && context.names.rules.get(id) === 1;
  const url = claim(context, note, ruleAddress(isUnique ? id : undefined, note.name));
  const key = claimId(context, note, {
    kind: 'rule',
    wanted: id,
    url,
    span: () => spanOfUuid(note, id, facts.yaml?.span.start ?? 0),
  });
  return {
    kind: 'rule',
    id: key,
    title: shortTitle(ruleTitle(note, facts.sigma)),
    url,
    path: note.file.path,
    note,
    ...facts,
  };
}

function runbookNodes({ note, facts }: Kinded<'runbook', RunbookFacts>, context: Context): NodesOfNote {
  const [technique, ...others] = facts.techniques;
  const isAlone = technique !== undefined && others.length === 0 && context.names.runbooks.get(technique) === 1;
  const url = claim(context, note, runbookAddress(isAlone ? technique : undefined, note.name));
  const id = claimId(context, note, { kind: 'runbook', wanted: undefined, url });
  const { techniques } = facts;
  const path = note.file.path;
  const tests = facts.tests.map(({ test, anchor, span }): TestNode => {
    const address = `${url}#${anchor}`;
    const place = (): Span | undefined => spanOfUuid(note, test.guid, span.start);
    const testId = claimId(context, note, { kind: 'test', wanted: test.guid, url: address, span: place });
    return {
      kind: 'test',
      id: testId,
      title: shortTitle(test.name),
      url: address,
      path,
      runbook: id,
      anchor,
      guid: test.guid,
      test,
      techniques,
      span,
    };
  });
  const title = shortTitle(runbookTitle(note, technique));
  const runbook: RunbookNode = {
    kind: 'runbook',
    id,
    title,
    url,
    path,
    note,
    techniques,
    tests: tests.map((test) => test.id),
  };
  return { note: runbook, tests };
}

function pageNode({ note }: Kinded<'page', undefined>, context: Context): PageNode {
  const url = claim(context, note, pageAddress(note.file.path));
  const id = claimId(context, note, { kind: 'page', wanted: undefined, url });
  return { kind: 'page', id, title: shortTitle(pageTitle(note)), url, path: note.file.path, note };
}

/** A page's title: its only first-level heading when it opens the note, else the file's name, as in Obsidian. */
function pageTitle(note: ParsedNote): string {
  const first = note.headings[0];
  return first !== undefined && first.depth === 1 && first.text !== '' ? first.text : note.name;
}

function claim({ addresses, report }: Context, note: ParsedNote, wanted: string): string {
  const { url, keeper } = addresses.claim(wanted, note.file.path);
  if (keeper !== undefined) {
    report(diagnose('graph/duplicate-address', fileStart(note.file.path), { address: wanted, keeper, given: url }));
  }
  return url;
}

interface IdClaim {
  readonly kind: NodeKind;
  /** The id that the note itself gives; undefined when it has none. */
  readonly wanted: string | undefined;
  readonly url: string;
  /** Where the id stands; the note as a whole stands for it where this is not known. */
  readonly span?: () => Span | undefined;
}

/** Where a UUID stands first in a note from an offset on. */
function spanOfUuid({ file }: ParsedNote, uuid: SigmaId | TestGuid | undefined, from: number): Span | undefined {
  const at = uuid === undefined ? -1 : file.text.slice(from).search(new RegExp(uuid, 'i'));
  return uuid === undefined || at === -1 ? undefined : { start: from + at, end: from + at + uuid.length };
}

function claimId({ ids, report }: Context, note: ParsedNote, { kind, wanted, url, span }: IdClaim): NodeId {
  const fromAddress = url.replace(/^\/[^/]*\/(?=.)|^\/|\/$/g, '');
  const id = nodeId(kind, wanted ?? (kind === 'page' ? url.replace(/^\/|\/$/g, '') : fromAddress));
  const keeper = ids.get(id);
  if (keeper === undefined) {
    ids.set(id, note.file.path);
    return id;
  }
  const where = span?.();
  const place = where === undefined ? fileStart(note.file.path) : placeOf(note.file, where);
  if (wanted !== undefined)
    report({
      ...diagnose('graph/duplicate-id', place, { id: wanted, keeper }),
      related: [fileStart(keeper)],
    });
  const free = freeId(ids, nodeId(kind, fromAddress));
  ids.set(free, note.file.path);
  return free;
}

function freeId(ids: ReadonlyMap<NodeId, VaultPath>, wanted: NodeId): NodeId {
  let id = wanted;
  for (let suffix = 2; ids.has(id); suffix += 1) id = `${wanted}-${suffix}` as NodeId; // a suffix keeps the kind
  return id;
}
