import sharp from 'sharp';

/** A sharp picture that looks like no other: stripes whose width and colour follow from a number. */
export async function paintPicture(
  seed: number,
  { width = 640, height = 512 } = {},
): Promise<Uint8Array<ArrayBuffer>> {
  const pixels = new Uint8Array(width * height * 3);
  const stripe = 6 + (seed % 11);
  for (let y = 0; y < height; y += 1) {
    for (let x = 0; x < width; x += 1) {
      const isOdd = (Math.floor((x * (1 + (seed % 3)) + y * (1 + (seed % 5))) / stripe) & 1) === 1;
      const at = (y * width + x) * 3;
      pixels[at] = isOdd ? (seed * 37) % 200 : 230;
      pixels[at + 1] = isOdd ? (seed * 71) % 200 : 220 - (seed % 50);
      pixels[at + 2] = isOdd ? (seed * 113) % 200 : 210;
    }
  }
  return sharp(pixels, { raw: { width, height, channels: 3 } })
    .jpeg()
    .toBuffer();
}
