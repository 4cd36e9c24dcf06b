/** How many pages carry each value of each facet. */
export type FacetCounts = Readonly<Record<string, Readonly<Record<string, number>>>>;

/** A part of a page, under one heading, that matches. */
export interface PagefindPart {
  readonly title: string;
  readonly url: string;
  readonly excerpt: string;
}

/** What Pagefind tells of a page that matches. Excerpts are text in which `<mark>` marks the words found. */
export interface PagefindPage {
  readonly url: string;
  /** The page's whole text. */
  readonly content: string;
  readonly excerpt: string;
  /** The facets' values that the page carries. */
  readonly filters: Readonly<Partial<Record<string, readonly string[]>>>;
  readonly meta: Readonly<Partial<Record<string, string>>>;
  readonly sub_results: readonly PagefindPart[];
}

/** One match, whose page is fetched when asked for. */
export interface PagefindResult {
  readonly id: string;
  readonly score: number;
  data(): Promise<PagefindPage>;
}

/** An answer: matches in order, and how many of them carry each facet value (of the facets that are loaded). */
export interface PagefindAnswer {
  readonly results: readonly PagefindResult[];
  readonly filters: FacetCounts;
  readonly totalFilters: FacetCounts;
}

/** The part of Pagefind that we use. Source: https://pagefind.app/docs/api/. */
export interface Pagefind {
  /** Loads all facets and gives their counts over the whole site. */
  filters(): Promise<FacetCounts>;
  /** `null` in place of text matches every page. */
  search(text: string | null, options: object): Promise<PagefindAnswer>;
}
