import type { SearchState } from './address.ts';
import { facets, toFilters, type Facet } from './facets.ts';
import type { FacetCounts } from './pagefind-api.ts';
import type { IdHit, IdIndex } from './id-index.ts';
import { indexKeysOf, toPagefindText } from './search-words.ts';
import { askFullText, type SearchAnswer } from './full-text.ts';
import type { Pagefind } from './pagefind-api.ts';

/** Everything that the search page asks of the outside; each source is loaded once, when first needed. */
export class SearchEngine {
  readonly #load: () => Promise<Pagefind>;
  #pagefind: Promise<Pagefind> | undefined;
  #isLoaded = false;
  readonly #ids: IdIndex;

  constructor(load: () => Promise<Pagefind>, ids: IdIndex) {
    this.#load = load;
    this.#ids = ids;
  }

  /** Whether Pagefind is there, so that an answer costs no loading of it. */
  get isLoaded(): boolean {
    return this.#isLoaded;
  }

  /** Pagefind; rejects when it cannot be had, and is tried again when next asked for. */
  async pagefind(): Promise<Pagefind> {
    this.#pagefind ??= this.#load();
    try {
      const pagefind = await this.#pagefind;
      this.#isLoaded = true;
      return pagefind;
    } catch (error) {
      this.#pagefind = undefined;
      throw error;
    }
  }

  /** The pages that the text names by an id or a name of theirs; none with facets chosen, which an id knows nothing of. */
  idHits({ text, chosen }: SearchState): Promise<readonly IdHit[]> {
    return this.#ids.find(chosen.size > 0 ? [] : indexKeysOf(text));
  }

  /** Asks Pagefind: for words as {@link askFullText} does, else for all pages with what is chosen. */
  async search({ text, chosen }: SearchState): Promise<SearchAnswer> {
    const pagefind = await this.pagefind();
    const asked = toPagefindText(text);
    const filters = toFilters(chosen);
    if (asked === '') return { ...(await pagefind.search(null, { filters })), isStrange: false };
    return askFullText(pagefind, asked, filters);
  }

  /** Loads all facets and gives their values' counts over the whole site. */
  async facetTotals(): Promise<FacetCounts> {
    return (await this.pagefind()).filters();
  }

  /**
   * How many hits each facet value would leave. A facet with values chosen is counted as if they were not, since its values
   * add to each other.
   */
  async facetCounts(state: SearchState, answer: SearchAnswer): Promise<FacetCounts> {
    const counts: Record<string, Readonly<Record<string, number>>> = { ...answer.filters };
    const text = toPagefindText(state.text) || null;
    const pagefind = await this.pagefind();
    const chosen = facets.filter((facet) => state.chosen.has(facet));
    const recount = async (facet: Facet): Promise<void> => {
      const { filters } = await pagefind.search(text, {
        filters: { ...toFilters(state.chosen, facet), ...answer.parts },
      });
      counts[facet] = filters[facet] ?? {};
    };
    if (chosen.length === 1 && answer.parts === undefined)
      for (const facet of chosen) counts[facet] = answer.totalFilters[facet] ?? {};
    else await Promise.all(chosen.map(recount));
    return counts;
  }
}
