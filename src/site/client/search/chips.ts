import type { SearchState } from './address.ts';
import { element } from '../elements.ts';
import type { OnChoice } from './facet-panel.ts';
import { facetLabels, facets, valueWords } from './facets.ts';

/** Gives a function that shows each chosen facet value as a button, which takes the choice back. */
export function createChips(root: HTMLElement, onChoice: OnChoice): (state: SearchState) => void {
  return ({ chosen }) => {
    const chips = facets.flatMap((facet) =>
      (chosen.get(facet) ?? []).map((value) => {
        const label = `${facetLabels[facet]}: ${valueWords(facet, value)}`;
        const button = element('button', { type: 'button', class: 'chip', 'aria-label': `Remove ${label}` }, [label]);
        button.addEventListener('click', () => {
          onChoice(facet, { value, isChosen: false });
        });
        return element('li', {}, [button]);
      }),
    );
    root.replaceChildren(...chips);
    root.hidden = chips.length === 0;
  };
}
