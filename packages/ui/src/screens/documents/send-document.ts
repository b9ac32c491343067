import type { StudioApi } from '../../api/studio-api.ts';
import { documentTypeOf } from './document-types.ts';

interface SendDocumentOptions {
  readonly api: StudioApi;
  readonly file: File;
  readonly getAccessToken: () => Promise<string>;
  readonly onProgress: (percent: number) => void;
  readonly signal: AbortSignal;
}

const retryDelaysMs = [500, 1500, 4000];

/** Sends a document straight to storage, in the person's own name, and registers it. */
export async function sendDocument(options: SendDocumentOptions): Promise<void> {
  const { api, file, getAccessToken, onProgress, signal } = options;
  const contentType = documentTypeOf(file.name) ?? file.type;
  const [{ Upload }, target] = await Promise.all([
    import('tus-js-client'),
    api.documents.prepareUpload({ name: file.name, contentType }),
  ]);
  await new Promise<void>((resolve, reject) => {
    const upload = new Upload(file, {
      endpoint: target.resumableUrl,
      chunkSize: target.chunkBytes,
      metadata: { ...target.metadata },
      retryDelays: retryDelaysMs,
      storeFingerprintForResuming: false,
      onBeforeRequest: async (request) => {
        const headers = { ...target.headers, authorization: `Bearer ${await getAccessToken()}` };
        for (const [name, value] of Object.entries(headers)) request.setHeader(name, value);
      },
      onProgress: (sent, total) => onProgress(total === 0 ? 0 : (sent / total) * 100),
      onSuccess: () => resolve(),
      onError: reject,
    });
    signal.addEventListener('abort', () => {
      void upload.abort(true);
      reject(signal.reason);
    });
    upload.start();
  });
  await api.documents.add({ path: target.path, name: file.name });
}
