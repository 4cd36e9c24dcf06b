import type { ElementContent } from 'hast';
import { h } from 'hastscript';
import type { Code } from 'mdast';
import { slugify } from '../../domain/index.ts';
import { href } from '../href.ts';
import { queryToHast } from './query-block.ts';
import type { Scope } from './scope.ts';

/** Blocks after this many characters of code in a page are shown without colours, to bound what a page costs. */
const MOST_COLOURED = 100_000;

/** A block of code: a query with its answer, or the code with its language, a button to copy it and, for a rule, its file. */
export function codeToHast(node: Code, scope: Scope): ElementContent {
  const resolved = node.lang === 'query' ? scope.blocks.get(node.position?.start.line ?? 0) : undefined;
  if (resolved !== undefined) return queryToHast(resolved, scope);
  const { page, tools } = scope;
  const code = withoutLastLineEnds(node.value);
  const how = page.codeSize > MOST_COLOURED ? 'plain' : 'highlight';
  page.codeSize += code.length;
  const { language, label, html } = tools.highlighter[how](code, node.lang ?? '');
  const markup: ElementContent = { type: 'raw', value: html };
  page.ownMarkup.add(markup);
  const copy = h('button.copy', { type: 'button', dataCopy: '', hidden: true }, 'Copy');
  return h('figure.code', { dataLanguage: language }, [
    h('figcaption', [...caption(node, label, scope), copy]),
    h(
      'pre',
      { tabIndex: 0, role: 'group', ariaLabel: `${label} code` },
      h('code', { className: `language-${language}` }, [markup]),
    ),
  ]);
}

/** Not by a regular expression: `\n+$` takes the square of the time that a million empty lines in a row should. */
function withoutLastLineEnds(text: string): string {
  let end = text.length;
  while (end > 0 && text[end - 1] === '\n') end -= 1;
  return text.slice(0, end);
}

/** The title that the author gives after the language, else the language; above a rule's own Sigma YAML, the name of its file and a link to it. */
function caption(node: Code, label: string, { node: note, tools }: Scope): ElementContent[] {
  if (note.kind !== 'rule' || note.yaml === undefined || !overlaps(node, note.yaml.span)) {
    return [h('span', titleOf(node) ?? label)];
  }
  const file = `${slugify(note.note.name) || 'rule'}.yml`;
  const address = href(tools.options, note.url.replace(/\/$/, '.yml'));
  return [h('span', file), h('a.download', { href: address, download: file }, 'Download')];
}

/** `title="…"` among the words after a fence's language, of which no more is read than a title needs. */
function titleOf({ meta }: Code): string | undefined {
  const title = /(?:^|\s)title=(?:"([^"]+)"|'([^']+)'|([^\s"']+))/.exec((meta ?? '').slice(0, LONGEST_WORDS));
  return title?.[1] ?? title?.[2] ?? title?.[3];
}

const LONGEST_WORDS = 500;

function overlaps({ position }: Code, span: { readonly start: number; readonly end: number }): boolean {
  const start = position?.start.offset ?? 0;
  const end = position?.end.offset ?? 0;
  return start < span.end && span.start < end;
}
