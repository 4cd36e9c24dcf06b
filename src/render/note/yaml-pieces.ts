/**
 * YAML in pieces of at most so many characters, each of whole lines and none beginning in a block scalar: the one construct
 * that the grammar follows over several lines. A scalar that is longer than a piece makes a longer piece.
 */
export function yamlPieces(code: string, most: number): readonly string[] {
  const pieces: string[] = [];
  let piece = '';
  for (const construct of constructsOf(code)) {
    if (piece !== '' && piece.length + construct.length > most) {
      pieces.push(piece);
      piece = '';
    }
    piece += construct;
  }
  return [...pieces, piece];
}

/** Lines with their ends; a line that opens a block scalar goes with all of it. */
function constructsOf(code: string): readonly string[] {
  const constructs: string[][] = [];
  let scalarIndent: number | undefined;
  for (const line of code.split(/(?<=\n)/)) {
    const indent = line.search(/\S/);
    const last = constructs.at(-1);
    if (last !== undefined && scalarIndent !== undefined && (indent === -1 || indent > scalarIndent)) {
      last.push(line);
      continue;
    }
    constructs.push([line]);
    scalarIndent = opensScalar(line) ? indent : undefined;
  }
  return constructs.map((lines) => lines.join(''));
}

function opensScalar(line: string): boolean {
  return /(?:^|[\s:?-])[|>][+\-\d]{0,2}$/.test(line.split(' #', 1)[0]?.trimEnd() ?? '');
}
