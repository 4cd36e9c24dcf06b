import { isOnDisk, pageAddress, siteBase } from '../site-address.ts';
import { readSearch, withChoice, writeSearch, type SearchState } from './address.ts';
import { element, required } from '../elements.ts';
import { createFacetPanel, type FacetPanel } from './facet-panel.ts';
import { createChips } from './chips.ts';
import { HitList } from './hit-list.ts';
import { identifierOf } from './identifiers.ts';
import { startHitKeys } from './hit-keys.ts';
import { IdIndex } from './id-index.ts';
import { jsonLoader, scriptLoader } from './load-shard.ts';
import { loadPagefind } from './pagefind.ts';
import { SearchEngine } from './search-engine.ts';
import { toPagefindText } from './search-words.ts';
import { loadTitleWords, nearestText } from './spelling.ts';
import { idStatusText, statusText } from './status.ts';

/** How long the reader must have stopped typing, in milliseconds: less once answers need no loading. */
const PAUSE = { loading: 140, loaded: 40 } as const;

/** An answer that takes longer than this, in milliseconds, is said to be on its way. */
const SLOW = 500;

/** Starts the search page: reads the search from the address, answers it, and follows what the reader types and chooses. */
export function startSearchPage(document: Document): void {
  const root = document.querySelector<HTMLElement>('[data-search]');
  if (root !== null) new SearchPage(root, siteBase(document)).start();
}

/** The search page's state and the order in which its parts are told of a change. */
class SearchPage {
  readonly #engine: SearchEngine;
  readonly #field: HTMLInputElement;
  readonly #status: HTMLElement;
  readonly #idle: HTMLElement;
  readonly #hits: HitList;
  readonly #chips: (state: SearchState) => void;
  readonly #root: HTMLElement;
  readonly #base: string;
  // Full text cannot be searched there.
  readonly #onDisk = isOnDisk(location);
  #state: SearchState = readSearch(location.search);
  #panel: FacetPanel | undefined;
  // Counts searches, so that an answer that comes after a later question is dropped.
  #turn = 0;
  #timer: ReturnType<typeof setTimeout> | undefined;

  constructor(root: HTMLElement, base: string) {
    this.#root = root;
    this.#base = base;
    const { idShards = '1', searchShards = '1', idScripts } = root.dataset;
    const load = idScripts === undefined ? jsonLoader(base) : scriptLoader(root.ownerDocument, base);
    this.#engine = new SearchEngine(
      () => loadPagefind(base, Number(searchShards)),
      new IdIndex(Number(idShards), load),
    );
    this.#field = required(root, 'input[type=search]', HTMLInputElement);
    this.#status = required(root, '[data-search-status]', HTMLElement);
    this.#idle = required(root, '[data-idle]', HTMLElement);
    this.#hits = new HitList(
      required(root, '[data-hits]', HTMLElement),
      required(root, '[data-more]', HTMLButtonElement),
    );
    const chipsRoot = required(root, '[data-chips]', HTMLElement);
    this.#chips = createChips({ root: chipsRoot, field: this.#field }, (facet, choice) => {
      this.#change(withChoice(this.#state, facet, choice));
    });
  }

  start(): void {
    this.#takeOver();
    this.#field.addEventListener('input', () => {
      this.#change({ ...this.#state, text: this.#field.value }, this.#engine.isLoaded ? PAUSE.loaded : PAUSE.loading);
    });
    this.#field.form?.addEventListener('submit', (event) => {
      event.preventDefault();
      void this.#submit();
    });
    if (this.#onDisk) this.#leaveToIds();
    else this.#startFullText();
    window.addEventListener('popstate', () => {
      this.#state = readSearch(location.search);
      this.#field.value = this.#state.text;
      void this.#answer();
    });
    startHitKeys(this.#root, this.#field);
    // Where the facets stand above the hits, opening them unasked would push the hits away; the chips say what is chosen.
    const isBeside = matchMedia('(width >= 64rem)').matches;
    if (this.#state.chosen.size > 0 && isBeside && !this.#onDisk) void this.#toggleFacets();
    void this.#answer();
    if (this.#state.text === '') this.#field.focus();
  }

  /** Takes over what the reader types: from another page, which names the field for that, and in the field before this script came. */
  #takeOver(): void {
    this.#state = { ...this.#state, text: this.#state.text + this.#field.value };
    this.#field.value = this.#state.text;
    if (location.hash === '') return;
    history.replaceState(null, '', location.pathname + writeSearch(this.#state));
    this.#field.focus();
  }

  #leaveToIds(): void {
    required(this.#root, '[data-facets]', HTMLElement).hidden = true;
    required(this.#root, '[data-on-disk]', HTMLElement).hidden = false;
  }

  #startFullText(): void {
    this.#field.addEventListener('focus', () => void this.#engine.pagefind().catch(() => undefined), { once: true });
    required(this.#root, '[data-facets-open]', HTMLButtonElement).addEventListener(
      'click',
      () => void this.#toggleFacets(),
    );
  }

  #change(state: SearchState, pause = 0): void {
    // A choice is a step to go back from, a letter typed is not.
    const isStep = state.chosen !== this.#state.chosen;
    this.#state = state;
    this.#status.removeAttribute('data-search-count');
    clearTimeout(this.#timer);
    this.#timer = setTimeout(() => {
      const address = location.pathname + writeSearch(state);
      if (isStep) history.pushState(null, '', address);
      else history.replaceState(null, '', address);
      void this.#answer();
    }, pause);
  }

  /** Enter: an id leads to its page, and a name that one page has; anything else is answered at once, also what says why. */
  async #submit(): Promise<void> {
    const { text } = this.#state;
    const hits = await this.#engine.idHits(this.#state);
    const named = hits.filter(({ title }) => title.toLowerCase() === text.trim().toLowerCase());
    const [hit, other] =
      identifierOf(text) === undefined ? named : hits.slice(0, 1).filter(({ reason }) => reason === undefined);
    if (hit === undefined || other !== undefined) this.#change(this.#state);
    else location.assign(this.#href(hit.url));
  }

  async #answer(): Promise<void> {
    const turn = ++this.#turn;
    const isStale = (): boolean => turn !== this.#turn;
    const state = this.#state;
    this.#chips(state);
    this.#panel?.show(state, undefined);
    this.#status.removeAttribute('data-search-count');
    const isIdle = state.text.trim() === '' && state.chosen.size === 0;
    this.#idle.hidden = !isIdle;
    if (isIdle) {
      this.#hits.clear();
      this.#status.textContent = '';
      return;
    }
    const slow = setTimeout(() => {
      const isAnswered = this.#status.hasAttribute('data-search-count');
      if (!isStale() && !isAnswered) this.#status.textContent = 'Searching …';
    }, SLOW);
    try {
      await this.#show(state, isStale);
    } catch (error) {
      if (isStale()) return;
      console.error(error);
      this.#status.textContent = 'The search index could not be loaded. The lists still lead to every page.';
      this.#idle.hidden = false;
    } finally {
      clearTimeout(slow);
    }
  }

  async #show(state: SearchState, isStale: () => boolean): Promise<void> {
    const ids = (await this.#engine.idHits(state)).map((hit) => ({ ...hit, url: this.#href(hit.url) }));
    if (isStale()) return;
    if (ids.length > 0 || this.#onDisk) this.#hits.showIds(ids);
    if (this.#onDisk) {
      this.#status.textContent = idStatusText(ids.length, state);
      this.#status.setAttribute('data-search-count', String(ids.length));
      this.#idle.hidden = ids.length > 0;
      return;
    }
    const answer = await this.#engine.search(state);
    if (isStale()) return;
    const shown = await this.#hits.show({ answer, text: toPagefindText(state.text), ids, isStale });
    if (isStale()) return;
    this.#status.textContent = statusText(shown, state);
    this.#status.setAttribute('data-search-count', String(shown.count));
    this.#idle.hidden = shown.count > 0 || shown.hasNear;
    if (shown.count === 0) void this.#suggest(state, isStale);
    if (this.#panel === undefined) return;
    const counts = await this.#engine.facetCounts(state, answer);
    if (!isStale()) this.#panel.show(state, counts);
  }

  /** Where nothing is found: offers the names' words that are nearest to the text's. */
  async #suggest(state: SearchState, isStale: () => boolean): Promise<void> {
    const text = nearestText(state.text, await loadTitleWords(this.#base).catch(() => []));
    if (text === undefined || isStale()) return;
    const link = element('a', { href: writeSearch({ ...state, text }) }, [text]);
    this.#status.append('. Did you mean ', link, '?');
  }

  async #toggleFacets(): Promise<void> {
    const button = required(this.#root, '[data-facets-open]', HTMLButtonElement);
    const panel = required(this.#root, '[data-facet-panel]', HTMLElement);
    const isOpen = button.getAttribute('aria-expanded') === 'true';
    button.setAttribute('aria-expanded', String(!isOpen));
    panel.hidden = isOpen;
    if (isOpen || this.#panel !== undefined) return;
    try {
      const totals = await this.#engine.facetTotals();
      this.#panel ??= createFacetPanel(panel, totals, (facet, choice) => {
        this.#change(withChoice(this.#state, facet, choice));
      });
      this.#panel.show(this.#state, totals);
      void this.#answer();
    } catch {
      panel.textContent = 'The search index could not be loaded.';
    }
  }

  #href(url: string): string {
    return pageAddress(this.#base, url, this.#onDisk);
  }
}
