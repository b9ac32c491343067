/** Grey pixels, row by row. */
export interface GreyPixels {
  readonly data: Uint8Array;
  readonly width: number;
  readonly height: number;
}

/** What can be said of a picture by numbers. */
export interface PictureMeasures {
  /** Variance of the Laplacian in the sharpest part, as if the picture had full contrast; the more, the sharper. */
  readonly sharpness: number;
  /** Mean of all pixels, 0 to 255. */
  readonly brightness: number;
  /** Hardly a pixel is darker, hardly one is brighter: the first and the last hundredth. */
  readonly darkest: number;
  /** The same at the other end. */
  readonly brightest: number;
}

export function measurePixels(pixels: GreyPixels): PictureMeasures {
  const exposure = measureExposure(pixels.data);
  // A dark picture has fainter edges than a bright one, but is not less sharp for that.
  const contrast = Math.max(exposure.brightest - exposure.darkest, 1) / 255;
  return { sharpness: round(measureSharpness(pixels) / contrast ** 2), ...exposure };
}

function measureExposure(data: Uint8Array): Omit<PictureMeasures, 'sharpness'> {
  const histogram = new Uint32Array(256);
  let sum = 0;
  for (const value of data) {
    histogram[value] = (histogram[value] ?? 0) + 1;
    sum += value;
  }
  return {
    brightness: round(sum / data.length),
    darkest: findPercentile(histogram, data.length * 0.01),
    brightest: findPercentile(histogram, data.length * 0.99),
  };
}

function findPercentile(histogram: Uint32Array, count: number): number {
  let seen = 0;
  return histogram.findIndex((amount) => {
    seen += amount;
    return seen >= count;
  });
}

/** By parts, since a sharp face in front of a soft background is a sharp picture. */
function measureSharpness({ data, width, height }: GreyPixels): number {
  const parts = 6;
  let sharpest = 0;
  for (let row = 0; row < parts; row += 1) {
    for (let column = 0; column < parts; column += 1) {
      const from = { x: cut(width, column, parts), y: cut(height, row, parts) };
      const to = { x: cut(width, column + 1, parts), y: cut(height, row + 1, parts) };
      sharpest = Math.max(sharpest, laplacianVariance(data, width, from, to));
    }
  }
  return sharpest;
}

interface Point {
  readonly x: number;
  readonly y: number;
}

/** Where a part ends; the outermost pixels have no neighbours and stay out. */
const cut = (length: number, index: number, parts: number) => 1 + Math.floor(((length - 2) * index) / parts);

function laplacianVariance(data: Uint8Array, width: number, from: Point, to: Point): number {
  let [sum, squares] = [0, 0];
  for (let y = from.y; y < to.y; y += 1) {
    for (let x = from.x; x < to.x; x += 1) {
      const at = y * width + x;
      const around =
        (data[at - 1] ?? 0) + (data[at + 1] ?? 0) + (data[at - width] ?? 0) + (data[at + width] ?? 0);
      const edge = around - 4 * (data[at] ?? 0);
      sum += edge;
      squares += edge * edge;
    }
  }
  const count = Math.max((to.x - from.x) * (to.y - from.y), 1);
  return squares / count - (sum / count) ** 2;
}

const round = (value: number) => Math.round(value * 10) / 10;
