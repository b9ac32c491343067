/** Bytes without end, as a piece that repeats. */
export interface Noise {
  /** Writes the bytes from this position on over a whole array. */
  fill(target: Uint8Array, position: number): void;
}

// A prime number of values, so that the repetition falls on no boundary of a tensor.
const valueCount = 524_309;

/** Half-precision numbers between ±2⁻¹⁰ and ±2⁻⁵, like trained weights; the same for the same seed. */
export function createNoise(seed: number): Noise {
  const bytes = new Uint8Array(new Uint16Array(valueCount).map(randomHalves(seed)).buffer);
  return {
    fill(target, position) {
      for (let filled = 0; filled < target.byteLength; ) {
        const from = (position + filled) % bytes.byteLength;
        const piece = bytes.subarray(from, from + target.byteLength - filled);
        target.set(piece, filled);
        filled += piece.byteLength;
      }
    },
  };
}

/** A 32-bit xorshift: sign and fraction from the upper bits, one of five small exponents from the lower. */
function randomHalves(seed: number): () => number {
  let state = seed || 1;
  return () => {
    state ^= state << 13;
    state ^= state >>> 17;
    state ^= state << 5;
    const exponent = 5 + ((state >>> 4) % 5);
    return ((state >>> 16) & 0x83ff) | (exponent << 10);
  };
}
