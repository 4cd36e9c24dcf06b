export { MAX_READ_AHEAD, MAX_TRIES } from './bounded.ts';
export { vaultMarkdown } from './vault-markdown.ts';
