import { diagnose } from '../../diagnostics/index.ts';
import type { Report } from '../../diagnostics/index.ts';
import { leadingTechniqueId } from '../../domain/index.ts';
import type { AtomicTest, TechniqueId } from '../../domain/index.ts';
import { visibleText } from '../../parse/index.ts';
import type { ParsedNote } from '../../parse/index.ts';
import { createLineIndex, fileStart, placeOf } from '../../source/index.ts';
import type { LineIndex, Place, Span } from '../../source/index.ts';
import { eachOnce } from './each-once.ts';
import { limitedNames } from './limited-names.ts';
import { headingSource, sectionsOf, spanOf } from './sections.ts';
import type { Section } from './sections.ts';
import { tagTexts, techniquesIn } from './technique-ids.ts';
import { isTestTitle, readTestSection } from './test-section.ts';
import type { ReadTest } from './test-section.ts';

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

/**
 * Reads the atomic tests of a runbook's note. Reports `atomic/no-tests`, `atomic/missing-guid`, `atomic/invalid-guid` and
 * `graph/too-many-names`.
 */
export function runbookFacts(note: ParsedNote, report: Report): RunbookFacts {
  const text = visibleText(note);
  const sections = sectionsOf(note, (heading) => isTestTitle(headingSource(heading, text)));
  if (sections.length === 0) report(diagnose('atomic/no-tests', fileStart(note.file.path), {}));
  const anchors = new Set<string>();
  const reportGuid = guidReporter(note, report);
  const tests = sections.map((section): RunbookTest => {
    const read = readTestSection(section, headingSource(section.heading, text), text);
    const headingSpan = spanOf(section.heading);
    const anchor = anchorOf(read.test, section, anchors);
    anchors.add(anchor);
    reportGuid(read, headingSpan);
    return { test: read.test, anchor, headingSpan, span: section.span };
  });
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

function anchorOf({ guid }: AtomicTest, { heading }: Section, taken: ReadonlySet<string>): string {
  const isFree = guid !== undefined && !taken.has(guid);
  return isFree ? guid : (heading.data?.headingId ?? `test-${taken.size + 1}`);
}

/** Reports what is wrong with the guid of a test. */
function guidReporter({ file }: ParsedNote, report: Report): (read: ReadTest, headingSpan: Span) => void {
  let lines: LineIndex | undefined;
  const place = (span: Span): Place => placeOf(file, span, (lines ??= createLineIndex(file.text)));
  return ({ test, guidSpan }, headingSpan) => {
    if (test.guid !== undefined) return;
    if (guidSpan === undefined) report(diagnose('atomic/missing-guid', place(headingSpan), { test: test.name }));
    else {
      const guid = file.text.slice(guidSpan.start, guidSpan.end);
      report(diagnose('atomic/invalid-guid', place(guidSpan), { test: test.name, guid }));
    }
  };
}

function techniquesOf(note: ParsedNote): readonly TechniqueId[] {
  const byTag = techniquesIn(tagTexts(note));
  if (byTag.length > 0) return byTag;
  const id = leadingTechniqueId(note.headings[0]?.text ?? '') ?? leadingTechniqueId(note.name);
  return id === undefined ? [] : [id];
}
