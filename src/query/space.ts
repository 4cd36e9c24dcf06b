import type { Span } from '../source/index.ts';
import type { UnitKind } from './corpus.ts';
import type { ScopeName } from './operators.ts';
import type { Rows } from './rows.ts';
import { rowsUpTo } from './rows.ts';
import { spend, textOfNote } from './run.ts';
import type { Run } from './run.ts';
import { cutUnit, lineUnits, unitText } from './units.ts';
import type { Unit } from './units.ts';

/** What terms are compared with: a note's content or name, one of the two, its path, or its tags. */
export type Field = 'note' | 'content' | 'file' | 'path' | 'tag';

/** What a part of a query is tested on: notes, or units of notes. */
export interface Space {
  readonly run: Run;
  readonly field: Field;
  /** The parts of notes that rows stand for; undefined when rows are notes. */
  readonly units: UnitTable | undefined;
  readonly matchCase: boolean;
}

/** Units of notes, by row. */
export interface UnitTable {
  readonly units: readonly Unit[];
  readonly kind: UnitKind;
  /** The note of each row. */
  readonly notes: readonly number[];
  /** The row of the space around that each row is a part of; ascending. */
  readonly parents: readonly number[];
  readonly rows: Rows;
}

/** Whole notes by content or name, regardless of case: where every search begins. */
export function wholeNotes(run: Run): Space {
  return { run, field: 'note', units: undefined, matchCase: false };
}

/** The index of the note of a row. */
export function noteOf(space: Space, row: number): number {
  return space.units === undefined ? row : (space.units.notes[row] ?? -1);
}

/** The text of a row that terms are compared with, in lower case unless case matters; for whole notes the content. */
export function subjectOf(space: Space, row: number): string {
  const { run } = space;
  const note = noteOf(space, row);
  if (space.field === 'file' || space.field === 'path') {
    const path = run.corpus.notes[note]?.file.path ?? '';
    const subject = space.field === 'path' ? path : path.slice(path.lastIndexOf('/') + 1);
    return space.matchCase ? subject : subject.toLowerCase();
  }
  const unit = space.units?.units[row];
  if (unit === undefined) return textOfNote(run, note, space.matchCase);
  const text = textOfNote(run, note, true);
  if (space.matchCase) return unitText(unit, text);
  const lower = textOfNote(run, note, false);
  return lower.length === text.length ? unitText(unit, lower) : unitText(unit, text).toLowerCase();
}

/** The name of a row's note, without `.md`, in lower case unless case matters. */
export function nameOf(space: Space, row: number): string {
  const { corpus } = space.run;
  const note = noteOf(space, row);
  return space.matchCase ? (corpus.notes[note]?.name ?? '') : corpus.lowerName(note);
}

/** How rows are divided. */
export interface Division {
  readonly scope: ScopeName;
  /** Where the scope stands in the query. */
  readonly span: Span;
  /** Lines of whole notes that do not hold this text, folded as the space folds, may be left out. */
  readonly anchor?: string | undefined;
}

/** Units are made, paid for and looked at so many at a time: those of a large vault at once would fill the memory. */
const UNITS_AT_A_TIME = 20_000;
/** What making a unit costs, in characters looked at: of a note, and within another unit, which is cut to it. */
const UNIT_COST = 2_000;
const INNER_UNIT_COST = 20_000;

/**
 * The units of a kind within rows, a part of them at a time, until the run is stopped. Within units, they are cut to the
 * unit around them; only the sections within a section are those of its sub-headings (A7.6).
 */
export function* unitTables(space: Space, rows: Rows, { span, ...division }: Division): Generator<UnitTable> {
  const cost = space.units === undefined ? UNIT_COST : INNER_UNIT_COST;
  let table = emptyTable(kindOf(division.scope));
  const paid = (): UnitTable => {
    spend(space.run, table.units.length * cost, span);
    return { ...table, rows: rowsUpTo(table.units.length) };
  };
  for (const row of rows) {
    const note = noteOf(space, row);
    for (const unit of unitsOf(space, row, division)) {
      table.units.push(unit);
      table.notes.push(note);
      table.parents.push(row);
      if (table.units.length < UNITS_AT_A_TIME) continue;
      yield paid();
      if (space.run.isStopped) return;
      table = emptyTable(table.kind);
    }
  }
  if (table.units.length > 0) yield paid();
}

interface GrowingTable {
  readonly kind: UnitKind;
  readonly units: Unit[];
  readonly notes: number[];
  readonly parents: number[];
}

function emptyTable(kind: UnitKind): GrowingTable {
  return { kind, units: [], notes: [], parents: [] };
}

function* unitsOf(space: Space, row: number, { scope, anchor }: Omit<Division, 'span'>): Generator<Unit> {
  const kind = kindOf(scope);
  const mayBeHidden = kind !== 'line' && space.run.host?.note === noteOf(space, row);
  const all =
    kind === 'line' && anchor !== undefined ? linesHolding(space, row, anchor) : unitsWithin(space, row, kind);
  for (const unit of all) if (fits(unit, scope) && !(mayBeHidden && isHidden(space.run, unit))) yield unit;
}

/** The rows around those of a table, each once. */
export function parentsOf(table: UnitTable, rows: Rows): Rows {
  const parents: number[] = [];
  for (const row of rows) {
    const parent = table.parents[row];
    if (parent !== undefined && parents.at(-1) !== parent) parents.push(parent);
  }
  return parents;
}

function kindOf(scope: ScopeName): UnitKind {
  return scope === 'task-todo' || scope === 'task-done' ? 'task' : scope;
}

function fits(unit: Unit, scope: ScopeName): boolean {
  if (scope === 'task-todo') return unit.isDone === false;
  return scope !== 'task-done' || unit.isDone === true;
}

function unitsWithin(space: Space, row: number, kind: UnitKind): Iterable<Unit> {
  const { corpus } = space.run;
  const note = noteOf(space, row);
  const outer = space.units?.units[row];
  if (outer === undefined) return kind === 'line' ? lineUnits(corpus.text(note)) : corpus.units(note, kind);
  const low = outer.ranges[0]?.start ?? 0;
  const high = outer.ranges.at(-1)?.end ?? 0;
  if (kind === 'section' && space.units?.kind === 'section') return sectionsBelow(corpus.units(note, kind), outer, low);
  // Lines are not kept: those of a whole note are not to be made for each of its parts.
  const all = kind === 'line' ? lineUnits(corpus.text(note), '', { start: low, end: high }) : corpus.units(note, kind);
  const found: Unit[] = [];
  for (const unit of all) {
    if ((unit.ranges[0]?.start ?? 0) > high) break;
    space.run.characters -= COST_OF_A_LOOK;
    if ((unit.ranges.at(-1)?.end ?? 0) < low) continue;
    const cut = cutUnit(unit, outer.ranges);
    if (cut !== undefined) found.push(cut);
  }
  return found;
}

/** What looking at a unit costs, in characters looked at; the next that is spent stops a run that has none left. */
const COST_OF_A_LOOK = 20;

/** The lines of a whole note that hold a text; all of them where that cannot be told cheaply. */
function linesHolding(space: Space, row: number, anchor: string): Iterable<Unit> {
  const { run, matchCase } = space;
  const note = noteOf(space, row);
  const text = textOfNote(run, note, matchCase);
  if (space.units !== undefined || text.length !== run.corpus.text(note).length) return unitsWithin(space, row, 'line');
  return lineUnits(text, matchCase ? anchor : anchor.toLowerCase());
}

/** The sections after one up to the next heading of its level or above. The text before the first heading has none. */
function sectionsBelow(all: readonly Unit[], outer: Unit, start: number): readonly Unit[] {
  if (outer.level === 0) return [];
  const first = all.findIndex((unit) => unit.ranges[0]?.start === start) + 1;
  const end = all.findIndex((unit, index) => index >= first && unit.level <= outer.level);
  return all.slice(first, end === -1 ? undefined : end);
}

/** Lines of the block itself are blank, but they are still lines; other units that lie within it are not there. */
function isHidden({ host }: Run, unit: Unit): boolean {
  if (host === undefined) return false;
  const { hidden } = host;
  return unit.ranges.every(({ start, end }) => hidden.start <= start && end <= hidden.end);
}
