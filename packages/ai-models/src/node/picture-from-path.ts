import { openAsBlob } from 'node:fs';
import { stat } from 'node:fs/promises';
import { basename } from 'node:path';
import { AiModelsError } from '../errors/index.ts';
import type { PictureSource } from '../shared/picture-source.ts';

/** A picture on this machine's disk, read when its turn comes. Never pass a path that came with a request. */
export const pictureFromPath = (path: string): PictureSource => ({
  name: basename(path),
  open: async () => {
    try {
      // A pipe or a device has no end; a folder has no bytes.
      if ((await stat(path)).isFile()) return await openAsBlob(path);
    } catch (cause) {
      throw notReadable(path, cause);
    }
    throw notReadable(path);
  },
});

const notReadable = (path: string, cause?: unknown) =>
  new AiModelsError({
    code: 'file_not_found',
    message: `${basename(path)} is no file that can be read.`,
    hint: 'Check the path, and who may read it.',
    cause,
  });
