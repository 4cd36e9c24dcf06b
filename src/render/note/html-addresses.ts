import type { Element, ElementContent } from 'hast';
import { h } from 'hastscript';
import { fileHref, linkTo, resolveUrl } from './links.ts';
import type { LinkSource } from './links.ts';
import type { Scope } from './scope.ts';

/**
 * An element of the author's own HTML with its address resolved as in Markdown: links lead where
 * they lead there, images come from the vault alone. An address that leads nowhere is taken away. `source` is where it stands.
 */
export function resolveAddresses(element: Element, source: LinkSource): readonly ElementContent[] {
  const { scope } = source;
  const { href, src, ...properties } = element.properties;
  if (element.tagName === 'img') return typeof src === 'string' ? imageFrom(src, properties, scope) : [];
  if (element.tagName !== 'a' || typeof href !== 'string') return [element];
  const [link] = linkTo(resolveUrl(href, scope), [], source);
  const safe = link?.type === 'element' && link.tagName === 'a' ? link.properties : {};
  return [h('a', { ...properties, ...safe }, element.children)];
}

function imageFrom(src: string, properties: Element['properties'], scope: Scope): readonly ElementContent[] {
  const target = resolveUrl(src, scope);
  if (target.kind !== 'attachment' || !scope.tools.world.isPublished(target.path)) return [];
  return [h('img', { alt: '', ...properties, loading: 'lazy', src: fileHref(target.url, scope.tools.options) })];
}
