/** Text that stands outside the vault, in the environment of the build, and in folders that are never read. */
export const CANARY = 'canary-4711';
