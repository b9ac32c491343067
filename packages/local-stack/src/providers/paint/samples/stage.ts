import { type Canvas, svg } from '../canvas.ts';
import { mix } from '../colour.ts';
import type { BrandLook } from './look.ts';
import { type MotifPlace, place } from './motifs.ts';

/** What a scene is set with. */
export interface Stage extends Omit<Canvas, 'scheme'> {
  look: BrandLook;
  /** How often every scene has been shown before, from 0. */
  round: number;
}
export type PaintScene = (stage: Stage) => string;

/** A filled rectangle; `more` are further attributes. */
export const rect = (x: number, y: number, width: number, height: number, fill: string, more = '') =>
  `<rect x="${svg(x)}" y="${svg(y)}" width="${svg(width)}" height="${svg(height)}" fill="${fill}" ${more}/>`;

/** The brand's motif, mostly in its first colour. */
export function motif({ look, random, definitions }: Stage, at: MotifPlace): string {
  const [main, , warm] = look.palette;
  return place(look.draw(look, random.chance(0.7) ? main : warm, definitions), at);
}

/** A soft dark spot under things. */
export function shadow(
  { definitions, look }: Stage,
  x: number,
  y: number,
  width: number,
  height: number,
): string {
  return `<ellipse cx="${svg(x)}" cy="${svg(y)}" rx="${svg(width)}" ry="${svg(height)}" fill="${definitions.glow(mix(look.palette[1], '#000000', 0.5), 0.6)}"/>`;
}
