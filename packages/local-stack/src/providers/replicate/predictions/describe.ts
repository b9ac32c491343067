import { z } from 'zod';
import { describePicture } from '../../captions/describe-picture.ts';
import { readBytes } from '../../serving/fetch-input.ts';
import type { ReplicateParts } from '../replicate-parts.ts';
import { collectOnce } from '../runs/collect-once.ts';
import { type Run, RunFailure } from '../runs/run.ts';
import type { Prepare } from '../runs/run-lifecycle.ts';
import type { LlavaInput } from './llava-input.ts';

const durationMs = 2_500;
const largestPictureBytes = 50 * 1024 * 1024;

/** Null of what is no picture. */
const textSchema = z.object({ text: z.string().nullable() });

/** What `yorickvp/llava-13b` says of a picture: a list of words, to be joined without anything between them. */
export function prepareDescription(input: LlavaInput, parts: ReplicateParts): Prepare {
  return async (run) => {
    const { text } = await collectOnce(run, textSchema, async () => {
      const picture = await fetchPicture(run, input, parts);
      return { text: await describePicture(picture).catch(() => null) };
    });
    return {
      durationMs,
      logsAt: () => '',
      finish: async () => {
        if (text === null) throw new RunFailure('cannot identify image file');
        return text.match(/\S+\s*/g)?.slice(0, input.max_tokens) ?? [];
      },
    };
  };
}

async function fetchPicture(run: Run, { image }: LlavaInput, parts: ReplicateParts): Promise<Uint8Array> {
  const response = await parts.fetchFor(run.account)(image, { signal: run.stopping.signal });
  if (response.ok) return readBytes(response, largestPictureBytes);
  await response.body?.cancel();
  throw new RunFailure(`HTTP Error ${response.status} for ${image.split('?')[0]}`);
}
