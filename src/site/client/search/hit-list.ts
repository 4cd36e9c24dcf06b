import { hitElement, toHit, withReason } from './hits.ts';
import type { IdHit } from './id-index.ts';
import { exactFirst, hasIdentifier, holdsWords, isNearTo } from './likeness.ts';
import type { SearchAnswer } from './full-text.ts';
import type { PagefindPage, PagefindResult } from './pagefind-api.ts';

const STEP = 10;
/** So many pages at most are read to tell those that hold an identifier. */
const FURTHER = 30;
const LISTS = new Set(['Tactic', 'Platform', 'Data source', 'Data component', 'Log source', 'Tag']);

/** What is to be shown. */
export interface ListedAnswer {
  readonly answer: SearchAnswer;
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
    const { held, near, rest } = await sift(answer, text);
    if (isStale()) return { count: 0, hasNear: false };
    const pages = new Map([...held, ...near].map((page) => [pathOf(page.url), page]));
    this.#named = new Set(ids.map(({ url }) => pathOf(url)));
    const others = this.#others(ids.length > 0 ? held : [...held, ...near]);
    this.#list.replaceChildren(
      ...ids.map((id) => namedElement(id, pages.get(pathOf(id.url)))),
      ...others.map((page) => hitElement(toHit(page), held.length === 0)),
    );
    this.#setRest(rest);
    if (held.length === 0) return { count: ids.length, hasNear: others.length > 0 };
    // A named note beyond the first hits is among the rest, since its own text holds its id or name; but what took the place
    // of an id does not hold it, and the full text knows no lists.
    const unseen = ids.filter(
      ({ url, kind, reason }) =>
        !pages.has(pathOf(url)) && (reason !== undefined || LISTS.has(kind) || rest.length === 0),
    );
    return { count: held.length + rest.length + unseen.length, hasNear: false };
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

/** An answer's first pages, told apart. */
interface Sifted {
  /** Hits. */
  readonly held: readonly PagefindPage[];
  /** Pages near to what was asked for; none where there are hits. */
  readonly near: readonly PagefindPage[];
  /** Hits that have not been loaded. */
  readonly rest: readonly PagefindResult[];
}

/**
 * Loads the first pages of an answer, and of one to an identifier more of them where not all hold it: Pagefind mixes pages
 * that hold its pieces with those that hold it whole.
 */
async function sift({ results, isStrange }: SearchAnswer, text: string): Promise<Sifted> {
  const identifiers = text.split(/\s+/).filter(hasIdentifier).join(' ');
  const holds = (page: PagefindPage): boolean => holdsWords(page, identifiers);
  const first = await loadPages(results.slice(0, STEP));
  if (isStrange) return { held: [], near: first.filter((page) => isNearTo(page, text)), rest: [] };
  if (first.every(holds)) {
    return { held: exactFirst(first, text), near: [], rest: results.slice(STEP) };
  }
  const more = await loadPages(results.slice(STEP, FURTHER));
  const held = exactFirst([...first, ...more].filter(holds), text);
  if (held.length === 0) return { held, near: first.filter((page) => isNearTo(page, text)), rest: [] };
  return { held, near: [], rest: more.slice(-STEP).some(holds) ? results.slice(FURTHER) : [] };
}

function namedElement(id: IdHit, page: PagefindPage | undefined): HTMLLIElement {
  if (page === undefined) return idElement(id);
  const hit = toHit(page);
  return hitElement({ ...hit, href: id.url, kind: withReason(hit.kind, id.reason) });
}

function idElement({ title, url, kind, reason }: IdHit): HTMLLIElement {
  return hitElement({
    href: url,
    title,
    kind: withReason(kind, reason),
    id: undefined,
    level: undefined,
    excerpt: undefined,
    parts: [],
  });
}

function loadPages(results: readonly PagefindResult[]): Promise<readonly PagefindPage[]> {
  return Promise.all(results.map((result) => result.data()));
}

// A page is one hit however its address is written; an id's may lead to a section of it.
function pathOf(url: string): string {
  return new URL(url, location.href).pathname;
}
