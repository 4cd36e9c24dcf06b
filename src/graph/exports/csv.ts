import { printable } from '../../diagnostics/index.ts';

/** A value of a table that is written as CSV. */
export type CsvValue = string | number | undefined;

/**
 * A table as CSV: a header, records ended by CRLF, values in quotes where they need them. A text that a spreadsheet
 * would run as a formula gets an apostrophe before it, and no character acts on a terminal. Source: RFC 4180; OWASP on CSV injection.
 */
export function printCsv(header: readonly string[], rows: readonly (readonly CsvValue[])[]): string {
  return [header, ...rows].map((row) => `${row.map(csvValue).join(',')}\r\n`).join('');
}

function csvValue(value: CsvValue): string {
  if (typeof value !== 'string') return value === undefined ? '' : String(value);
  const shown = value.replace(/[^\t\r\n]+/g, printable);
  const safe = /^[=+\-@\t\r\n]/.test(shown) ? `'${shown}` : shown;
  return /[",\r\n]/.test(safe) ? `"${safe.replaceAll('"', '""')}"` : safe;
}
