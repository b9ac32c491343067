import { cutText } from '../../shared/cut-text.ts';
import { poll } from '../../shared/poll.ts';
import type { CaptionProvider } from '../caption-provider.ts';
import { explainFailure } from '../explain-failure.ts';
import { placePicture } from './hand-over.ts';
import type { ModelReference } from './model-reference.ts';
import type { ReplicateApi } from './replicate-api.ts';
import { toRunError } from './replicate-errors.ts';
import type { CanReach } from './replicate-reach.ts';
import type { ReplicatePrediction } from './replicate-schemas.ts';

export interface ReplicateCaptionSettings {
  readonly api: ReplicateApi;
  readonly model: ModelReference;
  readonly canReach: CanReach;
  /** Between two looks at a caption that is being written. */
  readonly pollIntervalMs: number;
}

/** A cold start of the captioning model is minutes; the words themselves are seconds. */
const deadlineMs = 5 * 60_000;
const longestCaption = 500;
const question =
  'Describe this picture in one sentence for a text-to-image model: what it shows, its style, its light. ' +
  'Begin with the subject, without words such as "the image shows".';

/** Asks a model that sees; waits for its words. */
export function createReplicateCaptions({
  api,
  model,
  canReach,
  pollIntervalMs,
}: ReplicateCaptionSettings): CaptionProvider {
  return {
    id: 'replicate',
    async captionImage({ imageUrl, prefix = '', signal }) {
      const picture = await placePicture(api, canReach, { imageUrl, signal });
      try {
        const input = { image: picture.url, prompt: question, max_tokens: 200 };
        const sent = await api.createPrediction(model, { input }, { deadlineMs, signal });
        if (sent.outcome !== 'accepted') throw sent.error;
        const ended = await untilEnded(api, sent.value, pollIntervalMs, signal);
        return `${prefix}${readCaption(ended)}`;
      } finally {
        await picture.remove();
      }
    },
  };
}

async function untilEnded(
  api: ReplicateApi,
  started: ReplicatePrediction,
  intervalMs: number,
  signal: AbortSignal | undefined,
): Promise<ReplicatePrediction> {
  const isOver = ({ status }: ReplicatePrediction) => status !== 'starting' && status !== 'processing';
  if (isOver(started)) return started;
  const look = async () => {
    const prediction = await api.getPrediction(started.id, signal);
    return isOver(prediction) ? prediction : null;
  };
  // Replicate ends it at the deadline; a little longer, and we see how.
  const timeoutMs = deadlineMs + 30_000;
  return poll(look, { waitingFor: 'a caption', intervalMs, timeoutMs, signal });
}

/** Comes in pieces; one line is kept, without quotation marks around it. */
function readCaption({ status, output, error }: ReplicatePrediction): string {
  if (status === 'aborted' || status === 'canceled')
    throw explainFailure('timed_out', { providerId: 'replicate' });
  if (status !== 'succeeded') throw toRunError(error);
  const line = (output ?? [])
    .join('')
    .replace(/[\s\p{Cc}]+/gu, ' ')
    .trim();
  const caption = cutText(line.replace(/^"(.*)"$/, '$1'), longestCaption).trim();
  if (caption) return caption;
  throw explainFailure('answer_invalid', { providerId: 'replicate', vendorDetail: 'empty caption' });
}
