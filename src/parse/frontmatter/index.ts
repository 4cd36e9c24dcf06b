export { frontmatterTags } from './frontmatter-tags.ts';
export { propertyLinks } from './property-links.ts';
export { readFrontmatter } from './read-frontmatter.ts';
