import { createReadStream } from 'node:fs';
import * as tus from 'tus-js-client';

/**
 * A client in a process of its own, for a test that kills it: `upload-file.ts <path> <options as JSON> <file that
 * remembers uploads>`. Prints the offset after each chunk, then `done`.
 */
const [path = '', options = '{}', memory = ''] = process.argv.slice(2);
// Exported for Node, and forgotten in the types.
const { FileUrlStorage } = tus as typeof tus & { FileUrlStorage: new (path: string) => tus.UrlStorage };
const upload = new tus.Upload(createReadStream(path), {
  ...JSON.parse(options),
  urlStorage: new FileUrlStorage(memory),
  storeFingerprintForResuming: true,
  fingerprint: async () => path,
  onChunkComplete: (_chunkSize, offset) => console.log(offset),
  onSuccess: () => console.log('done'),
});
const [previous] = await upload.findPreviousUploads();
if (previous) upload.resumeFromPreviousUpload(previous);
upload.start();
