import type { SearchState } from './address.ts';
import { element } from '../elements.ts';
import type { OnChoice } from './facet-panel.ts';
import { facetLabels, facets, valueWords } from './facets.ts';

/** Where the chips stand. */
export interface ChipsPlace {
  readonly root: HTMLElement;
  /** Has the focus when the last of them is taken back. */
  readonly field: HTMLElement;
}

/** Gives a function that shows each chosen facet value as a button, which takes the choice back and hands the focus to the next. */
export function createChips({ root, field }: ChipsPlace, onChoice: OnChoice): (state: SearchState) => void {
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
    const left = [...root.children].findIndex((chip) => chip.contains(document.activeElement));
    root.replaceChildren(...chips);
    root.hidden = chips.length === 0;
    // Else keys would begin anew at the top of the page, and screen readers would say the page again.
    if (left >= 0) (chips[Math.min(left, chips.length - 1)]?.querySelector('button') ?? field).focus();
  };
}
