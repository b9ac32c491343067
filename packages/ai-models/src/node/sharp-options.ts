import type { SharpOptions } from 'sharp';

/** Decoded, a picture takes four bytes a pixel; a phone's largest has 50 million. */
export const maximumPixels = 64_000_000;

/** How pictures of others are opened. */
export const sharpOptions: SharpOptions = {
  limitInputPixels: maximumPixels,
  // What is merely unusual opens; what is damaged does not.
  failOn: 'error',
  pages: 1,
};
