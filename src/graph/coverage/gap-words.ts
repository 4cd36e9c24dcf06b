import type { TechniqueGaps } from './technique-gaps.ts';
import type { VaultGaps } from './vault-gaps.ts';

/** A list of gaps, as coverage.json names it. */
export type GapList = keyof TechniqueGaps | keyof VaultGaps;

/** What readers are told of a list. */
export interface GapWords {
  readonly title: string;
  /** What is in it, in a sentence. */
  readonly lead: string;
  /** Said where it is empty. */
  readonly emptyText: string;
}

/** Every list of gaps with its words, in the order in which readers are shown them. */
export const gapWords = {
  rulesWithoutTests: {
    title: 'Rules and no test',
    lead: 'Techniques with rules, and no test to try them.',
    emptyText: 'Every technique with a rule has a test.',
  },
  testsWithoutRules: {
    title: 'Tests and no rule',
    lead: 'Techniques with tests, and that no rule names.',
    emptyText: 'Every technique with a test has a rule.',
  },
  neither: {
    title: 'Neither',
    lead: 'Techniques without a rule and without a test.',
    emptyText: 'Every technique has a rule or a test.',
  },
  unreadData: {
    title: 'Techniques whose data no rule reads',
    lead: 'They have rules, but none of these is known to read a data component that the note names.',
    emptyText: 'Every technique with rules and data components has a rule that reads one of them.',
  },
  rulesWithoutTechnique: {
    title: 'Rules without a technique',
    lead: 'They count for no technique, whatever they detect.',
    emptyText: 'Every rule names a technique.',
  },
  rulesOfUnknownTechnique: {
    title: 'Rules whose technique has no note',
    lead: 'The vault has nowhere to count them.',
    emptyText: 'Every technique that a rule names has a note.',
  },
  testsOfUnknownTechnique: {
    title: 'Tests whose technique has no note',
    lead: 'The vault has nowhere to count them.',
    emptyText: 'Every technique that a test names has a note.',
  },
  componentsWithoutRule: {
    title: 'Data components without a rule',
    lead: 'No technique that names them has a rule.',
    emptyText: 'Every data component has a technique with a rule.',
  },
  unreadComponents: {
    title: 'Data components that no rule reads',
    lead: 'Of no log source that a rule of this vault reads is it known that it gives them.',
    emptyText: 'Rules read every data component.',
  },
  unreadDataSources: {
    title: 'Data sources that no rule reads',
    lead: 'No rule is known to read any of their components.',
    emptyText: 'Rules read a component of every data source.',
  },
  logSourcesWithoutTechnique: {
    title: 'Log sources that lead to no technique',
    lead: 'None of the rules that read them names a technique that has a note.',
    emptyText: 'Every log source has a rule that names a technique.',
  },
  emptyQueries: {
    title: 'Searches that return nothing',
    lead: 'Query blocks in notes that no note answers.',
    emptyText: 'Every search in a note has a result.',
  },
  malformedQueries: {
    title: 'Searches with a mistake',
    lead: 'Query blocks that could not be run.',
    emptyText: 'Every search could be run.',
  },
  brokenLinks: {
    title: 'Broken links',
    lead: 'Links to notes, files and headings that are not there.',
    emptyText: 'Every link leads somewhere.',
  },
  unlinkedNotes: {
    title: 'Notes that nothing links to',
    lead: 'No other note links or embeds them, and no search of another note lists them.',
    emptyText: 'Every note is linked or listed by another.',
  },
} as const satisfies Record<GapList, GapWords>;
