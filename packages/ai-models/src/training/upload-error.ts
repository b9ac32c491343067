import { AiModelsError } from '../errors/index.ts';
import type { UploadedPicture } from './uploaded-picture.ts';

/** A picture that was not uploaded, and why. */
export interface FailedPicture {
  /** Its place among the files that were passed, from 0. */
  readonly index: number;
  /** As people call it. */
  readonly name: string;
  /** Why it was not uploaded, and what to do about it. */
  readonly error: AiModelsError;
}

/**
 * Some pictures were not uploaded. Those that were are in `uploaded` and stay. Its code is that of the first failure, its
 * hint what to do about each kind of them.
 */
export class UploadError extends AiModelsError {
  override readonly name = 'UploadError';
  /** Those that were, in the order of the files; they stay. */
  readonly uploaded: readonly UploadedPicture[];
  /** Those that were not uploaded, in the order of the files. */
  readonly failed: readonly FailedPicture[];

  constructor(uploaded: readonly UploadedPicture[], failed: readonly [FailedPicture, ...FailedPicture[]]) {
    const [{ error }] = failed;
    const shown = failed.slice(0, 3).map(({ name, error: { message } }) => `${name}: ${message}`);
    super({
      code: error.code,
      message:
        `${failed.length} of ${uploaded.length + failed.length} pictures were not uploaded. ` +
        shown.join(' '),
      hint: toHint(failed),
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

/** What fits one picture need not fit another: each advice once, with the pictures that it is for where there are several. */
function toHint(failed: readonly FailedPicture[]): string {
  const byHint = Map.groupBy(failed, ({ error }) => error.hint);
  byHint.delete('');
  const advice = [...byHint].slice(0, 3);
  if (advice.length < 2) return advice[0]?.[0] ?? '';
  return advice.map(([hint, pictures]) => `${toNames(pictures)}: ${hint}`).join(' ');
}

const toNames = (pictures: readonly FailedPicture[]): string =>
  pictures
    .slice(0, 3)
    .map(({ name }) => name)
    .join(', ') + (pictures.length > 3 ? ' …' : '');
