import type { Properties, Root as HtmlRoot } from 'hast';
import type { Root } from 'mdast';
import type { Options } from 'remark-rehype';
import type { Diagnostic } from '../../diagnostics/index.ts';
import type { NoteNode, ResolvedBlock } from '../../graph/index.ts';
import type { Place, Span } from '../../source/index.ts';
import type { RenderOptions } from '../page.ts';
import type { HtmlCleaner } from './clean-html.ts';
import type { Highlighter } from './highlight.ts';
import { referencesOf } from './references.ts';
import type { References } from './references.ts';
import type { World } from './world.ts';

/** remark-rehype's table of functions that turn one type of node into HTML. */
export type Handlers = NonNullable<Options['handlers']>;
/** What remark-rehype hands to each of them. */
export type State = Parameters<NonNullable<Handlers['root']>>[0];

/** What one renderer owns and its notes share. */
export interface Tools {
  readonly world: World;
  readonly options: RenderOptions;
  readonly highlighter: Highlighter;
  readonly cleaner: HtmlCleaner;
}

/** What adds up while one page is rendered. */
export interface PageState {
  readonly node: NoteNode;
  /** The place of a span of the page's own note. */
  readonly placeOf: (span: Span) => Place;
  readonly diagnostics: Diagnostic[];
  /** How many results the query sections show, by {@link countKey}. */
  readonly counts: Map<string, number>;
  /** Markup that the highlighter made: the only text that is written as HTML without escapes. */
  readonly ownMarkup: WeakSet<object>;
  tables: number;
  embeds: number;
  /** Characters of embedded notes and their results. */
  embeddedSize: number;
  /** Once is enough: the rest of the page's embeds are links too. */
  isEmbedLimitReported: boolean;
  /** Characters of code. */
  codeSize: number;
  /** Whether there is any HTML of authors. */
  hasAuthorHtml: boolean;
  /** Characters of it that went through a parser. */
  htmlSize: number;
  /** The authors' HTML may nest in ways that a browser would nest otherwise. */
  isTangled: boolean;
  /** Above 0 inside a link, where no other link may stand. */
  linkDepth: number;
  /** Above 0 where only running text may stand: titles, headings, cells. */
  inlineDepth: number;
}

/** The note whose text is being rendered, within a page. */
export interface Scope {
  readonly tools: Tools;
  readonly page: PageState;
  readonly node: NoteNode;
  /** The note's blocks by the line of their opening fence. */
  readonly blocks: ReadonlyMap<number, ResolvedBlock>;
  /** The sources that the note lists. */
  readonly references: References;
  /** The note (and part) of the page, then of each embed down to this text. */
  readonly trail: readonly string[];
  /** Where in the page's own note the outermost embed stands; undefined outside embeds. */
  readonly embeddedAt: Place | undefined;
  /** Turns a tree of this kind into HTML: handed in, so that embeds can call what calls them. */
  readonly toHast: (tree: Root, scope: Scope) => HtmlRoot;
}

/** The scope of a note's text in a page. */
export function scopeOf(node: NoteNode, outer: Omit<Scope, 'node' | 'blocks' | 'references'>): Scope {
  const resolved = outer.tools.world.blocksOf(node.path);
  const blocks = new Map(resolved.map((block) => [block.block.line, block]));
  return { ...outer, node, blocks, references: referencesOf(node) };
}

/** What a query section is known by: the marks that say where its block stands. */
export function countKey({ dataPath, dataLine }: Properties): string {
  return `${String(dataPath)}:${String(dataLine)}`;
}

/** Runs a conversion while a counter of the page is one higher. */
export function within<T>(page: PageState, counter: 'linkDepth' | 'inlineDepth', convert: () => T): T {
  page[counter] += 1;
  const result = convert();
  page[counter] -= 1;
  return result;
}
