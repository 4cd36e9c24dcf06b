// Prints src/domain/attack-id-table.ts from STIX bundles of ATT&CK (https://github.com/mitre-attack/attack-stix-data):
// node scripts/attack-ids.mjs enterprise-attack-18.1.json ics-attack-18.1.json mobile-attack-17.1.json
import { readFileSync } from 'node:fs';
import path from 'node:path';

const WIDEST = 110;

/** Wraps words into lines of a template string. */
function wrap(words) {
  const lines = [''];
  for (const word of words) {
    if (lines.at(-1).length + word.length > WIDEST) lines.push('');
    lines[lines.length - 1] += lines.at(-1) === '' ? word : ` ${word}`;
  }
  return lines.map((line) => `  ${line}`).join('\n');
}

/** `1`, `2`, `3`, `7` as `1-3,7`. */
function ranges(numbers) {
  const found = [];
  for (const number of numbers) {
    const last = found.at(-1);
    if (last !== undefined && last[1] === number - 1) last[1] = number;
    else found.push([number, number]);
  }
  return found.map(([from, to]) => (from === to ? `${from}` : `${from}-${to}`)).join(',');
}

/** Ids as `T1003:1-8 T1005`: the sub-techniques behind their technique. */
function families(ids) {
  const subs = new Map();
  for (const id of ids.toSorted()) {
    const [parent, sub] = id.split('.');
    subs.set(parent, [...(subs.get(parent) ?? []), ...(sub === undefined ? [] : [Number(sub)])]);
  }
  return [...subs].map(([parent, numbers]) => (numbers.length === 0 ? parent : `${parent}:${ranges(numbers)}`));
}

/** By matrix. */
const active = new Map();
const deprecated = new Set();
const successors = new Map();
for (const file of process.argv.slice(2)) {
  const { objects } = JSON.parse(readFileSync(file, 'utf8'));
  const matrix = path.basename(file).replace(/-.*/, '');
  active.set(matrix, []);
  const idOf = (object) => object.external_references[0].external_id;
  const techniques = new Map(objects.filter(({ type }) => type === 'attack-pattern').map((one) => [one.id, one]));
  for (const one of techniques.values()) {
    if (one.revoked) successors.set(idOf(one), undefined);
    else if (one.x_mitre_deprecated) deprecated.add(idOf(one));
    else active.get(matrix).push(idOf(one));
  }
  for (const { type, relationship_type: kind, source_ref: from, target_ref: to } of objects) {
    if (type !== 'relationship' || kind !== 'revoked-by' || !techniques.has(from) || !techniques.has(to)) continue;
    successors.set(idOf(techniques.get(from)), idOf(techniques.get(to)));
  }
}
/** The end of a chain of successors. */
const last = (id) => (successors.get(id) === undefined ? id : last(successors.get(id)));
const revoked = [...successors.keys()].toSorted().map((id) => (last(id) === id ? id : `${id}>${last(id)}`));
const names = process.argv.slice(2).map((file) => path.basename(file, '.json'));

console.log(`/*
 * Made by scripts/attack-ids.mjs from ${names.join(', ')}.
 * Not to be edited by hand.
 *
 * Ids of MITRE ATT&CK. © The MITRE Corporation. This work is reproduced and distributed with the permission of The
 * MITRE Corporation. ATT&CK is a registered trademark of The MITRE Corporation.
 */

/** Techniques in use by matrix: \`T1003:1-8\` is T1003 with its sub-techniques T1003.001 to T1003.008. */
export const ACTIVE = {
${[...active].map(([matrix, ids]) => `  ${matrix}: \`\n${wrap(families(ids))}\n\`,`).join('\n')}
} as const;

/** Techniques that were taken out with nothing in their place. */
export const DEPRECATED = \`
${wrap([...deprecated].toSorted())}
\`;

/** Revoked techniques and what took their place; that is unknown of those without \`>\`. */
export const REVOKED = \`
${wrap(revoked)}
\`;`);
