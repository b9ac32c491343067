import { explainFailure } from '../explain-failure.ts';
import type { LoraReference, StartGenerationCall } from '../image-provider.ts';
import type { ModelReference, TrainedVersion } from './model-reference.ts';
import { toGenerationInput, toTrainedInput } from './replicate-inputs.ts';
import type { CanReach } from './replicate-reach.ts';

export interface Painting {
  readonly model: ModelReference | TrainedVersion;
  readonly input: object;
}

/** What paints a request: the model that fetches LoRAs, or, where it cannot fetch ours, the version that was trained. */
export function planPainting(call: StartGenerationCall, model: ModelReference, canReach: CanReach): Painting {
  const [main, extra] = call.loras;
  if (extra && !canReach(extra.url)) throw twoOutOfReach();
  if (!main || canReach(main.url)) return { model, input: toGenerationInput(call) };
  return { model: { version: versionOf(main) }, input: toTrainedInput(call) };
}

function versionOf({ providerVersion }: LoraReference): string {
  if (providerVersion && /^[0-9a-f]{64}$/.test(providerVersion)) return providerVersion;
  throw explainFailure('version_missing', {
    providerId: 'replicate',
    message: 'The GPU provider can neither fetch this model from this machine nor has it of its own.',
    hint: 'Use a model that was trained there, or keep models where they can be reached from the internet.',
  });
}

const twoOutOfReach = () =>
  explainFailure('input_refused', {
    providerId: 'replicate',
    fault: 'operator',
    message: 'The GPU provider cannot fetch a second model from this machine.',
    hint: 'Use one model, or keep models where they can be reached from the internet.',
  });
