import type { PictureTools } from '../context.ts';
import { AiModelsError } from '../errors/index.ts';
import { isPictureType, sniffPictureType } from '../shared/picture-type.ts';
import { loadSharp, type OpenWithSharp } from './load-sharp.ts';
import { readPictureStructure } from './picture-structure.ts';
import { sharpOptions } from './sharp-options.ts';
import { toThumbnail } from './to-thumbnail.ts';

/** What can be done with pictures where sharp is. @throws AiModelsError `peer_missing` where it is not */
export async function createPictureTools(): Promise<PictureTools> {
  const sharp = await loadSharp();
  return {
    describe: async (bytes) => {
      const contentType = sniffPictureType(bytes);
      if (contentType === null || !isPictureType(contentType)) throw noPicture();
      const { width, height } = await measure(sharp, bytes).catch(refuse);
      if (!isPlausible(width) || !isPlausible(height)) throw noPicture();
      if (!readPictureStructure(bytes, contentType).isWhole) throw noPicture();
      return { contentType, width, height };
    },
    thumbnail: (bytes) => toThumbnail(sharp(bytes, sharpOptions).autoOrient()).catch(refuse),
  };
}

/** In pixels, as it is to be seen. Fails where any of its pixels cannot be read, which its header does not tell. */
async function measure(sharp: OpenWithSharp, bytes: Uint8Array): Promise<{ width: number; height: number }> {
  const { autoOrient } = await sharp(bytes, sharpOptions).metadata();
  await sharp(bytes, sharpOptions).resize(8, 8, { fit: 'fill' }).raw().toBuffer();
  return autoOrient;
}

/** No model paints smaller or longer sides. */
const side = { least: 16, most: 16_384 };
const isPlausible = (pixels: number) => pixels >= side.least && pixels <= side.most;

function refuse(cause: unknown): never {
  throw noPicture(cause);
}

const noPicture = (cause?: unknown) =>
  new AiModelsError({
    code: 'picture_rejected',
    message: 'This is no whole JPEG, PNG or WebP of a usual size.',
    cause,
  });
