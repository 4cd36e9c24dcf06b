import { optionText } from '../command.ts';
import type { Command } from '../command.ts';
import { cacheOf, vaultFolder, vaultOptions } from '../open-vault.ts';
import { folderInRepository } from '../repository-path.ts';
import { countWords, exitCodeOf, lineReader, printDiagnostics, reportFormats } from '../report.ts';
import type { ReportFormat } from '../report.ts';
import { checkVault } from '../../site/index.ts';

/** Prints every diagnostic of a vault and builds nothing. */
export const check: Command = {
  name: 'check',
  summary: 'prints all diagnostics, builds no site',
  words: [],
  options: {
    ...vaultOptions,
    format: { type: 'string', summary: 'how to print them', choices: reportFormats, default: 'pretty' },
    strict: { type: 'boolean', summary: 'exit with 1 for warnings too' },
  },
  run: async (args, terminal) => {
    const folder = vaultFolder(args);
    const { vault, diagnostics } = await checkVault(folder, cacheOf(args, folder));
    const format = optionText(args, 'format') as ReportFormat; // the parser allows no other
    terminal.out(
      printDiagnostics(diagnostics, format, {
        readLine: lineReader(vault),
        inRepository: folderInRepository(folder),
      }),
    );
    terminal.err(`${countWords(diagnostics)}\n`);
    return exitCodeOf(diagnostics, args.options['strict'] === true);
  },
};
