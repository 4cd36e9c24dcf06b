import type { Element, ElementContent } from 'hast';
import { h } from 'hastscript';
import { visit } from 'unist-util-visit';
import type { Table } from 'mdast';
import { isPlaceName } from '../../domain/index.ts';
import type { AtomicTest, TestInput } from '../../domain/index.ts';
import { plainText } from '../../parse/index.ts';
import { within } from './scope.ts';
import type { Scope, State } from './scope.ts';
import type { AtomicTestSection, TestInputTable } from './shape.ts';
import { tableInBox } from './table-box.ts';

/** A test of a runbook: its name, then in one place what it needs, then what its note says. */
export function atomicTestToHast(state: State, { id, test, children }: AtomicTestSection): Element {
  const [heading, ...rest] = state.all({ type: 'root', children });
  const content = [...(heading === undefined ? [] : [heading]), testFacts(test), ...rest];
  const section = h('section.atomic-test', { id }, state.wrap(content, true));
  // Its code wraps (styles/runbook.css): there is nothing to scroll with keys.
  visit(section, { tagName: 'pre' }, ({ properties }: Element) => {
    delete properties['tabIndex'];
  });
  return section;
}

function testFacts({ name, platforms, executor, elevationRequired, guid }: AtomicTest): Element {
  const facts: readonly (readonly [string, ElementContent[]])[] = [
    ['Platforms', platforms.length === 0 ? [] : [text(platforms.join(', '))]],
    ['Runs in', executor === undefined ? [] : [h('code', executor)]],
    ['Elevation', [text(elevationRequired ? 'required' : 'not required')]],
    ['GUID', guid === undefined ? [] : [h('code', guid), text(' '), copyButton(guid, name)]],
  ];
  const stated = facts.filter(([, values]) => values.length > 0);
  return h(
    'dl.test-facts',
    stated.map(([label, values]) => h('div', [h('dt', label), h('dd', values)])),
  );
}

/** Says whose GUID it copies: read out, that itself takes half a minute. */
function copyButton(guid: string, test: string): Element {
  return h('button.copy.js-only', { type: 'button', dataCopy: guid, ariaLabel: `Copy the GUID of ${test}` }, 'Copy');
}

/**
 * The inputs of a test, from the model: unlike the note's own table it keeps what the generator has put into cells as it was.
 * The page's script turns each `data-input` into a field and fills it into the places of that name; what is no name of a place has none.
 */
export function testInputsToHast(state: State, { test, table }: TestInputTable, { page }: Scope): Element {
  const head = ['Input', 'What it is', 'Type', 'Value'].map((label) => h('th', { scope: 'col' }, label));
  const described = within(page, 'inlineDepth', () => descriptionsIn(state, table));
  const rows = test.inputs.map((input) => inputRow(input, described.get(input.name)));
  const inputTable = h('table', { ariaLabel: `Inputs of ${test.name}` }, [h('thead', h('tr', head)), h('tbody', rows)]);
  return h('atomic-inputs', tableInBox(inputTable, page));
}

function inputRow({ name, description, type, defaultValue }: TestInput, described: ElementContent[] = []): Element {
  return h('tr', [
    h('th', { scope: 'row' }, h('code', name)),
    h('td', described.length === 0 ? [text(description)] : described),
    h('td', type),
    h('td', h('code', isPlaceName(name) ? { dataInput: name } : {}, defaultValue)),
  ]);
}

/** The descriptions as the note's table shows them, with their links and code, by input; none of a row that fell apart. */
function descriptionsIn(state: State, { children }: Table): ReadonlyMap<string, ElementContent[]> {
  const [head, ...rows] = children;
  const column = head?.children.findIndex(
    ({ children: cell }) => plainText(cell).trim().toLowerCase() === 'description',
  );
  return new Map(
    rows.flatMap(({ children: cells }) => {
      const [name, description] = [cells[0], cells[column ?? -1]];
      if (name === undefined || description === undefined || cells.length !== head?.children.length) return [];
      return [[plainText(name.children).trim(), state.all(description)] as const];
    }),
  );
}

function text(value: string): ElementContent {
  return { type: 'text', value };
}
