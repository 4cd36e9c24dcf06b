export { vaultMarkdown } from './vault-markdown.ts';
