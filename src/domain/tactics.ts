import { slugify } from './slug.ts';

/** A tactic of ATT&CK. */
export interface Tactic {
  /** ATT&CK's id, `TA` and four digits: Enterprise's where its matrix has the tactic. */
  readonly id: string;
  readonly name: string;
  readonly slug: string;
}

/**
 * The tactics of all three matrices, each in its matrix's order. Sources: https://attack.mitre.org/tactics/enterprise/,
 * …/ics/ and …/mobile/. Version 19 made two of Enterprise's Defense Evasion: Stealth, which took over its id, and
 * Defense Impairment. A vault may carry either, and both while it moves. The last two are Mobile's, deprecated.
 */
const TACTICS = [
  ['TA0043', 'Reconnaissance'],
  ['TA0042', 'Resource Development'],
  ['TA0001', 'Initial Access'],
  ['TA0002', 'Execution'],
  ['TA0003', 'Persistence'],
  ['TA0004', 'Privilege Escalation'],
  ['TA0005', 'Defense Evasion'],
  ['TA0005', 'Stealth'],
  ['TA0112', 'Defense Impairment'],
  ['TA0103', 'Evasion'],
  ['TA0006', 'Credential Access'],
  ['TA0007', 'Discovery'],
  ['TA0008', 'Lateral Movement'],
  ['TA0009', 'Collection'],
  ['TA0011', 'Command and Control'],
  ['TA0010', 'Exfiltration'],
  ['TA0107', 'Inhibit Response Function'],
  ['TA0106', 'Impair Process Control'],
  ['TA0040', 'Impact'],
  ['TA0038', 'Network Effects'],
  ['TA0039', 'Remote Service Effects'],
] as const;

/** Every known tactic, in the order of the matrices. */
export const tactics: readonly Tactic[] = TACTICS.map(([id, name]) => ({ id, name, slug: slugify(name) }));

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
