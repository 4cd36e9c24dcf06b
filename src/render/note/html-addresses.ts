import type { Element, ElementContent } from 'hast';
import { h } from 'hastscript';
import { resolveUrl } from './links.ts';
import { fileHref, linkTo } from './links.ts';
import type { Scope } from './scope.ts';

/**
 * An element of the author's own HTML with its address resolved as in Markdown: links lead where
 * they lead there, images come from the vault alone. An address that leads nowhere is taken away.
 */
export function resolveAddresses(element: Element, scope: Scope): readonly ElementContent[] {
  const { href, src, ...properties } = element.properties;
  if (element.tagName === 'img') return typeof src === 'string' ? imageFrom(src, properties, scope) : [];
  if (element.tagName !== 'a' || typeof href !== 'string') return [element];
  const [link] = linkTo(resolveUrl(href, scope), [], { scope, node: {} });
  const safe = link?.type === 'element' && link.tagName === 'a' ? link.properties : {};
  return [h('a', { ...properties, ...safe }, element.children)];
}

function imageFrom(src: string, properties: Element['properties'], scope: Scope): readonly ElementContent[] {
  const target = resolveUrl(src, scope);
  if (target.kind !== 'attachment' || !scope.tools.world.isPublished(target.path)) return [];
  return [h('img', { alt: '', ...properties, loading: 'lazy', src: fileHref(target.url, scope.tools.options) })];
}
