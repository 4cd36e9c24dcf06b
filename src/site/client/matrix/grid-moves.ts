/** A place in a grid of columns of different lengths, both counted from 0. */
export interface GridPlace {
  readonly column: number;
  readonly row: number;
}

/**
 * The place that a key leads to from `place`, in columns of the given lengths; undefined when the key is none of the arrows,
 * Home and End, or leads out of the grid. Sideways skips empty columns and stays within the shorter column.
 */
export function moveInGrid(lengths: readonly number[], place: GridPlace, key: string): GridPlace | undefined {
  const last = (lengths[place.column] ?? 0) - 1;
  switch (key) {
    case 'ArrowDown':
      return place.row < last ? { ...place, row: place.row + 1 } : undefined;
    case 'ArrowUp':
      return place.row > 0 ? { ...place, row: place.row - 1 } : undefined;
    case 'Home':
      return { ...place, row: 0 };
    case 'End':
      return { ...place, row: last };
    case 'ArrowRight':
      return moveSideways(lengths, place, 1);
    case 'ArrowLeft':
      return moveSideways(lengths, place, -1);
    default:
      return undefined;
  }
}

function moveSideways(lengths: readonly number[], { column, row }: GridPlace, step: 1 | -1): GridPlace | undefined {
  for (let next = column + step; next >= 0 && next < lengths.length; next += step) {
    const length = lengths[next] ?? 0;
    if (length > 0) return { column: next, row: Math.min(row, length - 1) };
  }
  return undefined;
}
