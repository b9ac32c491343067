import { AiModelsError } from '../errors/index.ts';
import type { UploadedPicture } from './uploaded-picture.ts';

/** A picture that was not uploaded, and why. */
export interface FailedPicture {
  /** Its place among the files that were passed, from 0. */
  readonly index: number;
  readonly name: string;
  readonly error: AiModelsError;
}

/** Some pictures were not uploaded. Those that were are in `uploaded` and stay; its code is that of the first failure. */
export class UploadError extends AiModelsError {
  override readonly name = 'UploadError';
  readonly uploaded: readonly UploadedPicture[];
  readonly failed: readonly FailedPicture[];

  constructor(uploaded: readonly UploadedPicture[], failed: readonly [FailedPicture, ...FailedPicture[]]) {
    const [{ error }] = failed;
    const shown = failed.slice(0, 3).map(({ name, error: { message } }) => `${name}: ${message}`);
    super({
      code: error.code,
      message:
        `${failed.length} of ${uploaded.length + failed.length} pictures were not uploaded. ` +
        shown.join(' '),
      hint: error.hint,
      retryable: failed.every((one) => one.error.retryable),
      cause: error,
    });
    this.uploaded = uploaded;
    this.failed = failed;
  }

  static override isInstance(error: unknown): error is UploadError {
    return AiModelsError.isInstance(error) && 'uploaded' in error && 'failed' in error;
  }
}
