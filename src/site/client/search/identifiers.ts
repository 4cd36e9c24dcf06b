import { techniqueOf, uuidOf } from './written-ids.ts';

/** No identifier is longer, whatever stands around it. */
export const LONGEST_IDENTIFIER = 80;
const ATTACK_ADDRESS = /^\W*(?:https?:\/\/)?attack\.mitre\.org\/(?:versions\/v\d+\/)?[a-z]+\//i;

/**
 * The form in which an identifier stands in the site's own index, lower case: `t1059_001`, `T1059/001`, `T1059 001`, `T1059.1`,
 * `1059.001`, `attack.t1059.001`, `tag:t1059_001` and the technique's address at ATT&CK give `t1059.001`; `CVE_2021_1675`,
 * `cve20211675` and `2021-1675` give `cve-2021-1675`; a UUID may lack its hyphens; a tactic's id and other short ids are folded
 * alone. Quotes, brackets and other marks around it are left out. Undefined for text that is no identifier.
 */
export function identifierOf(text: string): string | undefined {
  if (text.length > LONGEST_IDENTIFIER) return undefined;
  const word = bareWordOf(text);
  const known = techniqueOf(word)?.toLowerCase() ?? cveOf(word)?.toLowerCase() ?? uuidOf(word);
  if (known !== undefined) return known;
  return /^[a-z]{1,3}\d{3,5}$/.test(word) ? word : undefined;
}

/** A text in lower case without marks around it and without the name of a field, `tag:` or `id:`, before it. */
export function bareWordOf(text: string): string {
  return withoutMarks(text.toLowerCase()).replace(/^(?:tag|id|guid):\W*/, '');
}

/** A text without marks around it, and without what stands before an id in an address of ATT&CK's site. */
function withoutMarks(text: string): string {
  return text.replace(ATTACK_ADDRESS, '').replace(/^[^\p{L}\p{N}]+|[^\p{L}\p{N}]+$/gu, '');
}

/** A CVE in its one written form; undefined for a word, in lower case, that is none. */
export function cveOf(word: string): string | undefined {
  const match = /^(?:cve[-_.\s]?(\d{4})[-_.\s]?|((?:19|20)\d\d)-)(\d{4,7})$/.exec(word);
  return match === null ? undefined : `CVE-${match[1] ?? match[2] ?? ''}-${match[3] ?? ''}`;
}
