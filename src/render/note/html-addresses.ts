import type { Element, ElementContent } from 'hast';
import { h } from 'hastscript';
import { diagnose } from '../../diagnostics/index.ts';
import type { Diagnostic } from '../../diagnostics/index.ts';
import { codeOfMissing } from '../../graph/index.ts';
import type { LinkTarget } from '../../graph/index.ts';
import { parseLinkTarget } from '../../parse/index.ts';
import type { Place } from '../../source/index.ts';
import { fileHref, linkTo, resolveUrl, spanOf } from './links.ts';
import type { LinkSource } from './links.ts';

/**
 * An element of the author's own HTML with its address resolved as in Markdown: links lead where
 * they lead there, images come from the vault alone. An address that leads nowhere is taken away and reported. `source` is where it
 * stands.
 */
export function resolveAddresses(element: Element, source: LinkSource): readonly ElementContent[] {
  const { scope } = source;
  const { href, src, ...properties } = element.properties;
  if (element.tagName === 'img') return typeof src === 'string' ? imageFrom(src, properties, source) : [];
  if (element.tagName !== 'a' || typeof href !== 'string') return [element];
  const target = resolveUrl(href, scope);
  reportBroken(target, href, source);
  const [link] = linkTo(target, [], source);
  const safe = link?.type === 'element' && link.tagName === 'a' ? link.properties : {};
  return [h('a', { ...properties, ...safe }, element.children)];
}

function imageFrom(src: string, properties: Element['properties'], source: LinkSource): readonly ElementContent[] {
  const { scope } = source;
  const target = resolveUrl(src, scope);
  if (target.kind !== 'attachment' || !scope.tools.world.isPublished(target.path)) return [];
  const isSized = 'width' in properties || 'height' in properties;
  const size = isSized ? undefined : scope.tools.world.imageSize(target.path);
  const fixed = { loading: 'lazy', src: fileHref(target.url, scope.tools.options) };
  return [h('img', { alt: '', ...size, ...properties, ...fixed })];
}

/** Reports the address of a link in HTML that leads nowhere, as the graph does of links in Markdown and of images. */
function reportBroken(target: LinkTarget, url: string, { scope, node }: LinkSource): void {
  if (scope.embeddedAt !== undefined) return; // the embedded note's own page reports it
  const found = brokenLink(target, parseLinkTarget(url));
  if (found !== undefined) scope.page.diagnostics.push(found(scope.page.placeOf(spanOf(node))));
}

type MakeDiagnostic = (place: Place) => Diagnostic;

function brokenLink(
  target: LinkTarget,
  { anchor = '' }: ReturnType<typeof parseLinkTarget>,
): MakeDiagnostic | undefined {
  if (target.kind === 'kept-out') return (place) => diagnose('links/kept-out', place, {});
  if (target.kind === 'missing') {
    const code = codeOfMissing({ syntax: 'markdown', embed: false, target: target.target });
    return (place) => diagnose(code, place, { target: target.target, nearest: undefined });
  }
  if (target.kind !== 'note' || target.anchorFound) return undefined;
  const { name } = target.node.note;
  return (place) => diagnose('links/broken-anchor', place, { target: name, anchor, nearest: undefined });
}
