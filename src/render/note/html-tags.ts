/** Elements that authors' HTML may hold. */
export const allowedElements = [
  ...['a', 'abbr', 'b', 'bdi', 'bdo', 'blockquote', 'br', 'caption', 'cite', 'code', 'col', 'colgroup', 'dd', 'del'],
  ...['details', 'dfn', 'div', 'dl', 'dt', 'em', 'figcaption', 'figure', 'h1', 'h2', 'h3', 'h4', 'h5', 'h6', 'hr'],
  ...['i', 'img', 'ins', 'kbd', 'li', 'mark', 'ol', 'p', 'pre', 'q', 's', 'samp', 'small', 'span', 'strong', 'sub'],
  ...['summary', 'sup', 'table', 'tbody', 'td', 'tfoot', 'th', 'thead', 'tr', 'u', 'ul', 'var', 'wbr'],
] as const;

/** Elements that are dropped with all that they hold. */
export const strippedElements = [
  ...['applet', 'audio', 'canvas', 'embed', 'frame', 'frameset', 'head', 'iframe', 'math', 'noembed', 'noframes'],
  ...['noscript', 'object', 'plaintext', 'script', 'select', 'style', 'svg', 'template', 'textarea', 'title', 'video'],
  'xmp',
] as const;

/** Elements of HTML, past and present, whose tags are dropped and whose content stays. */
const UNWRAPPED_ELEMENTS = [
  ...['acronym', 'address', 'area', 'article', 'aside', 'base', 'basefont', 'bgsound', 'big', 'blink', 'body'],
  ...['button', 'center', 'data', 'datalist', 'dir', 'fieldset', 'font', 'footer', 'form', 'header', 'hgroup'],
  ...['html', 'image', 'input', 'isindex', 'keygen', 'label', 'legend', 'link', 'listing', 'main', 'map', 'marquee'],
  ...['menu', 'menuitem', 'meta', 'meter', 'nav', 'nobr', 'optgroup', 'option', 'output', 'param', 'picture'],
  ...['portal', 'progress', 'rb', 'rp', 'rt', 'rtc', 'ruby', 'search', 'section', 'slot', 'source', 'spacer'],
  ...['strike', 'time', 'track', 'tt'],
] as const;

/** Elements that only shape running text: converted without an HTML parser where they are in balance. */
export const textElements: ReadonlySet<string> = new Set([
  ...['abbr', 'b', 'cite', 'code', 'del', 'dfn', 'em', 'i', 'ins', 'kbd', 'mark', 'q', 's', 'samp', 'small'],
  ...['span', 'strong', 'sub', 'sup', 'u', 'var'],
]);

/** Elements without content or end tag. */
export const voidElements: ReadonlySet<string> = new Set([
  ...['area', 'base', 'br', 'col', 'embed', 'hr', 'img', 'input', 'link', 'meta', 'param', 'source', 'track', 'wbr'],
]);

const allowed: ReadonlySet<string> = new Set(allowedElements);
const stripped: ReadonlySet<string> = new Set(strippedElements);
const known: ReadonlySet<string> = new Set([...allowedElements, ...strippedElements, ...UNWRAPPED_ELEMENTS]);

/** A start or end tag as it stands in a text. */
export interface Tag {
  /** Lower case. */
  readonly name: string;
  readonly isEnd: boolean;
  /** True when nothing but the name stands in it. */
  readonly isBare: boolean;
}

const TAG = /^<(\/?)([a-z][^\s/>]*)(\s*\/?)>$/i;
const TAG_START = /^<(\/?)([a-z][^\s/>]*)/i;

/** Reads a text that is one tag, as Markdown's inline HTML is; undefined for comments and the like. */
export function readTag(text: string): Tag | undefined {
  const start = TAG_START.exec(text);
  if (start?.[2] === undefined) return undefined;
  return { name: start[2].toLowerCase(), isEnd: start[1] === '/', isBare: TAG.test(text) };
}

/**
 * Whether what looks like a tag is meant as text: HTML has no element of the name (`<pid>`); or it
 * has one that we never show and that nothing closes (“type <title> here”). `isClosed` tells
 * whether an end tag of the name follows.
 */
export function isPlaceholder({ name, isEnd, isBare }: Tag, isClosed: boolean): boolean {
  if (!known.has(name)) return true;
  if (isEnd || isClosed || allowed.has(name)) return false;
  return isBare || (stripped.has(name) && !voidElements.has(name));
}
