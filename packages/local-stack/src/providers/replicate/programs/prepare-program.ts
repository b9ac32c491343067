import { problems } from '../answers/api-problem.ts';
import { parseBody } from '../answers/parse-body.ts';
import type { Model, ModelVersion } from '../models/model.ts';
import { prepareDescription } from '../predictions/describe.ts';
import { llavaInputSchema } from '../predictions/llava-input.ts';
import { preparePictures } from '../predictions/paint.ts';
import { fluxDevLoraInputSchema, trainedFluxInputSchema } from '../predictions/picture-input.ts';
import type { ReplicateParts } from '../replicate-parts.ts';
import type { Prepare } from '../runs/run-lifecycle.ts';

/** Where there is something to run: what, and of which model. */
export interface Runnable {
  model: Model;
  version: ModelVersion;
}

/** Checks the input of a prediction and says what will run; throws the 422. */
export function preparePrediction({ version }: Runnable, input: unknown, parts: ReplicateParts): Prepare {
  switch (version.program) {
    case 'flux-dev-lora':
      return preparePictures(parseBody(fluxDevLoraInputSchema, input, 'input'), null, parts);
    case 'trained-flux':
      return preparePictures(parseBody(trainedFluxInputSchema, input, 'input'), version.traits, parts);
    case 'llava':
      return prepareDescription(parseBody(llavaInputSchema, input, 'input'), parts);
    case 'flux-trainer':
      throw problems.versionInvalid();
  }
}
