// FIPS 180-4, for where no native hash takes its input in pieces: browsers.

const blockBytes = 64;
const primes = [
  2, 3, 5, 7, 11, 13, 17, 19, 23, 29, 31, 37, 41, 43, 47, 53, 59, 61, 67, 71, 73, 79, 83, 89, 97, 101,
];
const morePrimes = [
  103, 107, 109, 113, 127, 131, 137, 139, 149, 151, 157, 163, 167, 173, 179, 181, 191, 193, 197,
];
const lastPrimes = [
  199, 211, 223, 227, 229, 233, 239, 241, 251, 257, 263, 269, 271, 277, 281, 283, 293, 307, 311,
];

/** The first 32 bits behind the point. */
const fraction = (root: number) => Math.floor((root % 1) * 2 ** 32);
const constants = Uint32Array.from([...primes, ...morePrimes, ...lastPrimes], (prime) =>
  fraction(Math.cbrt(prime)),
);
const start = Uint32Array.from(primes.slice(0, 8), (prime) => fraction(Math.sqrt(prime)));

/** A hash that runs anywhere; several times slower than a native one. */
export function createPortableSha256(): { update(bytes: Uint8Array): void; digest(): string } {
  const state = start.slice();
  const words = new Uint32Array(64);
  const block = new Uint8Array(blockBytes);
  let filled = 0;
  let total = 0;

  function update(bytes: Uint8Array): void {
    total += bytes.length;
    let at = 0;
    while (at < bytes.length) {
      if (filled === 0 && bytes.length - at >= blockBytes) {
        compress(state, words, bytes, at);
        at += blockBytes;
        continue;
      }
      const part = bytes.subarray(at, at + blockBytes - filled);
      block.set(part, filled);
      filled = (filled + part.length) % blockBytes;
      at += part.length;
      if (filled === 0) compress(state, words, block, 0);
    }
  }

  return {
    update,
    digest: () => {
      const padding = new Uint8Array(1 + ((119 - filled) % blockBytes) + 8);
      padding[0] = 0x80;
      new DataView(padding.buffer).setBigUint64(padding.length - 8, BigInt(total) * 8n);
      update(padding);
      return [...state].map((word) => word.toString(16).padStart(8, '0')).join('');
    },
  };
}

const rotate = (word: number, by: number) => (word >>> by) | (word << (32 - by));
const at = (words: Uint32Array, index: number): number => words[index] ?? 0;

/** Takes one block into the state. */
function compress(state: Uint32Array, words: Uint32Array, bytes: Uint8Array, offset: number): void {
  expand(words, bytes, offset);
  let [a = 0, b = 0, c = 0, d = 0, e = 0, f = 0, g = 0, h = 0] = state;
  for (let round = 0; round < 64; round += 1) {
    const choice = (e & f) ^ (~e & g);
    const mixed = rotate(e, 6) ^ rotate(e, 11) ^ rotate(e, 25);
    const first = (h + mixed + choice + at(constants, round) + at(words, round)) | 0;
    const second = ((rotate(a, 2) ^ rotate(a, 13) ^ rotate(a, 22)) + ((a & b) ^ (a & c) ^ (b & c))) | 0;
    [h, g, f, e, d, c, b, a] = [g, f, e, (d + first) | 0, c, b, a, (first + second) | 0];
  }
  for (const [index, word] of [a, b, c, d, e, f, g, h].entries()) state[index] = at(state, index) + word;
}

/** Sixteen words from the block, the others from those before them. */
function expand(words: Uint32Array, bytes: Uint8Array, offset: number): void {
  const view = new DataView(bytes.buffer, bytes.byteOffset + offset, blockBytes);
  for (let index = 0; index < 16; index += 1) words[index] = view.getUint32(index * 4);
  for (let index = 16; index < 64; index += 1) {
    const [early, late] = [at(words, index - 15), at(words, index - 2)];
    const one = rotate(early, 7) ^ rotate(early, 18) ^ (early >>> 3);
    const two = rotate(late, 17) ^ rotate(late, 19) ^ (late >>> 10);
    words[index] = at(words, index - 16) + one + at(words, index - 7) + two;
  }
}
