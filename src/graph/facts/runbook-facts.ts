import { diagnose } from '../../diagnostics/index.ts';
import type { Report } from '../../diagnostics/index.ts';
import { leadingTechniqueId } from '../../domain/index.ts';
import type { AtomicTest, TechniqueId } from '../../domain/index.ts';
import { visibleText } from '../../parse/index.ts';
import type { ParsedNote } from '../../parse/index.ts';
import { createLineIndex, fileStart, placeOf } from '../../source/index.ts';
import type { Span } from '../../source/index.ts';
import { eachOnce } from './each-once.ts';
import { limitedNames } from './limited-names.ts';
import { headingSource, sectionsOf, spanOf } from './sections.ts';
import type { Section } from './sections.ts';
import { tagTexts, techniquesIn } from './technique-ids.ts';
import { isTestTitle, readTestSection } from './test-section.ts';

/** An atomic test and where it stands in its runbook. */
export interface RunbookTest {
  readonly test: AtomicTest;
  /** The id of the section in the page, unique in the note: the guid, or the id of its heading. */
  readonly anchor: string;
  readonly headingSpan: Span;
  /** From the heading to the end of the section. */
  readonly span: Span;
}

/** What a runbook's note holds. */
export interface RunbookFacts {
  /** By the note's tags, else the id that its first heading or its name begins with; each once, sorted. */
  readonly techniques: readonly TechniqueId[];
  /** In the order of the note. */
  readonly tests: readonly RunbookTest[];
}

/** Reads the atomic tests of a runbook's note. Reports `atomic/no-tests`, `atomic/missing-guid` and `graph/too-many-names`. */
export function runbookFacts(note: ParsedNote, report: Report): RunbookFacts {
  const text = visibleText(note);
  const sections = sectionsOf(note, (heading) => isTestTitle(headingSource(heading, text)));
  if (sections.length === 0) report(diagnose('atomic/no-tests', fileStart(note.file.path), {}));
  const anchors = new Set<string>();
  const tests = sections.map((section) => {
    const found = runbookTest(section, text, anchors);
    anchors.add(found.anchor);
    return found;
  });
  reportMissingGuids(note, tests, report);
  return { techniques: techniquesOf(note), tests: withLimitedPlatforms(note, tests, report) };
}

/** The tests with those of their platforms that get a page. */
function withLimitedPlatforms(
  { file }: ParsedNote,
  tests: readonly RunbookTest[],
  report: Report,
): readonly RunbookTest[] {
  const names = eachOnce(tests.flatMap(({ test }) => test.platforms));
  const paged = limitedNames({ names, what: 'platforms', file }, report);
  if (paged.length === names.length) return tests;
  const kept = new Set(paged.map((name) => name.toLowerCase()));
  return tests.map((found) => ({
    ...found,
    test: { ...found.test, platforms: found.test.platforms.filter((name) => kept.has(name.toLowerCase())) },
  }));
}

function runbookTest(section: Section, text: string, taken: ReadonlySet<string>): RunbookTest {
  const { heading, span } = section;
  const test = readTestSection(section, headingSource(heading, text), text);
  const isFree = test.guid !== undefined && !taken.has(test.guid);
  const anchor = isFree ? test.guid : (heading.data?.headingId ?? `test-${taken.size + 1}`);
  return { test, anchor, headingSpan: spanOf(heading), span };
}

function reportMissingGuids(note: ParsedNote, tests: readonly RunbookTest[], report: Report): void {
  const without = tests.filter(({ test }) => test.guid === undefined);
  if (without.length === 0) return;
  const lines = createLineIndex(note.file.text);
  for (const { test, headingSpan } of without) {
    report(diagnose('atomic/missing-guid', placeOf(note.file, headingSpan, lines), { test: test.name }));
  }
}

function techniquesOf(note: ParsedNote): readonly TechniqueId[] {
  const byTag = techniquesIn(tagTexts(note));
  if (byTag.length > 0) return byTag;
  const id = leadingTechniqueId(note.headings[0]?.text ?? '') ?? leadingTechniqueId(note.name);
  return id === undefined ? [] : [id];
}
