import type { Canvas } from '../canvas.ts';

/** What a demo brand's pictures have in common. */
export interface BrandLook {
  /** The strongest first. */
  palette: readonly [string, string, string, string];
  /** The product or logo that every picture shows. */
  draw: DrawMotif;
}

/** Draws a motif around 0, 0, one unit high; `accent` is what may differ from one to the next. */
export type DrawMotif = (look: BrandLook, accent: string, definitions: Canvas['definitions']) => string;
