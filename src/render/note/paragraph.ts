import type { Element, ElementContent } from 'hast';
import { h } from 'hastscript';
import type { Paragraph, PhrasingContent } from 'mdast';
import { withoutOuterBreaks } from './line-breaks.ts';
import type { State } from './scope.ts';

const GUID = /^(\s*)([0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12})(\s*)$/i;

/** A paragraph; blocks in it (embedded notes) part it, since none may stand inside `<p>`. */
export function paragraphToHast(state: State, node: Paragraph): ElementContent | ElementContent[] {
  const guid = generatedGuid(node.children);
  if (guid !== undefined)
    return h('p', [...state.all({ ...node, children: node.children.slice(0, 1) }), ' ', h('code', guid)]);
  const children = state.all(node);
  if (node.children.every(isUnseen)) return [];
  if (!children.some(isBlock)) return h('p', withoutOuterBreaks(children));
  const parts: ElementContent[] = [];
  let run: ElementContent[] = [];
  const endRun = (): void => {
    const shown = withoutOuterBreaks(run);
    if (shown.some((child) => child.type !== 'text' || child.value.trim() !== '')) parts.push(h('p', shown));
    run = [];
  };
  for (const child of children) {
    if (!isBlock(child)) {
      run.push(child);
      continue;
    }
    endRun();
    parts.push(child);
  }
  endRun();
  return parts;
}

/** Comments, and the space and breaks between them. */
function isUnseen(node: PhrasingContent): boolean {
  return node.type === 'comment' || node.type === 'break' || (node.type === 'text' && node.value.trim() === '');
}

function isBlock(node: ElementContent): node is Element {
  return node.type === 'element' && node.tagName === 'div';
}

/** The guid in `**auto_generated_guid:** …`, the line by which Atomic Red Team names a test. */
function generatedGuid([label, value, ...rest]: readonly PhrasingContent[]): string | undefined {
  if (label?.type !== 'strong' || value?.type !== 'text' || rest.length > 0) return undefined;
  const [name] = label.children;
  if (name?.type !== 'text' || name.value !== 'auto_generated_guid:') return undefined;
  return GUID.exec(value.value)?.[2];
}
