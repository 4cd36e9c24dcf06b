import type { Diagnostic } from '../diagnostics/index.ts';
import type { LineBreaks } from '../domain/index.ts';
import type { VaultPath } from '../source/index.ts';
import type { MatrixColumn, MatrixFilter } from './matrix.ts';

/** How addresses are made while rendering. */
export interface RenderOptions {
  /** The site's base: `/` or `/sub/`. Every `href` in a page model already starts with it. */
  readonly base: string;
  /** How large an image of the vault is by itself, in CSS pixels; pages leave room for it. Nobody knows unless given. */
  readonly imageSize?: (path: VaultPath) => Size | undefined;
  /** What becomes of the end of a line within a paragraph; lines are joined unless it is said. */
  readonly lineBreaks?: LineBreaks;
}

/** Pixels across and down. */
export interface Size {
  readonly width: number;
  readonly height: number;
}

/** A link as the site shows it. */
export interface Link {
  readonly text: string;
  readonly href: string;
  /** An id, a count or a folder shown beside it. */
  readonly detail?: string;
}

/** An entry of the page's contents. */
export interface TocEntry {
  readonly id: string;
  readonly text: string;
  /** 2 or 3: the heading's depth in the page, under its title. */
  readonly depth: number;
  readonly detail?: string;
}

/** A note's body as HTML that is safe to place in a page. */
export interface RenderedNote {
  readonly html: string;
  readonly toc: readonly TocEntry[];
  readonly diagnostics: readonly Diagnostic[];
}

/** A value of a fact: text, or a link when `href` is there; an `external` one leads off the site. */
export interface FactValue {
  readonly text: string;
  readonly href?: string;
  readonly external?: boolean;
  /** Shown in the mono face. */
  readonly code?: boolean;
  /** A Sigma level, shown with its mark. */
  readonly level?: string;
}

/** A line of the facts beside an article. Facts without a value are left out. */
export interface Fact {
  readonly label: string;
  readonly values: readonly FactValue[];
  /** Told even where the facts are folded away. */
  readonly isBrief?: true;
}

/** The facets of the search, in the order in which they are shown. */
export const facets = ['kind', 'tactic', 'platform', 'data-source', 'log-source', 'level', 'status', 'tag'] as const;
/** One of {@link facets}. */
export type Facet = (typeof facets)[number];

/** What the search index learns of a page beside its text. */
export interface SearchRecord {
  readonly filters: Readonly<Partial<Record<Facet, readonly string[]>>>;
  /** Other ways in which people write its ids and names, for the index alone. */
  readonly aliases: readonly string[];
  /** What is said of a hit after its kind: `revoked by ATT&CK`. */
  readonly fate?: string;
}

/** A cell of a table. */
export interface Cell extends FactValue {
  /** The values that `text` joins by commas, each with its own link. */
  readonly values?: readonly FactValue[];
  /** What the column sorts by, where it is not `text`. */
  readonly sort?: string | number;
}

/** What the lists of a page can be narrowed by. */
export type RowFacet = 'tactic' | 'platform' | 'level' | 'with';

/** A column of a table. */
export interface Column {
  readonly label: string;
  readonly numeric?: boolean;
  /** Sorts from the last down first, as numeric ones do: dates, of which the newest are asked for. */
  readonly descends?: true;
  /** Rows are narrowed by the names in this column's cells, which are parted by a comma and a space. */
  readonly facet?: RowFacet;
}

/** A table of links and facts; the first column names the row. */
export interface Table {
  readonly columns: readonly Column[];
  readonly rows: readonly (readonly Cell[])[];
}

/** So many cells are of a technique itself, before those of what it has. */
export const cellsOfTechnique = 4;

/** A part of a page that lists things. */
export interface ListSection {
  readonly id: string;
  readonly title: string;
  readonly table: Table;
  /** Said in place of an empty table. */
  readonly emptyText: string;
  /** On a note's page, which leaves out other empty sections: the reader looks for it, and is told why it is empty. */
  readonly keptEmpty?: true;
  /** A sentence said above the table: what is listed, and why. */
  readonly lead?: string;
  /** `list`: a table of one column that reads better as a list, without its heading. */
  readonly layout?: 'list';
  /** Its rows are figures, and not what the section lists: no count stands beside its title. */
  readonly uncounted?: true;
  /** What all its techniques have, by which the page's lists can be narrowed. */
  readonly with?: readonly Having[];
  /**
   * Of a list of techniques: its table on each platform that the page's lists can be narrowed to, by the places of the names. A
   * technique stands in the list that is right for what counts there. In all such lists of a page the rows of a technique begin with
   * {@link cellsOfTechnique} cells that are the same, the first of which sorts by the technique's place among all.
   */
  readonly onPlatforms?: readonly Table[];
}

/** What a technique may have of its own. */
export type Having = 'a rule' | 'a test' | 'both' | 'neither';

interface PageBase {
  /** The address without base: `/techniques/T1003/`. */
  readonly url: string;
  /** The first heading. */
  readonly title: string;
  /** For `<title>`: the title with its id. */
  readonly documentTitle: string;
  /** One or two plain sentences for search engines and link previews. */
  readonly description: string;
  /** What kind of page it is, in a reader's words: `Sub-technique`, `Detection rule`. */
  readonly kindLabel: string;
  readonly crumbs: readonly Link[];
  readonly previous: Link | undefined;
  readonly next: Link | undefined;
}

/** Rules and tests of a technique, its own and apart from them its sub-techniques'. Counts. */
export interface CoverageStrip {
  readonly rules: number;
  readonly tests: number;
  /** Where on the page its own rules and tests are listed: `#rules`. Undefined where no place lists any. */
  readonly rulesHref: string | undefined;
  readonly testsHref: string | undefined;
  readonly subTechniques: number;
  readonly subTechniqueRules: number;
  readonly subTechniqueTests: number;
  /** Its own rules by level, from the gravest down: `critical` 2. Empty without rules. */
  readonly levels: readonly { readonly name: string; readonly count: number }[];
  /**
   * How surely one of its tests tries one of its rules, in a word that leads to what it means; undefined unless it has both.
   */
  readonly tested: Link | undefined;
  /** Of a sub-technique whose parent has a note: the parent and its own counts. */
  readonly parent?: { readonly link: Link; readonly rules: number; readonly tests: number };
}

/** The page of a note. */
export interface ArticlePage extends PageBase {
  readonly kind: 'technique' | 'rule' | 'runbook' | 'note';
  readonly path: VaultPath;
  /** The technique's, rule's id to show and copy; undefined when it has none. */
  readonly idText: string | undefined;
  readonly facts: readonly Fact[];
  readonly html: string;
  /** The note's own headings; `sections` have ids of their own that none of these has. */
  readonly toc: readonly TocEntry[];
  readonly strip: CoverageStrip | undefined;
  /** A sentence in pieces that the reader must know first: that ATT&CK took the technique out. */
  readonly notice?: readonly FactValue[] | undefined;
  /** Lists after the article: sub-techniques, techniques of a rule, references … */
  readonly sections: readonly ListSection[];
  /** "Linked from": the notes that link to this one, by title. */
  readonly backlinks: readonly Link[];
  /** "Listed in": the notes whose query blocks list this one, by title. */
  readonly listedIn: readonly Link[];
  readonly search: SearchRecord;
  /** Address of the rule's own YAML, with base; undefined for other kinds. */
  readonly downloadHref: string | undefined;
  /** What commands of its tests call the folder of Atomic Red Team's tests; undefined where none does. */
  readonly atomicsFolder: string | undefined;
}

/** A choice that narrows all lists of a page which have such a column. */
export interface PageFilter {
  readonly facet: RowFacet;
  readonly label: string;
  readonly names: readonly string[];
}

/** A page that lists: an index (all tactics) or one tactic, platform, data source, tag … */
export interface ListPage extends PageBase {
  readonly kind: 'list';
  readonly idText: string | undefined;
  readonly facts: readonly Fact[];
  readonly sections: readonly ListSection[];
  readonly filters?: readonly PageFilter[];
  /** The same data as files. */
  readonly downloads?: readonly Link[];
}

/** A figure above the matrix. */
export interface Figure {
  readonly value: number;
  readonly label: string;
  readonly tone: 'plain' | 'rule' | 'test' | 'gap';
  readonly href: string;
}

/** The home page. */
export interface HomePage extends PageBase {
  readonly kind: 'home';
  readonly figures: readonly Figure[];
  /** Those that would leave something out. */
  readonly filters: readonly MatrixFilter[];
  readonly columns: readonly MatrixColumn[];
  /** The matrix as layers of ATT&CK Navigator. */
  readonly downloads: readonly Link[];
}

/** Every page but search and 404, which need no model. */
export type Page = ArticlePage | ListPage | HomePage;

/** A page that is built when it is asked for. */
export interface PlannedPage {
  /** The address without base; no two planned pages share one. */
  readonly url: string;
  readonly kind: Page['kind'];
  readonly build: () => Page;
}

/**
 * A row of the id index: a key that names a page, the page's title and address without base, and
 * what it is in a reader's words. Keys are in lower case with single spaces: `t1059.001`, a UUID,
 * `cve-2021-1675`, `ta0002`, a title, a file name without `.md`. One key may name several pages.
 * Where it does not name the page itself, the row ends in why it leads there: `took the place of T1086`.
 */
export type IdRow = readonly [key: string, title: string, url: string, kindLabel: string, reason?: string];

/** What every page shows around its own content. */
export interface SiteFrame {
  readonly title: string;
  readonly base: string;
  /** The left rail: tactics, then kinds, each with its count as detail. */
  readonly tactics: readonly Link[];
  readonly kinds: readonly Link[];
  /** True when ATT&CK ids are shown, so that its attribution line must stand in the footer. */
  readonly attackAttribution: boolean;
}
