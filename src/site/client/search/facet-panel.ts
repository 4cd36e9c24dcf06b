import { countOf, formatCount } from '../../words.ts';
import type { SearchState } from './address.ts';
import { element } from '../elements.ts';
import { createSayer } from '../say.ts';
import { facetLabels, facets, orderedValues, valueWords, type Facet } from './facets.ts';
import type { FacetCounts } from './pagefind-api.ts';

/** Called when the reader chooses a value of a facet or takes the choice back. */
export type OnChoice = (facet: Facet, choice: { readonly value: string; readonly isChosen: boolean }) => void;

/** The facets' checkboxes, which keep their order while their counts change. */
export interface FacetPanel {
  /** Ticks what is chosen and, where counts are given, shows them. */
  show(state: SearchState, counts: FacetCounts | undefined): void;
}

interface Choice {
  readonly facet: Facet;
  readonly value: string;
  readonly row: HTMLElement;
  readonly box: HTMLInputElement;
  readonly count: HTMLElement;
}

/** The values of one facet. */
interface Group {
  readonly facet: Facet;
  readonly choices: readonly Choice[];
  /** Says words to a screen reader. */
  readonly say: (words: string) => void;
}

// Longer lists get a field that narrows them.
const LONG = 20;

/** Fills `root` with a group of checkboxes for each facet that has values. */
export function createFacetPanel(root: Element, totals: FacetCounts, onChoice: OnChoice): FacetPanel {
  const choices: Choice[] = [];
  const say = createSayer(document);
  for (const facet of facets) {
    const own = orderedValues(facet, totals[facet] ?? {}).map((value) => createChoice(facet, value));
    if (own.length === 0) continue;
    choices.push(...own);
    root.append(facetGroup({ facet, choices: own, say }));
  }
  root.addEventListener('change', ({ target }) => {
    const choice = choices.find(({ box }) => box === target);
    if (choice !== undefined) onChoice(choice.facet, { value: choice.value, isChosen: choice.box.checked });
  });
  return {
    show: (state, counts) => {
      for (const choice of choices) showChoice(choice, state, counts);
    },
  };
}

function createChoice(facet: Facet, value: string): Choice {
  const id = `${facet}:${value}`;
  const box = element('input', { type: 'checkbox', value, id });
  const count = element('span', { class: 'count' });
  // Of a label that names no box, Chromium does not tell screen readers when its count changes.
  const row = element('label', { for: id }, [box, element('span', {}, [valueWords(facet, value)]), count]);
  return { facet, value, row, box, count };
}

function showChoice(
  { facet, value, box, count, row }: Choice,
  state: SearchState,
  counts: FacetCounts | undefined,
): void {
  box.checked = state.chosen.get(facet)?.includes(value) ?? false;
  if (counts === undefined) return;
  const number = counts[facet]?.[value] ?? 0;
  count.textContent = formatCount(number);
  row.classList.toggle('none', number === 0 && !box.checked);
}

function facetGroup(group: Group): HTMLFieldSetElement {
  const { facet, choices } = group;
  const list = element(
    'div',
    { class: 'choices' },
    choices.map(({ row }) => row),
  );
  const legend = element('legend', {}, [facetLabels[facet]]);
  const box = element('fieldset', { 'data-facet': facet }, [legend]);
  if (choices.length > LONG) box.append(narrowingField(group));
  box.append(list);
  return box;
}

function narrowingField({ facet, choices, say }: Group): HTMLInputElement {
  const label = `Find among the values of ${facetLabels[facet].toLowerCase()}`;
  const field = element('input', { type: 'text', class: 'field', placeholder: 'Find', 'aria-label': label });
  field.addEventListener('input', () => {
    const text = field.value.trim().toLowerCase();
    for (const { row, value } of choices) row.hidden = !value.toLowerCase().includes(text);
    const shown = choices.filter(({ row }) => !row.hidden).length;
    say(`${formatCount(shown)} of ${countOf(choices.length, 'value')}`);
  });
  return field;
}
