import type { Asset } from '../../api/answers.ts';
import type { StudioApi } from '../../api/studio-api.ts';

interface UploadFileOptions {
  readonly api: StudioApi;
  readonly file: File;
  readonly getAccessToken: () => Promise<string>;
  readonly onProgress: (percent: number) => void;
  readonly signal: AbortSignal;
}

const retryDelaysMs = [500, 1500, 4000, 8000];

/** Sends one picture straight to storage, in pieces that survive a broken connection, and registers it. */
export async function uploadFile({
  api,
  file,
  getAccessToken,
  onProgress,
  signal,
}: UploadFileOptions): Promise<Asset> {
  const [{ Upload }, target] = await Promise.all([
    import('tus-js-client'),
    api.assets.prepareUpload({ name: file.name, contentType: file.type }),
  ]);
  await new Promise<void>((resolve, reject) => {
    const upload = new Upload(file, {
      endpoint: target.resumableUrl,
      chunkSize: target.chunkBytes,
      metadata: { ...target.metadata },
      retryDelays: retryDelaysMs,
      removeFingerprintOnSuccess: true,
      onBeforeRequest: async (request) => {
        const headers = { ...target.headers, authorization: `Bearer ${await getAccessToken()}` };
        for (const [name, value] of Object.entries(headers)) request.setHeader(name, value);
      },
      onProgress: (sent, total) => onProgress(total === 0 ? 0 : (sent / total) * 100),
      onSuccess: () => resolve(),
      onError: reject,
    });
    signal.addEventListener('abort', () => {
      void upload.abort();
      reject(signal.reason);
    });
    upload.start();
  });
  return api.assets.add({ path: target.path, name: file.name });
}
