import type { Diagnostic } from '../diagnostics/index.ts';
import type { LineBreaks } from '../domain/index.ts';
import type { SourceFile, VaultPath } from '../source/index.ts';

/** A vault as it stands on disk. */
export interface Vault {
  /** Absolute path of its folder. */
  readonly root: string;
  /** Every note (`*.md`) that is not excluded, sorted by path. */
  readonly notes: readonly SourceFile[];
  /** Every other file that is not excluded, sorted; not read. */
  readonly attachments: readonly VaultPath[];
  /** detectionary.yaml, when it is there. */
  readonly configFile: SourceFile | undefined;
  /** `userIgnoreFilters` of .obsidian/app.json: files that searches do not return (A1.2). */
  readonly ignoreFilters: readonly string[];
  /** What Obsidian makes of a line's end within a paragraph, by its settings here. */
  readonly lineBreaks: LineBreaks;
  readonly diagnostics: readonly Diagnostic[];
}
