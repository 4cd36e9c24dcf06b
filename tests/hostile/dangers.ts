import { parse } from 'parse5';
import type { DefaultTreeAdapterTypes as Tree } from 'parse5';

/** Scripts of the site's own, by their address without base; all others are somebody else's. */
const OWN_SCRIPT = /^\/(?:_astro\/[\w.-]+\.js|theme\.js)$/;
const OWN_STYLE = /^\/_astro\/[\w.-]+\.css$/;
/** Elements that run, load, send, or make the page into another. */
const FORBIDDEN: ReadonlySet<string> = new Set(
  'applet base embed fencedframe frame frameset iframe marquee math object portal source style template track xmp plaintext'.split(
    ' ',
  ),
);
/** Attributes that hold an address that is followed or loaded. */
const ADDRESSES: ReadonlySet<string> = new Set(
  'action archive background cite classid codebase data formaction href icon longdesc lowsrc manifest ping poster profile src srcdoc srcset usemap xlink:href'.split(
    ' ',
  ),
);
const HARMLESS = /^(?:https?:\/\/|mailto:|\/(?!\/)|#|\.{1,2}\/)/i;
const IN_HEAD: ReadonlySet<string> = new Set(['charset', 'content', 'name', 'property', 'http-equiv']);
/** Names that `document` and its forms have already; an element of that id or name would hide them. */
const CLOBBERED =
  /^(?:__proto__|constructor|body|head|cookie|forms|images|links|scripts|location|documentElement|getElementById|querySelector|createElement|addEventListener|innerHTML|children|attributes|nodeName|parentNode|submit|elements)$/;

/** A page as a browser reads it: what of it could run, load, or lead astray, and its text. */
export interface PageReading {
  readonly dangers: readonly string[];
  readonly text: string;
}

/** Reads a whole page of a site at base `/`. */
export function readPage(html: string): PageReading {
  const elements = elementsOf(parse(html, { scriptingEnabled: true }));
  const article = elements.find((element) => element.tagName === 'main');
  return {
    dangers: [...elements.flatMap(dangersOf), ...idsOfMany(elements)],
    text: article === undefined ? '' : textOf(article),
  };
}

function idsOfMany(elements: readonly Tree.Element[]): readonly string[] {
  const ids = elements.flatMap(({ attrs }) => attrs.filter(({ name }) => name === 'id').map(({ value }) => value));
  return ids.filter((id, index) => ids.indexOf(id) !== index).map((id) => `id="${id}" stands twice`);
}

function elementsOf(root: Tree.Node): readonly Tree.Element[] {
  const found: Tree.Element[] = [];
  const stack: Tree.Node[] = [root];
  for (let node = stack.pop(); node !== undefined; node = stack.pop()) {
    if ('tagName' in node) found.push(node);
    if (node.nodeName === 'template' && 'content' in node) stack.push(node.content);
    if ('childNodes' in node) stack.push(...node.childNodes.toReversed());
  }
  return found;
}

function textOf(root: Tree.Node): string {
  const parts: string[] = [];
  const stack: Tree.Node[] = [root];
  for (let node = stack.pop(); node !== undefined; node = stack.pop()) {
    if ('value' in node) parts.push(node.value);
    else if ('childNodes' in node) stack.push(...node.childNodes.toReversed());
  }
  return parts.join('');
}

function dangersOf(element: Tree.Element): readonly string[] {
  const { tagName, attrs } = element;
  const attributes = new Map(
    attrs.map(({ prefix, name, value }) => [prefix === undefined || prefix === '' ? name : `${prefix}:${name}`, value]),
  );
  return [
    ...dangersOfTag(tagName, attributes),
    ...[...attributes].flatMap(([name, value]) => dangersOfAttribute(tagName, name, value)),
  ];
}

function dangersOfTag(tagName: string, attributes: ReadonlyMap<string, string>): readonly string[] {
  const dangers = FORBIDDEN.has(tagName) ? [`<${tagName}>`] : [];
  if (tagName === 'script') {
    const isOwn = OWN_SCRIPT.test(attributes.get('src') ?? '');
    if (!isOwn) dangers.push(`a script that is not ours: ${attributes.get('src') ?? 'inline'}`);
  }
  if (tagName === 'link' && attributes.get('rel') === 'stylesheet' && !OWN_STYLE.test(attributes.get('href') ?? ''))
    dangers.push('a style sheet that is not ours');
  if (tagName === 'meta' && attributes.get('http-equiv')?.toLowerCase() === 'refresh')
    dangers.push('a page that leads on by itself');
  if (tagName === 'form' && ![undefined, '/search/'].includes(attributes.get('action')))
    dangers.push(`a form to ${attributes.get('action') ?? 'nowhere'}`);
  // A recording of the vault waits until the reader plays it.
  const waits = attributes.get('preload') === 'none' && !attributes.has('autoplay') && attributes.has('controls');
  if (['audio', 'video'].includes(tagName) && !(waits && attributes.get('src')?.startsWith('/files/') === true))
    dangers.push(`a <${tagName}> that plays by itself or from elsewhere`);
  if (attributes.has('target')) dangers.push('a link into another window');
  const href = attributes.get('href') ?? '';
  if (
    tagName === 'a' &&
    /^(?:https?:)?\/\//i.test(href) &&
    !/\bnoopener\b.*\bnoreferrer\b/.test(attributes.get('rel') ?? '')
  )
    dangers.push(`a link out without rel: ${href}`);
  return dangers;
}

function dangersOfAttribute(tagName: string, name: string, value: string): readonly string[] {
  if (/^on/i.test(name)) return [`${name} of <${tagName}>`];
  if (name === 'style' || name === 'srcdoc') return [`${name} of <${tagName}>`];
  if ((name === 'id' || (name === 'name' && !IN_HEAD.has(name))) && CLOBBERED.test(value))
    return [`${name}="${value}" hides what the document has`];
  if (!ADDRESSES.has(name)) return [];
  if (!HARMLESS.test(value)) return [`${name}="${value.slice(0, 80)}" of <${tagName}>`];
  return (name === 'src' || name === 'srcset') && /^(?:https?:)?\/\//i.test(value)
    ? [`${name} loads ${value.slice(0, 80)}`]
    : [];
}
