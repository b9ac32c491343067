import type { Sharp } from 'sharp';

/** The longer side, in pixels. */
const thumbnailSide = 480;

/** A small copy for lists, as WebP. */
export async function toThumbnail(picture: Sharp): Promise<Uint8Array<ArrayBuffer>> {
  const small = picture
    .resize({ width: thumbnailSide, height: thumbnailSide, fit: 'inside', withoutEnlargement: true })
    .webp({ quality: 80 });
  return new Uint8Array(await small.toBuffer());
}
