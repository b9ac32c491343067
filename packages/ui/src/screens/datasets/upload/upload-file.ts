import type { UploadOptions } from 'tus-js-client';
import { ApiRefusal } from '../../../api/api-refusal.ts';
import type { StudioApi } from '../../../api/studio-api.ts';
import type { PickedFile } from './picked-file.ts';
import { pictureTypeOf } from './picture-type.ts';
import type { UploadMemory } from './upload-memory.ts';

interface UploadFileOptions {
  readonly api: StudioApi;
  readonly picked: PickedFile;
  readonly memory: UploadMemory;
  readonly getAccessToken: () => Promise<string>;
  readonly onProgress: (percent: number) => void;
}

const retryDelaysMs = [500, 1500, 4000, 8000];

/**
 * Sends one picture straight to storage, in pieces that survive a broken connection and a reload, and registers it.
 * @returns the id of the picture
 */
export async function uploadFile(options: UploadFileOptions): Promise<string> {
  const { api, picked, memory, getAccessToken, onProgress } = options;
  const { file } = picked;
  const contentType = pictureTypeOf(file.name, file.type) ?? file.type;
  const [{ Upload }, target] = await Promise.all([
    import('tus-js-client'),
    api.assets.prepareUpload({ name: file.name, contentType }),
  ]);
  const fingerprint = memory.fingerprintOf(picked);
  const storagePath = await new Promise<string>((resolve, reject) => {
    const settings: UploadOptions = {
      endpoint: target.resumableUrl,
      chunkSize: target.chunkBytes,
      metadata: { ...target.metadata },
      retryDelays: retryDelaysMs,
      urlStorage: memory.urlStorage,
      fingerprint: async () => fingerprint,
      onBeforeRequest: async (request) => {
        const headers = { ...target.headers, authorization: `Bearer ${await getAccessToken()}` };
        for (const [name, value] of Object.entries(headers)) request.setHeader(name, value);
      },
      onProgress: (sent, total) => onProgress(total === 0 ? 0 : (sent / total) * 100),
      onSuccess: () =>
        resolve(`${upload.options.metadata?.bucketName}/${upload.options.metadata?.objectName}`),
      onError: reject,
    };
    const upload = new Upload(file, settings);
    const start = async () => {
      const [previous] = await upload.findPreviousUploads();
      if (previous) {
        // It lies where it was begun, also where storage has forgotten it and it begins again.
        upload.options.metadata = previous.metadata;
        upload.resumeFromPreviousUpload(previous);
      }
      upload.start();
    };
    start().catch(reject);
  });
  memory.markSent(fingerprint);
  return registerUpload({ api, memory, fingerprint, storagePath, name: file.name });
}

interface RegisterUploadOptions extends Pick<UploadFileOptions, 'api' | 'memory'> {
  readonly fingerprint: string;
  readonly storagePath: string;
  readonly name: string;
}

/** What has arrived in storage becomes a picture of the brand; one that is registered already stays as it is. */
export async function registerUpload(options: RegisterUploadOptions): Promise<string> {
  const { api, memory, fingerprint, storagePath, name } = options;
  const id = await api.assets.add({ path: storagePath, name }).then(
    (asset) => asset.id,
    (error: unknown) => {
      if (error instanceof ApiRefusal && error.status === 409) return '';
      throw error;
    },
  );
  memory.forget(fingerprint);
  return id;
}
