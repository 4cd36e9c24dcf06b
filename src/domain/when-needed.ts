import { createRequire } from 'node:module';
import { fileStart, vaultPath } from '../source/index.ts';
import type { SourceFile } from '../source/index.ts';
import type { configJsonSchema as makeSchema } from './config.ts';
import { defaultConfig } from './default-config.ts';
import type { ReadConfig, readConfigFile } from './read-config.ts';
import type { PassedOverRule, passedOverRules as findPassedOver } from './sigma/passed-over.ts';
import type { readSigmaRule as readRule } from './sigma/read-rule.ts';
import type { SigmaRule } from './sigma/rule.ts';
import type { SigmaReport } from './sigma/sigma-report.ts';

// What reads YAML and checks settings takes longer to load than a command runs that finds all it wants in the cache.
const load = createRequire(import.meta.url);

/** Checks the text of detectionary.yaml, see {@link readConfigFile}; without a file every setting is at its default. */
export function readConfig(file: SourceFile | undefined): ReadConfig {
  if (file === undefined) return withoutFile;
  return (load('./read-config.ts') as { readonly readConfigFile: typeof readConfigFile }).readConfigFile(file);
}

/** Reads a Sigma rule and reports what is wrong with it; see the module that is loaded. */
export function readSigmaRule(yaml: string, report: SigmaReport): SigmaRule {
  return (load('./sigma/read-rule.ts') as { readonly readSigmaRule: typeof readRule }).readSigmaRule(yaml, report);
}

/** The rules of a note that get no page; see the module that is loaded. */
export function passedOverRules(texts: readonly string[]): readonly PassedOverRule[] {
  const module = load('./sigma/passed-over.ts') as { readonly passedOverRules: typeof findPassedOver };
  return module.passedOverRules(texts);
}

/** The JSON Schema of detectionary.yaml, for editors. */
export function configJsonSchema(): object {
  return (load('./config.ts') as { readonly configJsonSchema: typeof makeSchema }).configJsonSchema();
}

const withoutFile: ReadConfig = {
  config: defaultConfig,
  diagnostics: [],
  placeOf: () => fileStart(vaultPath('detectionary.yaml')),
  isPublishKnown: true,
};
