/** What the matrix can be narrowed by: a technique's platforms and data sources, its rules' levels and statuses. */
export type MatrixFacet = 'platform' | 'data-source' | 'level' | 'status';

/** A way to narrow the matrix, with the names that stand in it. */
export interface MatrixFilter {
  readonly facet: MatrixFacet;
  readonly label: string;
  readonly names: readonly string[];
}

/** Some of a technique's own tests, and the platforms of the technique that they count on, by their places. */
export interface TestGroup {
  readonly platforms: readonly number[];
  readonly count: number;
}

/** Some of its rules, which share a level and a status too. */
export interface RuleGroup extends TestGroup {
  /** Place in the names of the filter; undefined when the rules state none. */
  readonly level: number | undefined;
  readonly status: number | undefined;
}

/** What a technique has of each {@link MatrixFilter}, by the places of the names in it. */
export interface MatrixTraits {
  readonly platforms: readonly number[];
  readonly dataSources: readonly number[];
  /** Their counts add up to the technique's rules. */
  readonly rules: readonly RuleGroup[];
  /** Theirs to its tests. */
  readonly tests: readonly TestGroup[];
}

/** A technique in the matrix, its sub-techniques in `children`. */
export interface MatrixCell {
  readonly id: string;
  readonly name: string;
  readonly href: string;
  readonly rules: number;
  readonly tests: number;
  readonly traits: MatrixTraits;
  readonly children: readonly MatrixCell[];
}

/** A tactic's column. */
export interface MatrixColumn {
  readonly name: string;
  readonly href: string;
  readonly cells: readonly MatrixCell[];
}
