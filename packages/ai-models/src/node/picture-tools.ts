import type { PictureTools } from '../context.ts';
import { AiModelsError } from '../errors/index.ts';
import { isPictureType, sniffPictureType } from '../shared/picture-type.ts';
import { loadSharp } from './load-sharp.ts';
import { sharpOptions } from './sharp-options.ts';
import { toThumbnail } from './to-thumbnail.ts';

/** What can be done with pictures where sharp is. @throws AiModelsError `peer_missing` where it is not */
export async function createPictureTools(): Promise<PictureTools> {
  const sharp = await loadSharp();
  return {
    describe: async (bytes) => {
      const contentType = sniffPictureType(bytes);
      if (contentType === null || !isPictureType(contentType)) throw noPicture();
      const { autoOrient } = await sharp(bytes, sharpOptions).metadata().catch(refuse);
      return { contentType, width: autoOrient.width, height: autoOrient.height };
    },
    thumbnail: (bytes) => toThumbnail(sharp(bytes, sharpOptions).autoOrient()).catch(refuse),
  };
}

function refuse(cause: unknown): never {
  throw noPicture(cause);
}

const noPicture = (cause?: unknown) =>
  new AiModelsError({
    code: 'picture_rejected',
    message: 'This is no JPEG, PNG or WebP that can be opened.',
    cause,
  });
