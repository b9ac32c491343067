import { idParams } from '../../answers/fields.ts';
import { trainingJobSchema } from '../../answers/training-job.ts';
import { json } from '../answers.ts';
import { personRoute } from '../person-route.ts';

export const cancelTrainingJob = personRoute({
  method: 'post',
  path: '/training/jobs/{id}/cancel',
  operationId: 'cancelTrainingJob',
  area: 'Training',
  summary: 'Ends a training.',
  description: 'Its run is ended at the provider first, so it may take a while until the state says so.',
  params: idParams,
  refuses: [409],
  answer: json('The training, with the wish in it.', trainingJobSchema),
  handle: ({ caller, params }) => caller.ai.cancelTrainingJob(params.id, { brandId: caller.brandId }),
});

export const retryTrainingJob = personRoute({
  method: 'post',
  path: '/training/jobs/{id}/retry',
  operationId: 'retryTrainingJob',
  area: 'Training',
  summary: 'Tries a training again that failed or was cancelled.',
  description: 'A new training with the same pictures; weights that the provider still has are only saved.',
  params: idParams,
  isCostly: true,
  answer: json('The new training; the same one, however often this is sent.', trainingJobSchema, 201),
  handle: ({ caller, params, idempotencyKey, request }) =>
    caller.ai.retryTrainingJob(params.id, {
      brandId: caller.brandId,
      idempotencyKey,
      signal: request.signal,
    }),
});

export const restoreTrainingJob = personRoute({
  method: 'post',
  path: '/training/jobs/{id}/restore',
  operationId: 'restoreTrainingJob',
  area: 'Training',
  summary: 'Puts a deleted training back on the lists.',
  params: idParams,
  answer: json('The training.', trainingJobSchema),
  handle: ({ caller, params }) => caller.ai.restoreTrainingJob(params.id, { brandId: caller.brandId }),
});
