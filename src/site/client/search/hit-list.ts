import { hitElement, toHit } from './hits.ts';
import type { IdHit } from './id-index.ts';
import type { PagefindAnswer, PagefindPage, PagefindResult } from './pagefind.ts';

const STEP = 10;

/** The list of hits: first the pages that an identifier names, then Pagefind's, ten at a time. */
export class HitList {
  readonly #list: Element;
  readonly #more: HTMLButtonElement;
  #rest: readonly PagefindResult[] = [];
  #shownIds = new Set<string>();

  constructor(list: Element, more: HTMLButtonElement) {
    this.#list = list;
    this.#more = more;
    more.addEventListener('click', () => void this.#showMore());
  }

  /** Empties the list. */
  clear(): void {
    this.#rest = [];
    this.#more.hidden = true;
    this.#list.replaceChildren();
  }

  /** Shows the pages that an identifier names, until the whole answer is there. */
  showIds(ids: readonly IdHit[]): void {
    this.clear();
    this.#list.append(...ids.map(idElement));
  }

  /** Shows the first hits of an answer unless it has become stale meanwhile; gives the number of all hits. */
  async show(answer: PagefindAnswer, ids: readonly IdHit[], isStale: () => boolean): Promise<number> {
    const first = await loadPages(answer.results.slice(0, STEP));
    if (isStale()) return 0;
    const named = ids.map((id) => ({ id, page: first.find(({ url }) => pathOf(url) === pathOf(id.url)) }));
    this.#shownIds = new Set(ids.map(({ url }) => pathOf(url)));
    const others = first.filter(({ url }) => !this.#shownIds.has(pathOf(url)));
    this.#rest = answer.results.slice(STEP);
    this.#list.replaceChildren(
      ...named.map(({ id, page }) =>
        page === undefined ? idElement(id) : hitElement({ ...toHit(page), href: id.url }),
      ),
      ...others.map((page) => hitElement(toHit(page))),
    );
    this.#more.hidden = this.#rest.length === 0;
    // A named page beyond the first hits is among the rest, since its own text holds its id.
    const unseen = this.#rest.length > 0 ? 0 : named.filter(({ page }) => page === undefined).length;
    return answer.results.length + unseen;
  }

  async #showMore(): Promise<void> {
    const next = this.#rest.slice(0, STEP);
    this.#rest = this.#rest.slice(STEP);
    const pages = await loadPages(next);
    const shown = pages.filter(({ url }) => !this.#shownIds.has(pathOf(url))).map((page) => hitElement(toHit(page)));
    this.#list.append(...shown);
    shown[0]?.querySelector('a')?.focus();
    this.#more.hidden = this.#rest.length === 0;
  }
}

function idElement({ title, url, kind }: IdHit): HTMLLIElement {
  return hitElement({ href: url, title, kind, id: undefined, excerpt: undefined, parts: [] });
}

function loadPages(results: readonly PagefindResult[]): Promise<readonly PagefindPage[]> {
  return Promise.all(results.map((result) => result.data()));
}

// A page is one hit however its address is written; an id's may lead to a section of it.
function pathOf(url: string): string {
  return decodeURI(new URL(url, location.href).pathname);
}
