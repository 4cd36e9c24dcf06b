import type { Extension as FromMarkdownExtension } from 'mdast-util-from-markdown';
import { combineExtensions } from 'micromark-util-combine-extensions';
import type { Construct, ConstructRecord, Extension } from 'micromark-util-types';
import type { Processor } from 'unified';
import { boundedExtension, coreSyntax } from './bounded.ts';
import { citationFromMarkdown, citationSyntax } from './citation.ts';
import { codes } from './codes.ts';
import { commentFromMarkdown, commentSyntax } from './comment.ts';
import { highlightFromMarkdown, highlightSyntax } from './highlight.ts';
import { inlineTagFromMarkdown, inlineTagSyntax } from './inline-tag.ts';
import { onlyPlausibleMath } from './math.ts';
import { onlyWholeAddress } from './whole-address.ts';
import { wikiLinkFromMarkdown, wikiLinkSyntax } from './wiki-link.ts';

/**
 * Constructs of GFM that are left out. Bare domains and mail addresses stay text: they are often
 * malicious ones, written to be read. Tasks are told from the tree, as Obsidian's marks are more.
 */
const LEFT_OUT = ['wwwAutolink', 'emailAutolink', 'tasklistCheck'];

/** Which of the constructs are read. */
export interface VaultMarkdownOptions {
  /** Whether tables are: each paragraph is first tried as one. */
  readonly tables: boolean;
}

/**
 * A unified plugin that adds what vaults write beside GFM. It comes after remark-gfm and
 * remark-math, whose extensions it narrows: literal autolinks to `http(s)://` and hosts that are
 * written whole, inline math to what Obsidian takes for math.
 */
export function vaultMarkdown(this: Processor, { tables }: VaultMarkdownOptions): undefined {
  const data = this.data();
  const leftOut = new Set(tables ? LEFT_OUT : [...LEFT_OUT, 'table']);
  const syntax = (data.micromarkExtensions ?? [])
    .flat()
    .map((extension) => boundedExtension(narrow(extension, leftOut)));
  // What comes later is tried first.
  const all = [
    coreSyntax(),
    ...syntax,
    wikiLinkSyntax,
    citationSyntax,
    inlineTagSyntax,
    commentSyntax,
    highlightSyntax,
  ];
  data.micromarkExtensions = [combineExtensions(all)];
  const nodes = (data.fromMarkdownExtensions ?? []).flat().map((extension) => withoutAutolinkTransform(extension));
  nodes.push(
    wikiLinkFromMarkdown,
    citationFromMarkdown,
    inlineTagFromMarkdown,
    commentFromMarkdown,
    highlightFromMarkdown,
  );
  data.fromMarkdownExtensions = nodes;
}

function narrow(extension: Extension, leftOut: ReadonlySet<string>): Extension {
  const { flow, text } = extension;
  const narrowed = { ...extension };
  if (flow !== undefined) narrowed.flow = without(flow, leftOut);
  if (text !== undefined) narrowed.text = guardAll(without(text, leftOut));
  return narrowed;
}

type Constructs = Record<string, Construct[]>;

function without(record: ConstructRecord, leftOut: ReadonlySet<string>): Constructs {
  const kept = Object.entries(record).map(([code, entry]): [string, Construct[]] => [
    code,
    [entry ?? []].flat().filter(({ name = '' }) => !leftOut.has(name)),
  ]);
  return Object.fromEntries(kept.filter(([, constructs]) => constructs.length > 0));
}

function guardAll(text: Constructs): Constructs {
  const entries = Object.entries(text);
  return Object.fromEntries(
    entries.map(([code, constructs]) => [code, constructs.map((construct) => guarded(construct, Number(code)))]),
  );
}

function guarded(construct: Construct, code: number): Construct {
  if (code === codes.dollarSign) return onlyPlausibleMath(construct);
  return construct.name === 'protocolAutolink' ? onlyWholeAddress(construct) : construct;
}

/** The transform of GFM's autolinks searches every text again for what the syntax has left out. */
function withoutAutolinkTransform(extension: FromMarkdownExtension): FromMarkdownExtension {
  if (extension.enter?.['literalAutolink'] === undefined) return extension;
  return { ...extension, transforms: [] };
}
