/** How many grey pixels a hash is made of, per row and rows. */
export const hashGrid = { width: 9, height: 8 } as const;

/**
 * 64 bits that hardly change when a picture is scaled, compressed anew or made lighter: whether each cell of a grid is
 * brighter than its right neighbour ("dHash"). 16 hexadecimal digits.
 */
export function toPerceptualHash(grey: Uint8Array): string {
  let hash = '';
  for (let row = 0; row < hashGrid.height; row += 1) {
    let bits = 0;
    for (let column = 0; column < hashGrid.width - 1; column += 1) {
      const index = row * hashGrid.width + column;
      bits = bits * 2 + Number((grey[index] ?? 0) > (grey[index + 1] ?? 0));
    }
    hash += bits.toString(16).padStart(2, '0');
  }
  return hash;
}
