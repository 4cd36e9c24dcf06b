import type { Matrix } from './attack-ids.ts';
import { slugify } from './slug.ts';

/** A tactic of ATT&CK. */
export interface Tactic {
  /** ATT&CK's ids, `TA` and four digits, by the matrices that have the tactic. */
  readonly ids: Readonly<Partial<Record<Matrix, string>>>;
  readonly name: string;
  readonly slug: string;
}

/**
 * The tactics of all three matrices, each in its matrix's order. Sources: https://attack.mitre.org/tactics/enterprise/,
 * …/ics/ and …/mobile/. Version 19 made two of Enterprise's Defense Evasion: Stealth, which took over its id, and
 * Defense Impairment. A vault may carry either, and both while it moves. The last two are Mobile's, deprecated.
 */
const TACTICS: readonly (readonly [name: string, ids: Tactic['ids']])[] = [
  ['Reconnaissance', { enterprise: 'TA0043' }],
  ['Resource Development', { enterprise: 'TA0042' }],
  ['Initial Access', { enterprise: 'TA0001', ics: 'TA0108', mobile: 'TA0027' }],
  ['Execution', { enterprise: 'TA0002', ics: 'TA0104', mobile: 'TA0041' }],
  ['Persistence', { enterprise: 'TA0003', ics: 'TA0110', mobile: 'TA0028' }],
  ['Privilege Escalation', { enterprise: 'TA0004', ics: 'TA0111', mobile: 'TA0029' }],
  ['Defense Evasion', { enterprise: 'TA0005', mobile: 'TA0030' }],
  ['Stealth', { enterprise: 'TA0005' }],
  ['Defense Impairment', { enterprise: 'TA0112' }],
  ['Evasion', { ics: 'TA0103' }],
  ['Credential Access', { enterprise: 'TA0006', mobile: 'TA0031' }],
  ['Discovery', { enterprise: 'TA0007', ics: 'TA0102', mobile: 'TA0032' }],
  ['Lateral Movement', { enterprise: 'TA0008', ics: 'TA0109', mobile: 'TA0033' }],
  ['Collection', { enterprise: 'TA0009', ics: 'TA0100', mobile: 'TA0035' }],
  ['Command and Control', { enterprise: 'TA0011', ics: 'TA0101', mobile: 'TA0037' }],
  ['Exfiltration', { enterprise: 'TA0010', mobile: 'TA0036' }],
  ['Inhibit Response Function', { ics: 'TA0107' }],
  ['Impair Process Control', { ics: 'TA0106' }],
  ['Impact', { enterprise: 'TA0040', ics: 'TA0105', mobile: 'TA0034' }],
  ['Network Effects', { mobile: 'TA0038' }],
  ['Remote Service Effects', { mobile: 'TA0039' }],
];

/** Every known tactic, in the order of the matrices. */
export const tactics: readonly Tactic[] = TACTICS.map(([name, ids]) => ({ ids, name, slug: slugify(name) }));

/**
 * The id of a known tactic among techniques of some matrices: that of their one matrix, else Enterprise's, else any.
 * Undefined for a tactic that ATT&CK does not know.
 */
export function tacticIdOf(name: string, matrices: ReadonlySet<Matrix>): string | undefined {
  const { enterprise, ics, mobile } = findTactic(name)?.ids ?? {};
  const [matrix, another] = matrices;
  const own = matrix === undefined || another !== undefined ? undefined : { enterprise, ics, mobile }[matrix];
  return own ?? enterprise ?? ics ?? mobile;
}

/** Finds a known tactic by its name or short name, however it is spelt (`Credential_Access`, `credential-access`). */
export function findTactic(name: string): Tactic | undefined {
  const key = slugify(name.replaceAll('_', ' '));
  return tactics.find((tactic) => tactic.slug === key);
}

/** Sorts tactic names in the order of the matrix; unknown ones after, by name. */
export function compareTactics(a: string, b: string): number {
  const order = (name: string): number => {
    const found = findTactic(name);
    return found === undefined ? tactics.length : tactics.indexOf(found);
  };
  return order(a) - order(b) || a.localeCompare(b, 'en');
}
