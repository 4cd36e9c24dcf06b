export {
  leadingTechniqueId,
  parentTechniqueId,
  parseSigmaId,
  parseTechniqueId,
  parseTestGuid,
  techniqueIdOfAddress,
} from './ids.ts';
export type { SigmaId, TechniqueId, TestGuid } from './ids.ts';
export { foldTestName, parseAtomicAddress } from './atomic-address.ts';
export type { AtomicAddress } from './atomic-address.ts';
export { ATTACK_VERSION, readAttackIds } from './attack-ids.ts';
export type { AttackIds, Matrix, TechniqueFate } from './attack-ids.ts';
export { slugify } from './slug.ts';
export { compareTactics, findTactic, tacticIdOf, tactics } from './tactics.ts';
export type { Tactic } from './tactics.ts';
export { parseComponentRef } from './data-component.ts';
export type { ComponentRef } from './data-component.ts';
export { componentsOfLogSource } from './log-source-components.ts';
export { platformsOfLogSource, slugsOfPlatform } from './platforms.ts';
export { levels, statuses } from './sigma/index.ts';
export type { LogSource, RelatedRule, SigmaRule, Simulation } from './sigma/index.ts';
export { isPlaceName, splitAtPlaces } from './places.ts';
export type { AtomicTest, TestDependency, TestInput } from './atomic-test.ts';
export { defaultConfig } from './default-config.ts';
export type { LineBreaks } from './default-config.ts';
export type { Config } from './config.ts';
export { configJsonSchema, passedOverRules, readConfig, readSigmaRule } from './when-needed.ts';
export type { ReadConfig } from './read-config.ts';
