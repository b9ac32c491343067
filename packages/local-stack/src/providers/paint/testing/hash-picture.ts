import sharp from 'sharp';

const side = 32;
const kept = 8;

/** A perceptual hash of 63 bits: whether each of the lowest frequencies of a picture is above their median. */
export async function hashPicture(picture: Uint8Array): Promise<boolean[]> {
  const grey = await sharp(picture).greyscale().resize(side, side, { fit: 'fill' }).raw().toBuffer();
  const frequencies: number[] = [];
  for (let down = 0; down < kept; down++) {
    for (let across = 0; across < kept; across++) frequencies.push(frequency(grey, across, down));
  }
  const lowest = frequencies.slice(1);
  const median = lowest.toSorted((one, other) => one - other)[lowest.length >> 1] ?? 0;
  return lowest.map((value) => value > median);
}

export const distance = (one: boolean[], other: boolean[]) =>
  one.filter((bit, index) => bit !== other[index]).length;

/** One value of the discrete cosine transform. */
function frequency(grey: Buffer, across: number, down: number): number {
  let sum = 0;
  for (let y = 0; y < side; y++) {
    for (let x = 0; x < side; x++) {
      sum += (grey[y * side + x] ?? 0) * wave(x, across) * wave(y, down);
    }
  }
  return sum;
}

const wave = (position: number, turns: number) =>
  Math.cos(((2 * position + 1) * turns * Math.PI) / (2 * side));
