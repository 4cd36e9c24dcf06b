import path from 'node:path';
import { gunzipSync, gzipSync } from 'node:zlib';

/** How a browser reads a file that it opens by its own address, by the end of its name. */
const FORMS: ReadonlyMap<string, 'page' | 'document' | 'image' | 'packed-image'> = new Map([
  ...['.html', '.htm', '.shtml'].map((end) => [end, 'page'] as const),
  ...['.xhtml', '.xht', '.xml', '.xsl', '.xslt', '.rdf', '.rss', '.atom'].map((end) => [end, 'document'] as const),
  ['.svg', 'image'],
  ['.svgz', 'packed-image'],
]);

/** A packed image that unpacks to more is not looked into. */
const LARGEST = 20_000_000;

/** Whether a file may run in a browser, by its name alone. */
export function mayNeedStandIn(name: string): boolean {
  return FORMS.has(path.extname(name).toLowerCase());
}

/**
 * What is published in the place of a file that would run something in a reader's browser when it is opened by its own
 * address: its text to read, or for an image a picture that says so. Undefined when the file may stand as it is.
 * Says yes too often rather than too seldom.
 */
export function standInFor(name: string, bytes: Buffer): Buffer | undefined {
  const form = FORMS.get(path.extname(name).toLowerCase());
  if (form === undefined) return undefined;
  if (form === 'packed-image') {
    const unpacked = unpack(bytes);
    return unpacked !== undefined && !mayRun(textOf(unpacked), 'image') ? undefined : gzipSync(Buffer.from(PICTURE));
  }
  const text = textOf(bytes);
  if (form === 'page') return Buffer.from(`${PAGE_HEAD}<pre>${escaped(text)}</pre>\n`);
  if (!mayRun(text, form)) return undefined;
  return Buffer.from(form === 'image' ? PICTURE : `${XML_HEAD}<text>${escaped(text)}</text>\n`);
}

/** The stand-in of a file that is too large to be looked into; undefined when nothing can run in it by its name. */
export function unseenStandIn(name: string): Buffer | undefined {
  switch (FORMS.get(path.extname(name).toLowerCase())) {
    case 'page':
      return Buffer.from(`${PAGE_HEAD}<p>${UNSEEN}</p>\n`);
    case 'document':
      return Buffer.from(`${XML_HEAD}<text>${UNSEEN}</text>\n`);
    case 'image':
      return Buffer.from(PICTURE);
    case 'packed-image':
      return gzipSync(Buffer.from(PICTURE));
    case undefined:
      return undefined;
  }
}

const UNSEEN = 'This file is too large to tell whether it would run something, and is not published.';
const XML_HEAD = '<?xml version="1.0" encoding="UTF-8"?>\n';
const PAGE_HEAD = '<!doctype html>\n<meta charset="utf-8">\n<title>The text of a page</title>\n';
const PICTURE = `${XML_HEAD}<svg xmlns="http://www.w3.org/2000/svg" width="420" height="60"><text x="10" y="35" font-family="sans-serif" font-size="16">This image holds a program and is not shown.</text></svg>\n`;

/** Entities could make any of what follows; a style sheet of XML could too. */
const MAKES_MARKUP = /<!ENTITY|<!DOCTYPE[^<>]*\[|<\?xml-stylesheet/i;
/** In other XML than SVG, elements run only in these namespaces. */
const NAMESPACES = /www\.w3\.org\/(?:1999\/xhtml|2000\/svg|1998\/Math)/i;
/** By their name after any prefix: elements that run, frame, load a page or send. */
const ELEMENTS =
  /<(?:[^\s<>/:]+:)?(?:script|iframe|frame|frameset|fencedframe|portal|object|embed|applet|handler|listener|base|meta|link|form|input|button|textarea|select|video|audio|source)(?![\w.-])/i;
const HANDLERS = /[\s"'/]on[a-z]+\s*=/i;
/** An animation that writes an address or a handler. */
const ANIMATED = /attributeName\s*=\s*(?:["']\s*)?(?:on|(?:[^\s"':]{1,200}:)?href)/i;
const ADDRESSES =
  /(?:java|vb|live)script:|data:(?:text|application)\/(?!(?:x-)?(?:font|vnd\.ms-fontobject|octet-stream))/i;

function mayRun(text: string, form: 'image' | 'document'): boolean {
  const read = withoutReferences(text);
  if (MAKES_MARKUP.test(read)) return true;
  if (form === 'document' && !NAMESPACES.test(read)) return false;
  const compact = read.replace(/[\0- ]+/g, '');
  return [ELEMENTS, HANDLERS, ANIMATED].some((sign) => sign.test(read)) || ADDRESSES.test(compact);
}

/** The text with its character references read, as a browser reads them in attributes. */
function withoutReferences(text: string): string {
  return text.replace(
    /&#(?:x([\da-f]{1,6})|(\d{1,7}));/gi,
    (whole, hex: string | undefined, decimal: string | undefined) => {
      const code = hex === undefined ? Number(decimal) : Number.parseInt(hex, 16);
      return code <= 0x10ffff ? String.fromCodePoint(code) : whole;
    },
  );
}

/** As a browser would decode it: a mark at the start tells UTF-16, also a text whose first sign is two bytes. */
function textOf(bytes: Buffer): string {
  if ((bytes[0] === 0xfe && bytes[1] === 0xff) || (bytes[0] === 0 && bytes[1] !== 0))
    return new TextDecoder('utf-16be').decode(bytes);
  if ((bytes[0] === 0xff && bytes[1] === 0xfe) || (bytes[1] === 0 && bytes[0] !== 0))
    return new TextDecoder('utf-16le').decode(bytes);
  const text = bytes.toString('utf8');
  // Another encoding may hide signs from whoever reads UTF-8: only what looks alike in all of them is left to be judged.
  return /^<\?xml[^>]*encoding\s*=\s*["'](?!utf-?8|us-ascii|iso-8859-|windows-125)/i.test(text.trimStart())
    ? `<!ENTITY ${text}`
    : text;
}

function unpack(bytes: Buffer): Buffer | undefined {
  try {
    return gunzipSync(bytes, { maxOutputLength: LARGEST });
  } catch {
    return undefined;
  }
}

function escaped(text: string): string {
  return text
    .toWellFormed()
    .replace(/[\p{Cc}\ufffe\uffff]/gu, (character) => (isOfXml(character) ? character : '\ufffd'))
    .replaceAll('&', '&amp;')
    .replaceAll('<', '&lt;')
    .replaceAll('>', '&gt;');
}

/** XML knows the control characters of the second set, and three of the first. */
function isOfXml(character: string): boolean {
  return '\t\n\r'.includes(character) || (character >= '\u007f' && character <= '\u009f');
}
