import GithubSlugger from 'github-slugger';
import type { Blockquote, Code, Definition, FootnoteDefinition, Heading, ListItem, Nodes, Root } from 'mdast';
import type { Span } from '../source/index.ts';
import { imagesInHtml } from './images-in-html.ts';
import { parseLinkTarget } from './link-target.ts';
import type { Callout } from './nodes.ts';
import type { NoteHeading, NoteLink, NoteTag, QueryBlock } from './parsed-note.ts';
import { plainText } from './plain-text.ts';
import { asQueryBlock } from './query-block.ts';
import type { Reporter } from './reporter.ts';
import { asCallout, markTask, takeBlockIds } from './shape/index.ts';
import { inlineTagsOf, tagKey } from './tag-name.ts';

/** What a body holds, each in the order of the note. */
export interface Body {
  readonly headings: readonly NoteHeading[];
  readonly tags: readonly NoteTag[];
  readonly links: readonly NoteLink[];
  readonly queries: readonly QueryBlock[];
  readonly blockIds: ReadonlySet<string>;
}

/**
 * Goes through a tree once: shapes callouts, tasks, heading ids and block ids in place, and lists
 * what the note holds; reports comments that are never closed. Does not recurse, so that no nesting is too deep for it.
 */
export function collectBody(tree: Root, text: string, reporter: Reporter): Body {
  const collector = new Collector(text, reporter);
  const stack: Nodes[] = [tree];
  for (let node = stack.pop(); node !== undefined; node = stack.pop()) {
    collector.visit(node);
    if ('children' in node) pushReversed(stack, node.children);
    if (node.type === 'callout') pushReversed(stack, node.title);
  }
  return collector.finish();
}

function pushReversed(stack: Nodes[], nodes: readonly Nodes[]): void {
  for (let index = nodes.length - 1; index >= 0; index -= 1) {
    const node = nodes[index];
    if (node !== undefined) stack.push(node);
  }
}

class Collector {
  private readonly text: string;
  private readonly reporter: Reporter;
  private readonly slugger = new GithubSlugger();
  private readonly headings: NoteHeading[] = [];
  private readonly tags: NoteTag[] = [];
  private readonly queries: QueryBlock[] = [];
  private readonly blockIds = new Set<string>();
  private readonly definitions = new Map<string, Definition>();
  /** Links by reference wait for their definitions. */
  private readonly links: (() => NoteLink | undefined)[] = [];

  constructor(text: string, reporter: Reporter) {
    this.text = text;
    this.reporter = reporter;
  }

  visit(node: Nodes): void {
    if (node.type === 'blockquote') asCallout(node, this.text);
    if (holdsBlocks(node)) takeBlockIds(node);
    if (node.type === 'listItem') markTask(node, this.text);
    if (node.data?.blockId !== undefined) this.blockIds.add(node.data.blockId);
    if (node.type === 'heading') this.heading(node);
    else if (node.type === 'code') this.code(node);
    else if (node.type === 'inlineTag') this.tag(node.name, spanOf(node));
    else if (node.type === 'comment') this.comment(spanOf(node));
    else this.link(node);
  }

  finish(): Body {
    const { headings, tags, queries, blockIds } = this;
    return { headings, tags, queries, blockIds, links: this.links.flatMap((link) => link() ?? []) };
  }

  private heading(node: Heading): void {
    const text = plainText(node.children).trim();
    const id = this.slugger.slug(text) || this.slugger.slug('section'); // of an image or signs alone nothing is left
    node.data = { ...node.data, headingId: id };
    this.headings.push({ depth: node.depth, text, id, span: spanOf(node) });
  }

  private code(node: Code): void {
    const query = asQueryBlock(node, this.text);
    if (query !== undefined) this.queries.push(query);
  }

  private tag(name: string, span: Span): void {
    this.tags.push({ name, key: tagKey(name), origin: 'inline', span });
  }

  /** Tags count in comments too (A3.3). */
  private comment(span: Span): void {
    // The marks are passed over, so that a tag may follow the first directly.
    const from = span.start + 2;
    if (!this.text.slice(from, span.end).endsWith('%%')) {
      const until = this.text.slice(span.end).trim() === '' ? 'the note' : 'its list or quote';
      this.reporter.report('parse/unclosed-comment', span, { until });
    }
    for (const { name, start, end } of inlineTagsOf(this.text.slice(from, span.end))) {
      this.tag(name, { start: from + start, end: from + end });
    }
  }

  private link(node: Nodes): void {
    if (node.type === 'wikiLink') {
      const { embed, target, anchor } = node;
      this.addLink({ syntax: 'wiki', embed, target, anchor, origin: 'body', span: spanOf(node) });
    } else if (node.type === 'link' || node.type === 'image') {
      this.addLink(markdownLink(node.url, node));
    } else if (node.type === 'html') {
      for (const { url, span } of imagesInHtml(node, this.text)) {
        this.addLink({ syntax: 'markdown', embed: true, ...parseLinkTarget(url), origin: 'body', span });
      }
    } else if (node.type === 'linkReference' || node.type === 'imageReference') {
      this.links.push(() => {
        const definition = this.definitions.get(node.identifier);
        return definition === undefined ? undefined : markdownLink(definition.url, node);
      });
    } else if (node.type === 'definition' && !this.definitions.has(node.identifier)) {
      this.definitions.set(node.identifier, node);
    }
  }

  private addLink(link: NoteLink): void {
    this.links.push(() => link);
  }
}

function markdownLink(url: string, node: Nodes): NoteLink {
  const embed = node.type === 'image' || node.type === 'imageReference';
  return { syntax: 'markdown', embed, ...parseLinkTarget(url), origin: 'body', span: spanOf(node) };
}

type BlockParent = Root | Blockquote | Callout | ListItem | FootnoteDefinition;

function holdsBlocks(node: Nodes): node is BlockParent {
  return ['root', 'blockquote', 'callout', 'listItem', 'footnoteDefinition'].includes(node.type);
}

function spanOf(node: Nodes): Span {
  return { start: node.position?.start.offset ?? 0, end: node.position?.end.offset ?? 0 };
}
