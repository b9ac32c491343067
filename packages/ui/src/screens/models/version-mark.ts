/** A square of a mark, and how strongly it is filled, from 0 to 1. */
interface MarkCell {
  readonly x: number;
  readonly y: number;
  readonly strength: number;
}

/** Five by five squares drawn from the hash of the weights, the same for the same file: its face until it has painted something. */
export const drawMark = (sha256: string): readonly MarkCell[] =>
  Array.from({ length: 15 }, (_, index) => {
    const [column, y] = [index % 3, Math.floor(index / 3)];
    const strength = Number.parseInt(sha256.slice(index * 4, index * 4 + 2), 16) / 255 || 0;
    // Mirrored, so that it reads as one shape.
    return column === 2
      ? [{ x: 2, y, strength }]
      : [
          { x: column, y, strength },
          { x: 4 - column, y, strength },
        ];
  }).flat();
