import type { Element, ElementContent } from 'hast';
import { h } from 'hastscript';
import type {
  Blockquote,
  Code,
  Delete,
  Emphasis,
  FootnoteReference,
  Heading,
  Html,
  Image,
  ImageReference,
  Link,
  LinkReference,
  List,
  ListItem,
  Paragraph,
  Parents,
  Strong,
  Table,
} from 'mdast';
import { defaultHandlers } from 'remark-rehype';
import type { Callout, Citation, Highlight, InlineTag, WikiLink } from '../../parse/index.ts';
import { href } from '../href.ts';
import { atomicTestToHast, testInputsToHast } from './atomic-test.ts';
import { calloutToHast } from './callout.ts';
import { citationToHast, numberedList, withReferences } from './citation.ts';
import { codeToHast } from './code.ts';
import type { EmptySection } from './empty-sections.ts';
import { embed, imageReferenceToHast, imageToHast, readEmbedText } from './images.ts';
import { createTextHandler } from './line-breaks.ts';
import { linkReferenceToHast, linkTo, linkToHast, wikiLinkText } from './links.ts';
import { blockMathToHast, inlineMathToHast } from './math.ts';
import type { Math } from './math.ts';
import { paragraphToHast } from './paragraph.ts';
import { within } from './scope.ts';
import type { Handlers, Scope, State } from './scope.ts';
import type { AtomicTestSection, TestInputTable } from './shape.ts';
import { tableInBox } from './table-box.ts';
import { taskItemToHast } from './task.ts';

/** What turns each type of Markdown node into HTML within a note; types that are not here are remark-rehype's own. */
export function createHandlers(scope: Scope): Handlers {
  const { page, tools } = scope;
  const inline = <T>(convert: () => T): T => within(page, 'inlineDepth', convert);
  return {
    atomicTest: (state: State, node: AtomicTestSection) => atomicTestToHast(state, node),
    blockquote: (state: State, node: Blockquote) => named(node, defaultHandlers.blockquote(state, node), scope),
    callout: (state: State, node: Callout) => named(node, calloutToHast(state, node, scope), scope),
    citation: (state: State, node: Citation) => citationToHast(state, node, scope),
    code: (_: State, node: Code) => named(node, codeToHast(node, scope), scope),
    comment: () => undefined,
    delete: (state: State, node: Delete) => inline(() => defaultHandlers.delete(state, node)),
    emptySection: (_: State, { id }: EmptySection) => h('span', { id }),
    emphasis: (state: State, node: Emphasis) => inline(() => defaultHandlers.emphasis(state, node)),
    footnoteReference: (state: State, node: FootnoteReference) =>
      page.linkDepth > 0 ? undefined : defaultHandlers.footnoteReference(state, node),
    heading: (state: State, node: Heading) => inline(() => headingToHast(state, node, scope)),
    highlight: (state: State, node: Highlight) => inline(() => h('mark', state.all(node))),
    html: (_: State, { value, position }: Html) => {
      page.hasAuthorHtml = true;
      return { type: 'raw', value, ...(position === undefined ? {} : { position }) };
    },
    image: (_: State, node: Image) => imageToHast(node, scope),
    imageReference: (state: State, node: ImageReference) => imageReferenceToHast(state, node, scope),
    inlineMath: (_: State, node: Math) => inlineMathToHast(node, scope),
    inlineTag: (_: State, { name }: InlineTag) => tagToHast(name, scope),
    link: (state: State, node: Link) => linkToHast(state, node, scope),
    linkReference: (state: State, node: LinkReference) => linkReferenceToHast(state, node, scope),
    list: (state: State, node: List) => named(node, defaultHandlers.list(state, numberedList(node, scope)), scope),
    listItem: (state: State, node: ListItem, parent: Parents | undefined) =>
      named(node, withReferences(node, taskItemToHast(state, node, parent), scope), scope),
    math: (_: State, node: Math) => named(node, blockMathToHast(node), scope),
    paragraph: (state: State, node: Paragraph) =>
      named(node, withReferences(node, paragraphToHast(state, node), scope), scope),
    strong: (state: State, node: Strong) => inline(() => defaultHandlers.strong(state, node)),
    table: (state: State, node: Table) =>
      named(
        node,
        inline(() => tableInBox(defaultHandlers.table(state, node), page)),
        scope,
      ),
    ...(tools.options.lineBreaks === 'shown' && { text: createTextHandler() }),
    testInputs: (state: State, node: TestInputTable) => testInputsToHast(state, node, scope),
    wikiLink: (_: State, node: WikiLink) => wikiLinkToHast(node, scope),
  };
}

/** Gives the element of a block with a `^id` mark that id, unless it is embedded text. */
function named(
  node: Pick<Paragraph, 'data'>,
  result: ElementContent | ElementContent[],
  { embeddedAt }: Scope,
): ElementContent | ElementContent[] {
  const id = node.data?.blockId;
  const [first] = Array.isArray(result) ? result : [result];
  if (id !== undefined && embeddedAt === undefined && first?.type === 'element') first.properties.id ??= `^${id}`;
  return result;
}

function headingToHast(state: State, node: Heading, { embeddedAt }: Scope): Element {
  const content = state.all(node);
  if (embeddedAt !== undefined) return h(`h${node.depth}`, content);
  const { headingId: id, blockId } = node.data ?? {};
  return h(`h${node.depth}`, { id }, blockId === undefined ? content : [h('span', { id: `^${blockId}` }), ...content]);
}

function tagToHast(name: string, { tools, page }: Scope): ElementContent {
  const url = tools.world.tagUrl(name.toLowerCase());
  if (url === undefined || page.linkDepth > 0) return h('span.tag', `#${name}`);
  return h('a.tag', { href: href(tools.options, url) }, `#${name}`);
}

function wikiLinkToHast(node: WikiLink, scope: Scope): ElementContent[] {
  const target = scope.tools.world.resolveLink(scope.node.path, {
    syntax: 'wiki',
    target: node.target,
    anchor: node.anchor,
  });
  if (node.embed) return embed(target, readEmbedText(node.label ?? ''), { scope, node });
  return linkTo(target, [{ type: 'text', value: wikiLinkText(node) }], { scope, node });
}
