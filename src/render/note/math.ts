import type { Element } from 'hast';
import { h } from 'hastscript';
import type { Literal } from 'mdast';
import { spanOf } from './links.ts';
import type { Scope } from './scope.ts';

/** Mathematics: TeX between dollar signs. Source: remark-math. */
export interface Math extends Literal {
  type: 'math' | 'inlineMath';
}

/** TeX in running text, as written, its dollar signs too: no script sets it. */
export function inlineMathToHast(node: Math, { node: { note } }: Scope): Element {
  const { start, end } = spanOf(node);
  const written = note.file.text.slice(start, end);
  return h('code.math', written.startsWith('$') ? written : `$${node.value}$`);
}

/** TeX in a block of its own. */
export function blockMathToHast({ value }: Math): Element {
  return h('pre.math', { tabIndex: 0, role: 'group', ariaLabel: 'Formula' }, h('code', `$$\n${value}\n$$`));
}
