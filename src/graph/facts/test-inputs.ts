import type { TestInput } from '../../domain/index.ts';

const COLUMNS = ['name', 'description', 'type', 'default value'] as const;
/** The types that Atomic Red Team's schema knows, and some that its tests use. */
const TYPE = /^(?:string|path|url|integer|int|float|number|boolean|bool|file)$/i;

/**
 * Reads the table of a test's inputs. The texts are the author's, put into cells as they are, so a `|` or a line
 * break in one does not end it: the cell that names a type tells the description from the default value.
 */
export function readInputs(source: string): readonly TestInput[] {
  const [header, ...rows] = rowsIn(source).map(cellsOf);
  if (header === undefined) return [];
  const columns = header.map((title) => title.trim().toLowerCase());
  return rows
    .filter((cells) => !cells.every((cell) => /^\s*:?-+:?\s*$/.test(cell)))
    .flatMap((cells) => inputIn(cells, columns) ?? []);
}

/** The rows of a table, each with the lines that go on with it. */
function rowsIn(source: string): readonly string[] {
  const rows: string[][] = [];
  for (const line of source.split('\n').map((text) => text.trimEnd())) {
    const last = rows.at(-1);
    if (line.trimStart().startsWith('|')) rows.push([line.trimStart()]);
    else if (last?.at(-1)?.endsWith('|') === false) last.push(line);
  }
  return rows.map((lines) => lines.join('\n'));
}

function cellsOf(row: string): readonly string[] {
  return row
    .slice(1)
    .replace(/\|\s*$/, '')
    .split(/(?<!\\)\|/);
}

function inputIn(cells: readonly string[], columns: readonly string[]): TestInput | undefined {
  const [name, description, type, defaultValue] =
    cells.length === columns.length ? inColumns(cells, columns) : byType(cells);
  if (name === undefined || clean(name) === '') return undefined;
  return {
    name: clean(name),
    description: clean(description ?? ''),
    type: clean(type ?? ''),
    defaultValue: clean(defaultValue ?? ''),
  };
}

function inColumns(cells: readonly string[], columns: readonly string[]): readonly (string | undefined)[] {
  const isNamed = COLUMNS.some((column) => columns.includes(column));
  return COLUMNS.map((column, at) => cells[isNamed ? columns.indexOf(column) : at]);
}

function byType(cells: readonly string[]): readonly (string | undefined)[] {
  const found = cells.findIndex((cell, at) => at > 1 && TYPE.test(cell.trim()));
  const type = found === -1 ? 2 : found;
  return [cells[0], cells.slice(1, type).join('|'), cells[type], cells.slice(type + 1).join('|')];
}

/** A cell's text: the generator writes a backslash as `&#92;`. */
function clean(cell: string): string {
  return cell.trim().replaceAll('&#92;', '\\').replaceAll('&#124;', '|').replaceAll('\\|', '|');
}
