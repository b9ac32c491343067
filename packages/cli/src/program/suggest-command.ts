/** What may have been meant by a word that is no command: the nearest ones, else all of them. */
export function suggestCommand(word: string, names: readonly string[]): string {
  const farthest = Math.max(1, Math.floor(word.length / 3));
  const distances = names.map((name) => ({ name, distance: distanceOf(word, name) }));
  const nearest = Math.min(...distances.map(({ distance }) => distance));
  if (nearest > farthest) return `The commands are ${names.join(', ')}.`;
  const near = distances.filter(({ distance }) => distance === nearest).map(({ name }) => name);
  return near.length === 1 ? `(Did you mean ${near[0]}?)` : `(Did you mean one of ${near.join(', ')}?)`;
}

/** How many letters have to be put in, left out, changed, or swapped with their neighbour. */
function distanceOf(from: string, to: string): number {
  const at = (rows: readonly (readonly number[])[], row: number, column: number) => rows[row]?.[column] ?? 0;
  const rows: number[][] = [Array.from({ length: to.length + 1 }, (_, column) => column)];
  for (let row = 1; row <= from.length; row += 1) {
    const distances = [row];
    rows.push(distances);
    for (let column = 1; column <= to.length; column += 1) {
      const isSame = from[row - 1] === to[column - 1];
      const isSwapped = from[row - 1] === to[column - 2] && from[row - 2] === to[column - 1];
      const ways = [
        at(rows, row - 1, column) + 1,
        at(rows, row, column - 1) + 1,
        at(rows, row - 1, column - 1) + (isSame ? 0 : 1),
        ...(row > 1 && column > 1 && isSwapped ? [at(rows, row - 2, column - 2) + 1] : []),
      ];
      distances.push(Math.min(...ways));
    }
  }
  return at(rows, from.length, to.length);
}
