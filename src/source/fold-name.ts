/**
 * A name as names are compared: lower case, NFC, and every run of white space one space, be it U+00A0, U+202F or another. Obsidian
 * too reads NFC and common spaces in what it is given as a path (`normalizePath` of its API).
 */
export function foldName(name: string): string {
  return name.toLowerCase().normalize('NFC').replace(/\s+/g, ' ');
}
