import { parse } from 'parse5';
import type { DefaultTreeAdapterTypes as Tree } from 'parse5';

const ELEMENTS: ReadonlySet<string> = new Set(
  (
    'a abbr article atomic-inputs audio b bdi bdo blockquote body br button caption cite code col colgroup dd del details dfn div dl dt em ' +
    'figcaption figure footer h2 h3 h4 h5 h6 head header hr html i img input ins kbd li mark ol p pre q s samp section ' +
    'small span strong sub summary sup table tbody td tfoot th thead tr u ul var video wbr'
  ).split(' '),
);
const ATTRIBUTES: ReadonlySet<string> = new Set(
  (
    'align alt aria-describedby aria-expanded aria-hidden aria-label checked class colspan controls data-callout data-copy data-folded data-footnote-backref ' +
    'data-descends data-footnote-ref data-footnotes data-input data-language data-line data-note-path data-path data-sort data-task data-unfold datetime dir disabled ' +
    'download height hidden href id lang loading open preload rel reversed role rowspan scope src start tabindex title type ' +
    'value width'
  ).split(' '),
);
const ADDRESS = /^(?:https?:\/\/|mailto:|\/|#)/i;

/**
 * What in a note's HTML could run, load from elsewhere or break out of its place, as a browser
 * reads it; nothing when it is safe. `html` is the content of the page's article.
 */
export function dangersIn(html: string): readonly string[] {
  const page = `<!doctype html><div><article>${html}</article><footer id="end"></footer></div>`;
  const elements = elementsOf(parse(page, { scriptingEnabled: true }));
  const dangers = elements.flatMap(dangersOf);
  const footer = elements.find((element) => attribute(element, 'id') === 'end' && element.tagName === 'footer');
  const before = footer?.parentNode?.childNodes.map((node) => node.nodeName).join(' ');
  if (before !== 'article footer') dangers.push(`breaks out of its article: ${String(before)}`);
  const ids = elements.flatMap((element) => attribute(element, 'id') ?? []);
  for (const id of ids.filter((one, index) => ids.indexOf(one) !== index))
    dangers.push(`two elements have the id ${id}`);
  return [...dangers, ...headingGaps(elements)];
}

/** Whether a browser nests the HTML as it is written: no element is moved, closed early or made up. */
export function isNestedAsWritten(html: string): boolean {
  const page = `<!doctype html><html><head></head><body><article>${html}</article></body></html>`;
  const written = [...page.matchAll(/<([a-z][a-z0-9-]*)[\s>]/g)].map(([, name]) => name);
  return (
    written.join(' ') ===
    elementsOf(parse(page))
      .map(({ tagName }) => tagName)
      .join(' ')
  );
}

function elementsOf(node: Tree.Node): Tree.Element[] {
  if (!('childNodes' in node)) return [];
  return node.childNodes.flatMap((child) => ('tagName' in child ? [child, ...elementsOf(child)] : []));
}

function dangersOf(element: Tree.Element): string[] {
  const { tagName, attrs } = element;
  const dangers = ELEMENTS.has(tagName) ? [] : [`<${tagName}>`];
  for (const { name, value } of attrs) {
    if (!ATTRIBUTES.has(name)) dangers.push(`${name} of <${tagName}>`);
    if ((name === 'href' || name === 'src') && !ADDRESS.test(value)) dangers.push(`${name}="${value}"`);
    if (name === 'src' && !value.startsWith('/files/')) dangers.push(`${name}="${value}"`);
  }
  if (tagName === 'input' && attribute(element, 'disabled') === undefined)
    dangers.push('an input that is not disabled');
  return dangers;
}

function headingGaps(elements: readonly Tree.Element[]): string[] {
  const levels = elements.flatMap(({ tagName }) => (/^h[1-6]$/.test(tagName) ? [Number(tagName.slice(1))] : []));
  return levels.flatMap((level, index) => {
    const previous = levels[index - 1] ?? 1;
    return level > previous + 1 ? [`h${level} follows h${previous}`] : [];
  });
}

function attribute({ attrs }: Tree.Element, wanted: string): string | undefined {
  return attrs.find(({ name }) => name === wanted)?.value;
}
