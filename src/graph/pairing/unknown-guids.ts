import { diagnose, nearest } from '../../diagnostics/index.ts';
import type { Report } from '../../diagnostics/index.ts';
import type { TestGuid } from '../../domain/index.ts';
import { createLineIndex, placeOf } from '../../source/index.ts';
import type { Span } from '../../source/index.ts';
import type { RuleNode } from '../nodes.ts';
import type { Pairing } from './pairing.ts';
import { simulatedGuids } from './rule-ties.ts';

/** Beyond this many unknown guids the nearest is not looked for: each look costs a pass over all guids. */
const MOST_SUGGESTIONS = 200;

/** Reports `atomic/unknown-guid` for every guid that a rule's simulation names and no test has. */
export function reportUnknownGuids(rules: readonly RuleNode[], { tests }: Pairing, report: Report): void {
  const { byGuid, guids } = tests;
  let looks = 0;
  for (const rule of rules) {
    const unknown = simulatedGuids(rule).filter((guid) => byGuid(guid) === undefined);
    if (unknown.length === 0) continue;
    const { file } = rule.note;
    const lines = createLineIndex(file.text);
    for (const guid of unknown) {
      looks += 1;
      const near = looks > MOST_SUGGESTIONS ? undefined : nearest(guid, guids);
      report(diagnose('atomic/unknown-guid', placeOf(file, spanOfGuid(rule, guid), lines), { guid, nearest: near }));
    }
  }
}

/** Where a simulation names a guid: after its key, or the first time that the block has it. */
function spanOfGuid({ note, yaml }: RuleNode, guid: TestGuid): Span {
  const { start, end } = yaml?.span ?? { start: 0, end: note.file.text.length };
  const block = note.file.text.slice(start, end);
  const key = new RegExp(`atomic_guid["']?[ \\t]*:[^\\n]{0,200}?(?=${guid})`, 'i').exec(block);
  const at = key === null ? block.toLowerCase().indexOf(guid) : key.index + key[0].length;
  return at === -1 ? { start, end: start } : { start: start + at, end: start + at + guid.length };
}
