/** What one archive is known to hold, counted by hand and by other programs. */
export interface Expectations {
  readonly techniques: number;
  readonly subTechniques: number;
  readonly rules: number;
  readonly runbooks: number;
  readonly tests: number;
  readonly pages: number;
  readonly blocks: number;
  /** Blocks without a result: in all, among searches for rules, among searches for tests. */
  readonly empty: { readonly all: number; readonly rules: number; readonly tests: number };
  readonly components: number;
  readonly notesWithInvalidYaml: number;
  /** Triples of product, category and service. */
  readonly logSources: number;
  /** Techniques with rules and tests, with one of them, with neither; rules that name no technique. */
  readonly coverage: {
    readonly both: number;
    readonly rules: number;
    readonly tests: number;
    readonly neither: number;
    readonly rulesWithoutTechnique: number;
  };
  /** Rules whose YAML holds an address of Atomic Red Team. */
  readonly citingRules: number;
  /** Citation marks outside of code; no note lists what they name. */
  readonly citations: number;
  /** The note on the only technique that ATT&CK has taken out since. */
  readonly retiredTechnique: string;
  readonly search: {
    /** A word that several pages hold. */
    readonly word: string;
    /** The id of a technique that has a note. */
    readonly technique: string;
    /** The Sigma id of a rule that has a note. */
    readonly rule: string;
  };
  /** A search on the command line whose results are not empty. */
  readonly query: string;
}

/** The expectations on use-case-catalogue.tar.gz; they hold for no other archive. */
export const useCaseCatalogue = {
  techniques: 625,
  subTechniques: 424,
  rules: 2822,
  runbooks: 282,
  tests: 1396,
  pages: 2,
  blocks: 1264,
  empty: { all: 609, rules: 266, tests: 343 },
  components: 1946,
  notesWithInvalidYaml: 7,
  logSources: 120,
  coverage: { both: 233, rules: 126, tests: 49, neither: 217, rulesWithoutTechnique: 338 },
  citingRules: 458,
  citations: 2742,
  retiredTechnique: 'Use Cases/T1574.002 - Hijack Execution Flow- DLL Side-Loading.md',
  search: {
    word: 'rundll32',
    technique: 'T1204.002',
    rule: '19aefed0-ffd4-47dc-a7fc-f8b1425e84f9',
  },
  query: 'tag: detection_rule tag: T1204',
} as const satisfies Expectations;
