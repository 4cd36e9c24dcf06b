import type { ElementContent } from 'hast';
import { h } from 'hastscript';
import type { Image, ImageReference } from 'mdast';
import { defaultHandlers } from 'remark-rehype';
import type { LinkTarget } from '../../graph/index.ts';
import { embedNote } from './embed.ts';
import { fileLabel, filePlace, mediaElementOf } from './file-kinds.ts';
import { NOT_PUBLISHED, fileHref, linkTo, resolveUrl } from './links.ts';
import type { LinkSource } from './links.ts';
import type { Size } from '../page.ts';
import type { Scope, State } from './scope.ts';

const IMAGE_FILE = /\.(?:png|jpe?g|gif|webp|avif|bmp|svg|ico)$/i;
const SIZED = /^(?:(.*)\|)?\s*(\d{1,5})(?:x(\d{1,5}))?\s*$/s;

/** What an embed says beside its target: a text for it, and how large an image is to be shown. */
export interface EmbedText {
  readonly text: string;
  readonly width: string | undefined;
  readonly height: string | undefined;
}

/** Reads `300`, `300x200` or `text|300` as Obsidian does. */
export function readEmbedText(label: string): EmbedText {
  const [, text = '', width, height] = SIZED.exec(label) ?? [];
  return width === undefined ? { text: label, width, height: undefined } : { text, width, height };
}

/** `![alt](address)`; an address that is a note's embeds that note. */
export function imageToHast(node: Image, scope: Scope): ElementContent[] {
  return embed(resolveUrl(node.url, scope), readEmbedText(node.alt ?? ''), { scope, node });
}

/** `![alt][name]`; text where the note does not say what the name stands for. */
export function imageReferenceToHast(state: State, node: ImageReference, scope: Scope): ReturnType<State['one']> {
  const definition = state.definitionById.get(node.identifier.toUpperCase());
  if (definition === undefined) return defaultHandlers.imageReference(state, node);
  return embed(resolveUrl(definition.url, scope), readEmbedText(node.alt ?? ''), { scope, node });
}

/**
 * Shows what an embed leads to: an image, a recording or a note of the vault, or, for any other file and for what
 * lies outside the site, a link.
 */
export function embed(target: LinkTarget, embedText: EmbedText, source: LinkSource): ElementContent[] {
  const { scope } = source;
  if (target.kind === 'attachment' && IMAGE_FILE.test(target.path)) {
    const { text } = embedText;
    const own = scope.tools.world.imageSize(target.path);
    const { width, height } = shownSize(embedText, own);
    const src = fileHref(target.url, scope.tools.options);
    const alt = text === '' ? nameOf(target.path) : text;
    const dataReshaped = isReshaped(embedText, own) ? '' : undefined;
    return [h('img', { src, alt, width, height, dataReshaped, loading: 'lazy' })];
  }
  if (target.kind === 'attachment' && scope.page.linkDepth === 0) {
    const element = mediaElementOf(target.path);
    if (element !== undefined) return [player(element, target, { embedText, source })];
  }
  if (target.kind === 'note' && scope.page.linkDepth === 0 && scope.page.inlineDepth === 0)
    return embedNote(target, source);
  const label = target.kind === 'attachment' ? fileLabel(target, embedText.text) : embedText.text || targetName(target);
  return linkTo(target, [{ type: 'text', value: label }], source);
}

/** Nothing is loaded before the reader plays it. The link is there for paper, and for what a browser cannot play. */
function player(
  element: 'audio' | 'video',
  target: Extract<LinkTarget, { kind: 'attachment' }>,
  { embedText: { text, width, height }, source }: { embedText: EmbedText; source: LinkSource },
): ElementContent {
  const label = fileLabel(target, text);
  const size = element === 'video' ? { width, height } : {};
  const src = fileHref(target.url, source.scope.tools.options) + filePlace(target);
  const play = h(element, { src, controls: true, preload: 'none', ariaLabel: label, ...size });
  return h('span.media', play, linkTo(target, [{ type: 'text', value: label }], source));
}

/** As its author asks, else its own size: with both lengths known, the page does not move when the image comes. */
function shownSize({ width, height }: EmbedText, own: Size | undefined): Omit<EmbedText, 'text'> {
  if (own === undefined || (width !== undefined && height !== undefined)) return { width, height };
  const across = width === undefined ? own.width : Number(width);
  return { width: String(across), height: String(Math.max(1, Math.round((across * own.height) / own.width))) };
}

/** Whether an author asks for another shape than the image has: with a height of its own it is shown so, as in Obsidian. */
function isReshaped({ width, height }: EmbedText, own: Size | undefined): boolean {
  if (own === undefined || width === undefined || height === undefined) return false;
  return Math.abs(Number(height) - (Number(width) * own.height) / own.width) > 1;
}

function targetName(target: LinkTarget): string {
  switch (target.kind) {
    case 'note':
      return target.node.title;
    case 'attachment':
      return target.path.slice(target.path.lastIndexOf('/') + 1);
    case 'external':
      return target.url;
    case 'kept-out':
      return NOT_PUBLISHED;
    case 'missing':
    case 'unsafe':
      return target.target;
  }
}

function nameOf(path: string): string {
  return path.slice(path.lastIndexOf('/') + 1).replace(/\.[^.]*$/, '');
}
