import type { Extension as FromMarkdownExtension } from 'mdast-util-from-markdown';
import { combineExtensions } from 'micromark-util-combine-extensions';
import type { Construct, Extension } from 'micromark-util-types';
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
const LEFT_OUT = new Set(['wwwAutolink', 'emailAutolink', 'tasklistCheck']);

/**
 * A unified plugin that adds what vaults write beside GFM. It comes after remark-gfm and
 * remark-math, whose extensions it narrows: literal autolinks to `http(s)://` and hosts that are
 * written whole, inline math to what Obsidian takes for math.
 */
export function vaultMarkdown(this: Processor): undefined {
  const data = this.data();
  const syntax = (data.micromarkExtensions ?? []).flat().map((extension) => boundedExtension(narrow(extension)));
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

function narrow(extension: Extension): Extension {
  if (extension.text === undefined) return extension;
  const text: Record<string, Construct[]> = {};
  for (const [code, entry] of Object.entries(extension.text)) {
    const constructs = [entry ?? []].flat().filter((construct) => !LEFT_OUT.has(construct.name ?? ''));
    if (constructs.length === 0) continue;
    text[code] = constructs.map((construct) => guarded(construct, Number(code)));
  }
  return { ...extension, text };
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
