export type { Vault } from './vault.ts';
export { readSources, sourcesDigest } from './read-sources.ts';
export type { Sources } from './read-sources.ts';
export { isVaultFolder, readConfigFile, readVault } from './read-vault.ts';
export type { LastReading } from './read-vault.ts';
export { copyAttachment, digestAttachment, findAttachmentProblem, readAttachment } from './attachments.ts';
export { isInside } from './containment.ts';
export { reasonOf } from './read-file.ts';
