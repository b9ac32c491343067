/** A picture as a 64-bit hash sees it. */
interface HashedPicture {
  readonly id: string;
  /** 16 hexadecimal digits; null where nobody has looked yet. */
  readonly perceptual_hash: string | null;
}

/**
 * How many of 64 bits may differ. Measured with the inspection's hash on painted pictures: scaled, compressed, lightened
 * or cropped by a hundredth they differ in 0 to 5 bits, cropped by three hundredths in up to 11; different pictures in 16
 * at least, 32 as a rule.
 */
const mostDifferentBits = 6;

/** Groups of two and more that look the same, each in the order of what went in. A thousand pictures take milliseconds. */
export function findNearDuplicates(pictures: readonly HashedPicture[]): string[][] {
  const hashed = pictures.flatMap(({ id, perceptual_hash: hash }) => (hash === null ? [] : [{ id, hash }]));
  const high = Uint32Array.from(hashed, ({ hash }) => Number.parseInt(hash.slice(0, 8), 16));
  const low = Uint32Array.from(hashed, ({ hash }) => Number.parseInt(hash.slice(8), 16));
  /** The first of the group that each is in. */
  const groupOf = hashed.map((_, index) => index);
  for (let index = 1; index < hashed.length; index += 1) {
    for (let before = 0; before < index; before += 1) {
      const bits =
        countBits((high[index] ?? 0) ^ (high[before] ?? 0)) +
        countBits((low[index] ?? 0) ^ (low[before] ?? 0));
      if (bits <= mostDifferentBits) merge(groupOf, index, before);
    }
  }
  const groups = Object.values(Object.groupBy(hashed, (_, index) => String(rootOf(groupOf, index))));
  return groups.map((group = []) => group.map(({ id }) => id)).filter((ids) => ids.length > 1);
}

function merge(groupOf: number[], one: number, other: number): void {
  const [first, second] = [rootOf(groupOf, one), rootOf(groupOf, other)];
  groupOf[Math.max(first, second)] = Math.min(first, second);
}

function rootOf(groupOf: readonly number[], index: number): number {
  let root = index;
  for (let next = groupOf[root] ?? root; next !== root; next = groupOf[root] ?? root) root = next;
  return root;
}

/** Of 32 bits, all at once. */
function countBits(value: number): number {
  const pairs = value - ((value >>> 1) & 0x55555555);
  const fours = (pairs & 0x33333333) + ((pairs >>> 2) & 0x33333333);
  return Math.imul((fours + (fours >>> 4)) & 0x0f0f0f0f, 0x01010101) >>> 24;
}
