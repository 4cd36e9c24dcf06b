/** The forms in which coverage is printed. */
export const coverageFormats = ['table', 'json', 'csv', 'navigator'] as const;

/** What of a vault's coverage is asked for. */
export interface CoverageWish {
  /** Finds the notes of the techniques that are counted; all are where it is undefined. */
  readonly search: string | undefined;
  /** The platform alone that rules and tests are counted on; all of them where it is undefined. */
  readonly platform: string | undefined;
  readonly format: (typeof coverageFormats)[number];
  /** Where the site stands, for links. */
  readonly site: string | undefined;
  /** So many percent must be covered. */
  readonly least: number | undefined;
}
