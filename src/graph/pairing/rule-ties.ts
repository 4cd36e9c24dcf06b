import { parseAtomicAddress, parseSigmaId, parseTestGuid } from '../../domain/index.ts';
import type { AtomicAddress, SigmaId, TestGuid } from '../../domain/index.ts';
import { derive } from '../../parse/index.ts';
import type { ParsedNote } from '../../parse/index.ts';
import type { Span } from '../../source/index.ts';
import type { LinkTarget } from '../link-target.ts';
import type { RuleNode } from '../nodes.ts';
import type { Reason, Strength } from './strength.ts';
import type { Target, TestIndex } from './test-index.ts';

/** One thing that ties a rule to tests. A target may have no tests. */
export interface Tie {
  readonly strength: Strength;
  readonly reason: Reason;
  readonly target: Target;
}

/** What the ties of a rule are told from. */
export interface TieWorld {
  readonly tests: TestIndex;
  /** What every link of a rule's note leads to, in order. */
  readonly linksOf: (rule: RuleNode) => readonly LinkTarget[];
  /** True for the id of any rule of the vault. */
  readonly isRule: (id: SigmaId) => boolean;
}

const UUID = /(?<![\w-])[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}(?![\w-])/gi;
const ADDRESS = /https?:\/\/[^\s<>"'`]+/gi;

/** Everything that ties a rule to tests, the surest first. */
export function tiesOf(rule: RuleNode, world: TieWorld): readonly Tie[] {
  const ties: Tie[] = [];
  addDeclared(ties, rule, world);
  addCited(ties, rule, world);
  for (const id of rule.techniques)
    ties.push({
      strength: 'same-technique',
      reason: { kind: 'technique', techniques: [id] },
      target: { kind: 'technique', id },
    });
  return ties;
}

/** The guids that a rule's simulation names, each once. */
export function simulatedGuids({ sigma }: RuleNode): readonly TestGuid[] {
  return [...new Set(sigma.simulations.flatMap(({ atomicGuid }) => atomicGuid ?? []))];
}

// Most rules have nothing but their techniques, so that little is made for what they do not have.

function addDeclared(ties: Tie[], rule: RuleNode, world: TieWorld): void {
  if (rule.sigma.simulations.length > 0)
    for (const guid of simulatedGuids(rule)) addGuid(ties, { kind: 'simulation', guid }, world);
  for (const guid of guidsInText(rule, world)) addGuid(ties, { kind: 'guid', guid }, world);
}

function addGuid(ties: Tie[], reason: Extract<Reason, { readonly guid: TestGuid }>, { tests }: TieWorld): void {
  const test = tests.byGuid(reason.guid);
  if (test !== undefined) ties.push({ strength: 'declared', reason, target: { kind: 'test', test } });
}

/** Guids of tests that stand in the note by themselves, and are not the id of this rule or of another. */
function guidsInText(rule: RuleNode, { tests, isRule }: TieWorld): readonly TestGuid[] {
  const written = loneUuids(rule.note).filter((uuid) => uuid !== rule.sigma.id);
  if (written.length === 0) return [];
  const known = new Set(simulatedGuids(rule));
  const related = new Set(rule.sigma.related.flatMap(({ id }) => parseSigmaId(id) ?? []));
  const isOfRule = (id: SigmaId): boolean => id === rule.sigma.id || related.has(id) || isRule(id);
  return written.flatMap((uuid) => {
    const [guid, id] = [parseTestGuid(uuid), parseSigmaId(uuid)];
    if (guid === undefined || id === undefined || tests.byGuid(guid) === undefined || known.has(guid)) return [];
    return isOfRule(id) ? [] : [guid];
  });
}

/** The UUIDs that stand in a note by themselves, not in an address or link: in lower case, each once. */
function loneUuids(note: ParsedNote): readonly string[] {
  return derive(note, 'lone-uuids', () => {
    const { text } = note.file;
    const addresses: readonly Span[] = [
      ...[...text.matchAll(ADDRESS)].map(({ 0: found, index }) => ({ start: index, end: index + found.length })),
      ...note.links.map(({ span }) => span),
    ];
    const found = [...text.matchAll(UUID)].flatMap(({ 0: written, index }) =>
      addresses.some(({ start, end }) => start <= index && index < end) ? [] : [written.toLowerCase()],
    );
    return [...new Set(found)];
  });
}

function addCited(ties: Tie[], rule: RuleNode, world: TieWorld): void {
  const links = world.linksOf(rule);
  for (const address of readAddresses(rule))
    if (isCited(address.address, rule, links)) ties.push(...tieToAddress(address, world));
  links.forEach((link, index) => {
    if (link.kind === 'note') ties.push(...tieToNote(link, rule.note.links[index]?.anchor, world));
  });
}

/** An address and what it names. */
interface ReadAddress {
  readonly address: string;
  /** The last UUID in it. */
  readonly guid: TestGuid | undefined;
  readonly atomic: AtomicAddress | undefined;
}

/** The addresses that a rule's references and links hold, each once; only those that may lead to a test. */
function readAddresses({ note, sigma }: RuleNode): readonly ReadAddress[] {
  return derive(note, 'test-addresses', () => {
    const linked = note.links.map(({ target, anchor }) => (anchor === undefined ? target : `${target}#${anchor}`));
    return [...new Set([...sigma.references, ...linked].map((address) => address.trim()))].flatMap((address) => {
      const guid = [...address.matchAll(UUID)].map(([written]) => parseTestGuid(written)).at(-1);
      const atomic = parseAtomicAddress(address);
      return guid === undefined && atomic === undefined ? [] : [{ address, guid, atomic }];
    });
  });
}

/** Whether a reference or a link that leads off the site is an address. */
function isCited(address: string, { sigma }: RuleNode, links: readonly LinkTarget[]): boolean {
  return (
    sigma.references.some((reference) => reference.trim() === address) ||
    links.some((link) => link.kind === 'external' && link.url.trim() === address)
  );
}

function tieToAddress({ address, guid, atomic }: ReadAddress, { tests }: TieWorld): readonly Tie[] {
  const byGuid = guid === undefined ? undefined : tests.byGuid(guid);
  const target: Target | undefined =
    byGuid === undefined ? atomic && tests.byAddress(atomic) : { kind: 'test', test: byGuid };
  if (target === undefined) return [];
  const page = target.kind === 'technique' ? target.id : undefined;
  return [{ strength: 'cited', reason: { kind: 'address', address, page }, target }];
}

/** `written` is the anchor as the author wrote it: a test's section may be named by its guid too. */
function tieToNote(link: LinkTarget, written: string | undefined, { tests }: TieWorld): readonly Tie[] {
  if (link.kind !== 'note' || link.node.kind !== 'runbook') return [];
  const { node: runbook, anchor } = link;
  const guid = parseTestGuid(written ?? '');
  const heading = runbook.note.headings.find(({ id }) => id === anchor);
  const test = guid === undefined ? heading && tests.atOffset(runbook, heading.span.start) : tests.byGuid(guid);
  const target: Target = test === undefined ? { kind: 'runbook', runbook } : { kind: 'test', test };
  const reason: Reason = { kind: 'link', title: (test ?? runbook).title, isWhole: test === undefined };
  return [{ strength: 'cited', reason, target }];
}
