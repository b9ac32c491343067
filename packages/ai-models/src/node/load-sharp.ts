import type { Sharp, SharpOptions } from 'sharp';
import { AiModelsError } from '../errors/index.ts';

/** Opens a picture. */
export type OpenWithSharp = (input: Uint8Array, options?: SharpOptions) => Sharp;

/** Loads sharp, which only those install who look into pictures. @throws AiModelsError `peer_missing` */
export async function loadSharp(load?: () => Promise<{ default: OpenWithSharp }>) {
  try {
    if (load) return (await load()).default;
    // Bundlers would fail on a package that is not installed.
    const sharp = await import(
      /* webpackIgnore: true */ /* turbopackIgnore: true */ /* @vite-ignore */ 'sharp'
    );
    return sharp.default;
  } catch (cause) {
    throw new AiModelsError({
      code: 'peer_missing',
      message: 'Pictures are inspected with the package sharp, which cannot be loaded.',
      hint: 'Install it: npm install sharp',
      cause,
    });
  }
}
