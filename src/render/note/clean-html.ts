import type { Element, ElementContent, Nodes, Root, RootContent } from 'hast';
import rehypeRaw from 'rehype-raw';
import rehypeSanitize from 'rehype-sanitize';
import type { Options as Schema } from 'rehype-sanitize';
import { unified } from 'unified';
import { visit } from 'unist-util-visit';
import { allowedElements, strippedElements } from './html-tags.ts';

/** What may stay of authors' HTML: no style, no class, no handler, no element that loads or sends. */
const schema: Schema = {
  tagNames: [...allowedElements],
  strip: [...strippedElements],
  attributes: {
    '*': ['dir', 'id', 'lang', 'title'],
    a: ['href'],
    del: ['dateTime'],
    details: ['open'],
    img: ['alt', 'height', 'src', 'width'],
    ins: ['dateTime'],
    li: ['value'],
    ol: ['reversed', 'start', 'type'],
    span: ['dataKept'],
    td: ['colSpan', 'rowSpan'],
    th: ['colSpan', 'rowSpan', 'scope'],
  },
  ancestors: {
    caption: ['table'],
    col: ['table'],
    colgroup: ['table'],
    dd: ['dl'],
    dt: ['dl'],
    figcaption: ['figure'],
    li: ['ol', 'ul'],
    summary: ['details'],
    tbody: ['table'],
    td: ['table'],
    tfoot: ['table'],
    th: ['table'],
    thead: ['table'],
    tr: ['table'],
  },
  clobber: ['id'],
  clobberPrefix: 'user-content-',
  protocols: {}, // every address is resolved as the links of Markdown are, after this
  required: {},
};

/** Parses and cleans authors' HTML. */
export interface HtmlCleaner {
  /**
   * Siblings of which some are `raw`, authors' HTML: parsed together and cleaned. The other nodes
   * are ours and come back as they are, inside the authors' elements where they stood inside them.
   * Each of the authors' elements passes through `resolve`, which must make its addresses safe.
   */
  clean(
    siblings: readonly ElementContent[],
    resolve: (element: Element) => readonly ElementContent[],
  ): ElementContent[];
  /** The tree that a browser would make of this one: every element nested as HTML allows. */
  untangle(tree: Root): Root;
}

/** Stands for one of our nodes while the authors' HTML around it is parsed. */
interface Kept {
  type: 'kept';
  index: number;
}

/** Makes a cleaner; its two chains of plugins are made once. */
export function createHtmlCleaner(): HtmlCleaner {
  const cleaning = unified()
    .use(rehypeRaw, { passThrough: ['kept'] }) // all elements after it are the authors'
    .use(() => stampKept) // relies on that: takes authors' marks away, then sets ours
    .use(rehypeSanitize, schema) // keeps our marks, which nobody else can have set
    .freeze();
  const parsing = unified().use(rehypeRaw).freeze();
  return {
    clean(siblings, resolve) {
      const ours: ElementContent[] = [];
      const children = siblings.map((node) => (node.type === 'raw' || node.type === 'text' ? node : keep(node, ours)));
      const tree = cleaning.runSync({ type: 'root', children } as Root); // `kept` is passed through by name
      return restore(tree, { ours, resolve });
    },
    untangle(tree) {
      const article: Element = {
        type: 'element',
        tagName: 'article',
        properties: {},
        children: tree.children as ElementContent[],
      }; // no doctype stands in it
      const parsed = parsing.runSync({ type: 'root', children: [article] });
      const [first] = parsed.children;
      return { type: 'root', children: first?.type === 'element' ? first.children : [] };
    },
  };
}

function keep(node: ElementContent, ours: ElementContent[]): Kept {
  ours.push(node);
  return { type: 'kept', index: ours.length - 1 };
}

function stampKept(tree: Root): void {
  visit(tree, 'element', ({ properties }) => {
    delete properties['dataKept'];
  });
  visit(tree, (node, index, parent) => {
    const kept = keptIndex(node);
    if (kept === undefined || parent === undefined || index === undefined) return;
    parent.children[index] = { type: 'element', tagName: 'span', properties: { dataKept: kept }, children: [] };
  });
}

function keptIndex(node: Nodes | Kept): number | undefined {
  return node.type === 'kept' ? node.index : undefined;
}

interface Restoring {
  readonly ours: readonly ElementContent[];
  readonly resolve: (element: Element) => readonly ElementContent[];
}

function restore(parent: Root | Element, restoring: Restoring): ElementContent[] {
  return (parent.children as readonly RootContent[]).flatMap((node): readonly ElementContent[] => {
    if (node.type === 'doctype') return [];
    if (node.type !== 'element') return [node];
    const { dataKept } = node.properties;
    if (dataKept !== undefined) return restoring.ours.slice(Number(dataKept), Number(dataKept) + 1);
    node.children = restore(node, restoring);
    return restoring.resolve(node);
  });
}
