/** Black or white, whichever is easier to read on a colour. */
export function readableOn(colour: string): '#000000' | '#ffffff' {
  const [red = 0, green = 0, blue = 0] = [1, 3, 5].map((at) =>
    toLight(Number.parseInt(colour.slice(at, at + 2), 16) / 255),
  );
  const light = 0.2126 * red + 0.7152 * green + 0.0722 * blue;
  // Where the contrast with black, (light + 0.05) / 0.05, is that with white, 1.05 / (light + 0.05).
  return light > 0.179 ? '#000000' : '#ffffff';
}

/** From the value of a screen to how much light it is. */
const toLight = (value: number): number =>
  value <= 0.04045 ? value / 12.92 : ((value + 0.055) / 1.055) ** 2.4;
