import { parseComponentRef } from './data-component.ts';
import type { ComponentRef } from './data-component.ts';
import { namesOfLogSource } from './log-source-rows.ts';
import { logSourceTable } from './log-source-table.ts';
import type { LogSource } from './sigma/index.ts';

/**
 * The data components of ATT&CK that the events of a Sigma log source are of: all that it can show, not what one
 * rule reads of it. Undefined where the table is silent: then it is not known. Letter case does not count; of the
 * rows that match, the most specific gives the answer.
 *
 * The table is ours. Its left side is Sigma's taxonomy
 * (https://github.com/SigmaHQ/sigma-specification/blob/main/specification/sigma-appendix-taxonomy.md) and what
 * SigmaHQ's rules write beside it; its right side follows the events that ATT&CK names with its data components
 * (https://attack.mitre.org/versions/v17/datasources/ up to version 17, such as Sysmon's event 8 or Windows' event
 * 4769, and the log sources of https://attack.mitre.org/datacomponents/ since).
 */
export function componentsOfLogSource(source: LogSource): readonly ComponentRef[] | undefined {
  return namesOfLogSource(logSourceTable, source)?.flatMap((name) => parseComponentRef(name) ?? []);
}
