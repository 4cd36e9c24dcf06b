import { nearest } from '../../diagnostics/index.ts';
import type { Facts } from '../../diagnostics/index.ts';
import { parseTechniqueId } from '../ids.ts';
import { findTactic, tactics } from '../tactics.ts';

const NAMESPACED = /^[a-z0-9_-]+\.[a-z0-9._-]+$/;
/** The namespace that the specification itself writes with capitals: `d3fend.d3f-WindowsNtOpenFile`. */
const D3FEND = /^d3fend\.[a-z0-9._-]+$/i;
const TECHNIQUE = /^t\d{4}(?:\.\d{3})?$/;
const BARE_TECHNIQUE = /^t\d{4}(?:[._]\d{3})?$/i;
/** Groups, software, campaigns, mitigations, assets, data sources and components, strategies, analytics, tactics. */
const OTHER_ID = /^(?:[gscma]|ds|dc|det|an|ta)\d{4}$/;

/**
 * Checks the form of a tag: a namespace, a full stop and a name; in the namespace `attack` an id or a tactic of
 * ATT&CK. Other namespaces are free. Source: Sigma's appendix on tags
 * (https://github.com/SigmaHQ/sigma-specification/blob/main/specification/sigma-appendix-tags.md).
 */
export function checkTag(tag: string, report: (facts: Facts<'sigma/invalid-tag'>) => void): void {
  // `t1059.001` looks well formed, and would be a name in a namespace `t1059`.
  const name = /^attack\.(.*)$/i.exec(tag)?.[1] ?? (BARE_TECHNIQUE.test(tag) ? tag : undefined);
  const isWellFormed = NAMESPACED.test(tag) || D3FEND.test(tag);
  if (name === undefined) {
    const lower = tag.toLowerCase();
    const near = NAMESPACED.test(lower) ? lower : undefined;
    if (!isWellFormed)
      report({ tag, expected: 'a namespace and a name in lower case, such as cve.2021-44228', nearest: near });
  } else if (!isWellFormed || name === tag || !isAttackName(name)) {
    report({
      tag,
      expected: 'an id or a tactic of ATT&CK, such as attack.t1059.001 or attack.execution',
      nearest: nearAttackTag(name),
    });
  }
}

function isAttackName(name: string): boolean {
  return TECHNIQUE.test(name) || OTHER_ID.test(name) || findTactic(name) !== undefined;
}

function nearAttackTag(name: string): string | undefined {
  const technique = parseTechniqueId(name)?.toLowerCase();
  const lower = name.toLowerCase().replace(/[\s_]+/g, '-');
  if (technique !== undefined) return `attack.${technique}`;
  if (isAttackName(lower)) return `attack.${lower}`;
  const tactic = nearest(
    lower,
    tactics.map(({ slug }) => slug),
  );
  return tactic === undefined ? undefined : `attack.${tactic}`;
}
