import { hitElement, toHit } from './hits.ts';
import type { IdHit } from './id-index.ts';
import { exactFirst, holdsWords } from './likeness.ts';
import type { PagefindAnswer, PagefindPage, PagefindResult } from './pagefind-api.ts';

const STEP = 10;
const LISTS = new Set(['Tactic', 'Platform', 'Data source', 'Data component', 'Log source', 'Tag']);

/** What is to be shown. */
export interface ListedAnswer {
  readonly answer: PagefindAnswer;
  /** The text that Pagefind was asked; empty when only facets were. */
  readonly text: string;
  /** The pages that the text names as an identifier, their addresses with base. */
  readonly ids: readonly IdHit[];
  /** Whether a later search has been started. */
  readonly isStale: () => boolean;
}

/** What the list shows. */
export interface Shown {
  /** The number of all hits. */
  readonly count: number;
  /** Whether pages are shown that are no hits but near to them. */
  readonly hasNear: boolean;
}

/** The list of hits: first the pages that an identifier names, then Pagefind's, ten at a time. */
export class HitList {
  readonly #list: Element;
  readonly #more: HTMLButtonElement;
  #rest: readonly PagefindResult[] = [];
  #named: ReadonlySet<string> = new Set();

  constructor(list: Element, more: HTMLButtonElement) {
    this.#list = list;
    this.#more = more;
    more.addEventListener('click', () => void this.#showMore());
  }

  /** Empties the list. */
  clear(): void {
    this.#setRest([]);
    this.#list.replaceChildren();
  }

  /** Shows the pages that an identifier names, until the whole answer is there. */
  showIds(ids: readonly IdHit[]): void {
    this.clear();
    this.#list.append(...ids.map(idElement));
  }

  /** Shows the first hits of an answer, or nothing of one that has become stale while they were loaded. */
  async show({ answer, text, ids, isStale }: ListedAnswer): Promise<Shown> {
    const first = exactFirst(await loadPages(answer.results.slice(0, STEP)), text);
    if (isStale()) return { count: 0, hasNear: false };
    const isNear = first.length > 0 && text !== '' && !first.some((page) => holdsWords(page, text));
    const pages = new Map(first.map((page) => [pathOf(page.url), page]));
    this.#named = new Set(ids.map(({ url }) => pathOf(url)));
    this.#list.replaceChildren(
      ...ids.map((id) => namedElement(id, pages.get(pathOf(id.url)))),
      ...this.#others(first).map((page) => hitElement(toHit(page), isNear)),
    );
    this.#setRest(isNear ? [] : answer.results.slice(STEP));
    if (isNear) return { count: ids.length, hasNear: true };
    // A named note beyond the first hits is among the rest, since its own text holds its id or name; the full text knows no lists.
    const unseen = ids.filter(
      ({ url, kind }) => !pages.has(pathOf(url)) && (LISTS.has(kind) || this.#rest.length === 0),
    );
    return { count: answer.results.length + unseen.length, hasNear: false };
  }

  async #showMore(): Promise<void> {
    const next = this.#rest.slice(0, STEP);
    this.#setRest(this.#rest.slice(STEP));
    const shown = this.#others(await loadPages(next)).map((page) => hitElement(toHit(page)));
    this.#list.append(...shown);
    shown[0]?.querySelector('a')?.focus();
  }

  #others(pages: readonly PagefindPage[]): readonly PagefindPage[] {
    return pages.filter(({ url }) => !this.#named.has(pathOf(url)));
  }

  #setRest(rest: readonly PagefindResult[]): void {
    this.#rest = rest;
    this.#more.hidden = rest.length === 0;
  }
}

function namedElement(id: IdHit, page: PagefindPage | undefined): HTMLLIElement {
  return page === undefined ? idElement(id) : hitElement({ ...toHit(page), href: id.url });
}

function idElement({ title, url, kind }: IdHit): HTMLLIElement {
  return hitElement({ href: url, title, kind, id: undefined, level: undefined, excerpt: undefined, parts: [] });
}

function loadPages(results: readonly PagefindResult[]): Promise<readonly PagefindPage[]> {
  return Promise.all(results.map((result) => result.data()));
}

// A page is one hit however its address is written; an id's may lead to a section of it.
function pathOf(url: string): string {
  return new URL(url, location.href).pathname;
}
