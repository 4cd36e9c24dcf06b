import type { ElementContent } from 'hast';
import { h } from 'hastscript';
import type { Callout } from '../../parse/index.ts';
import { within } from './scope.ts';
import type { Scope, State } from './scope.ts';

/** A callout: a box with its title, or what can be folded when the author says so. */
export function calloutToHast(state: State, node: Callout, { page }: Scope): ElementContent {
  const { calloutType: dataCallout, fold } = node;
  const title = within(page, 'inlineDepth', () => state.all({ type: 'paragraph', children: node.title }));
  const shown = title.length === 0 ? [text(capitalised(dataCallout))] : title;
  const body = state.wrap(state.all(node), true);
  if (fold === 'none') return h('div.callout', { dataCallout }, h('p.callout-title', shown), body);
  return h('details.callout', { dataCallout, open: fold === 'open' }, h('summary', shown), body);
}

function text(value: string): ElementContent {
  return { type: 'text', value };
}

function capitalised(word: string): string {
  return word.charAt(0).toUpperCase() + word.slice(1).replaceAll('-', ' ');
}
