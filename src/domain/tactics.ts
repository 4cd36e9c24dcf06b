import { slugify } from './slug.ts';

/** A tactic of ATT&CK's Enterprise matrix. */
export interface Tactic {
  /** ATT&CK's id, `TA` and four digits; undefined for a tactic that this table does not know. */
  readonly id: string | undefined;
  readonly name: string;
  readonly slug: string;
}

/**
 * Enterprise tactics in the order of the matrix. Source: https://attack.mitre.org/tactics/enterprise/.
 * Version 19 split Defense Evasion into Stealth and Defense Impairment; a vault may carry either.
 */
const ENTERPRISE = [
  ['TA0043', 'Reconnaissance'],
  ['TA0042', 'Resource Development'],
  ['TA0001', 'Initial Access'],
  ['TA0002', 'Execution'],
  ['TA0003', 'Persistence'],
  ['TA0004', 'Privilege Escalation'],
  ['TA0005', 'Defense Evasion'],
  [undefined, 'Stealth'],
  [undefined, 'Defense Impairment'],
  ['TA0006', 'Credential Access'],
  ['TA0007', 'Discovery'],
  ['TA0008', 'Lateral Movement'],
  ['TA0009', 'Collection'],
  ['TA0011', 'Command and Control'],
  ['TA0010', 'Exfiltration'],
  ['TA0040', 'Impact'],
] as const;

/** Every known tactic, in the order of the matrix. */
export const tactics: readonly Tactic[] = ENTERPRISE.map(([id, name]) => ({ id, name, slug: slugify(name) }));

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
