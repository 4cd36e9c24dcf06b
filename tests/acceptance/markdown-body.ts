/** A fenced code block as it stands in a note. */
export interface Fence {
  /** The line of the opening fence, counted from 1 in the file. */
  readonly line: number;
  /** The first word of the info string, in lower case; empty without one. */
  readonly language: string;
  /** The lines between the fences without container prefixes, each ended by a newline. */
  readonly source: string;
}

/** A note's text taken apart: its code blocks, and the lines that are neither code nor frontmatter. */
export interface Body {
  readonly fences: readonly Fence[];
  readonly prose: string;
}

const openingFence = /^([ \t>]*)(`{3,}|~{3,})\s*([^\s`]*)[^`]*$/;

interface OpenFence {
  readonly line: number;
  readonly language: string;
  readonly marker: string;
  readonly depth: number;
  readonly lines: string[];
}

/** Reads the fences of a whole file; `firstLine` is the index of the first line after the frontmatter. */
export function readBody(lines: readonly string[], firstLine: number): Body {
  const fences: Fence[] = [];
  const prose: string[] = [];
  let open: OpenFence | undefined;
  lines.slice(firstLine).forEach((line, index) => {
    if (open !== undefined && isClosed(open, line)) {
      fences.push(toFence(open));
      open = undefined;
    } else if (open !== undefined) {
      open.lines.push(`${withoutQuotes(line, open.depth)}\n`);
    } else {
      open = openFence(line, firstLine + index + 1);
      if (open === undefined) prose.push(line);
    }
  });
  if (open !== undefined) fences.push(toFence(open));
  return { fences, prose: prose.join('\n') };
}

function openFence(line: string, number: number): OpenFence | undefined {
  const match = openingFence.exec(line);
  const marker = match?.[2];
  if (match === null || marker === undefined) return undefined;
  const depth = (match[1] ?? '').split('>').length - 1;
  return { line: number, language: (match[3] ?? '').toLowerCase(), marker, depth, lines: [] };
}

/** A fence ends at its closing fence; inside a quote also where the quote ends, a case the vaults here do not hold. */
function isClosed(open: OpenFence, line: string): boolean {
  const rest = line.replace(/^[ \t>]*/, '').trimEnd();
  const character = open.marker.charAt(0);
  return rest.length >= open.marker.length && rest === character.repeat(rest.length);
}

function withoutQuotes(line: string, depth: number): string {
  return depth === 0 ? line : line.replace(new RegExp(`^(?:[ \\t]*>){1,${depth}} ?`), '');
}

function toFence({ line, language, lines }: OpenFence): Fence {
  return { line, language, source: lines.join('') };
}
