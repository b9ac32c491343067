import { fromOklab } from '../colour.ts';
import { createRandom } from '../random.ts';
import type { BrandLook } from './look.ts';
import { drawBottle, drawCube, drawPhone } from './motifs.ts';

const demoBrands: Record<string, BrandLook> = {
  creativetechnologists: { palette: ['#f0562b', '#23272e', '#f5b63f', '#e9e6df'], draw: drawCube },
  acmecompany: { palette: ['#1f6feb', '#0b2545', '#ffb703', '#dcecf7'], draw: drawBottle },
  techstartup: { palette: ['#0f9d76', '#5b2a86', '#c9f2d8', '#102a2a'], draw: drawPhone },
};

/** A demo brand's look, or for any other brand one that follows from its id. */
export function brandLook(brandId: string): BrandLook {
  return demoBrands[brandId] ?? madeUpLook(brandId);
}

function madeUpLook(brandId: string): BrandLook {
  const random = createRandom('look', brandId);
  const hue = random.between(0, 2 * Math.PI);
  const colour = (lightness: number, chroma: number, turn: number) =>
    fromOklab({ lightness, a: Math.cos(hue + turn) * chroma, b: Math.sin(hue + turn) * chroma });
  return {
    palette: [
      colour(0.62, 0.17, 0),
      colour(0.28, 0.05, 0.3),
      colour(0.8, 0.13, random.between(1.5, 4)),
      colour(0.93, 0.02, 0),
    ],
    draw: random.one([drawCube, drawBottle, drawPhone]),
  };
}
