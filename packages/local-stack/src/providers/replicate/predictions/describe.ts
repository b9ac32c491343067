import { describePicture } from '../../captions/describe-picture.ts';
import { readBytes } from '../../serving/fetch-input.ts';
import type { ReplicateParts } from '../replicate-parts.ts';
import { RunFailure } from '../runs/run.ts';
import type { Prepare } from '../runs/run-lifecycle.ts';
import type { LlavaInput } from './llava-input.ts';

const durationMs = 2_500;
const largestPictureBytes = 50 * 1024 * 1024;

/** What `yorickvp/llava-13b` says of a picture: a list of words, to be joined without anything between them. */
export function prepareDescription(input: LlavaInput, parts: ReplicateParts): Prepare {
  return async (run) => {
    const fetch = parts.fetchFor(run.account);
    const response = await fetch(input.image, { signal: run.stopping.signal });
    if (!response.ok) {
      await response.body?.cancel();
      throw new RunFailure(`HTTP Error ${response.status} for ${input.image.split('?')[0]}`);
    }
    const picture = await readBytes(response, largestPictureBytes);
    return {
      durationMs,
      logsAt: () => '',
      finish: async () => {
        const text = await describePicture(picture).catch(() => {
          throw new RunFailure('cannot identify image file');
        });
        return text.match(/\S+\s*/g)?.slice(0, input.max_tokens) ?? [];
      },
    };
  };
}
