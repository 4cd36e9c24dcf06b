import type { MatrixFacet, MatrixTraits } from '../../../render/index.ts';
import type { OfferedNames } from './address.ts';
import { countNames } from './narrowing.ts';
import type { MatrixChoices } from './narrowing.ts';

interface Choice {
  readonly facet: MatrixFacet;
  readonly name: string;
  readonly place: number;
  readonly box: HTMLInputElement;
  readonly row: Element | null;
  readonly count: Element | null;
}

/** The filters above the matrix: a group of boxes for each facet. */
export class MatrixFilters {
  readonly offered: OfferedNames;
  readonly #choices: readonly Choice[];
  readonly #said: Element | null;
  readonly #fold: HTMLDetailsElement | null;

  /** Reads the boxes of a form; their values are the names, in their places. */
  constructor(form: Element) {
    const groups = [...form.querySelectorAll<HTMLFieldSetElement>('fieldset[data-facet]')];
    const named = groups.map((group) => {
      // Only the facets of the page's model are drawn.
      const facet = group.dataset['facet'] as MatrixFacet;
      return { facet, boxes: [...group.querySelectorAll<HTMLInputElement>('input[type=checkbox]')] };
    });
    this.offered = new Map(named.map(({ facet, boxes }) => [facet, boxes.map(({ value }) => value)]));
    this.#choices = named.flatMap(({ facet, boxes }) => boxes.map((box, place) => choiceOf(facet, place, box)));
    this.#fold = form.querySelector('details');
    this.#said = form.querySelector('[data-chosen]');
  }

  /** What is ticked. */
  get chosen(): MatrixChoices {
    const ticked = this.#choices.filter(({ box }) => box.checked);
    const groups = Map.groupBy(ticked, ({ facet }) => facet);
    return new Map([...groups].map(([facet, own]) => [facet, new Set(own.map(({ place }) => place))]));
  }

  /** Ticks what is chosen and no more. */
  tick(choices: MatrixChoices): void {
    for (const { facet, place, box } of this.#choices) box.checked = choices.get(facet)?.has(place) ?? false;
  }

  /** Says above the names which are chosen. */
  sayChosen(): void {
    const names = this.#choices.filter(({ box }) => box.checked).map(({ name }) => name);
    if (this.#said !== null) this.#said.textContent = names.join(', ');
  }

  /** Says beside each name how many techniques it would leave. */
  count(techniques: readonly MatrixTraits[]): void {
    // Nobody sees them while they are folded away.
    if (this.#fold?.open !== true) return;
    const { chosen } = this;
    const counts = new Map([...this.offered.keys()].map((facet) => [facet, countNames(facet, techniques, chosen)]));
    for (const { facet, place, row, count } of this.#choices) {
      const number = counts.get(facet)?.get(place) ?? 0;
      if (count !== null && count.textContent !== String(number)) count.textContent = String(number);
      row?.classList.toggle('none', number === 0);
    }
  }
}

function choiceOf(facet: MatrixFacet, place: number, box: HTMLInputElement): Choice {
  const row = box.closest('label');
  return { facet, name: box.value, place, box, row, count: row?.querySelector('.count') ?? null };
}
