import { jobChangesSchema, jobStatuses, modelTypes } from '@act/ai-models/schemas';
import { z } from '@hono/zod-openapi';
import { idParams } from '../../answers/fields.ts';
import { flag, oneOrMore, pageOf, pageQuery } from '../../answers/page.ts';
import { trainingJobSchema } from '../../answers/training-job.ts';
import { empty, json } from '../answers.ts';
import { personRoute } from '../person-route.ts';
import { brandField } from '../request-fields.ts';

export const listTrainingJobs = personRoute({
  method: 'get',
  path: '/training/jobs',
  operationId: 'listTrainingJobs',
  area: 'Training',
  summary: 'Lists trainings, newest first.',
  query: z.strictObject({
    ...pageQuery,
    status: oneOrMore(z.enum(jobStatuses)).optional().openapi({ description: 'In one of these states.' }),
    name: z.string().min(1).max(120).optional().openapi({
      description: 'Those whose name contains this, in capitals or not.',
    }),
    modelType: z.enum(modelTypes).optional().openapi({ description: 'Of this base model.' }),
    deleted: flag.openapi({ description: 'Those that were deleted and can be restored, instead.' }),
  }),
  isTagged: true,
  answer: json('A page of trainings.', pageOf(trainingJobSchema).openapi('TrainingJobPage')),
  handle: ({ caller, query: { status: statuses, deleted: onlyDeleted, ...page } }) =>
    caller.ai.listTrainingJobs({ brandId: caller.brandId, ...page, statuses, onlyDeleted }),
});

export const getTrainingJob = personRoute({
  method: 'get',
  path: '/training/jobs/{id}',
  operationId: 'getTrainingJob',
  area: 'Training',
  summary: 'Gives a training as it is now.',
  params: idParams,
  isTagged: true,
  answer: json('The training.', trainingJobSchema),
  handle: ({ caller, params }) => caller.ai.getTrainingJob(params.id, { brandId: caller.brandId }),
});

export const updateTrainingJob = personRoute({
  method: 'patch',
  path: '/training/jobs/{id}',
  operationId: 'updateTrainingJob',
  area: 'Training',
  summary: 'Gives a training another name or description.',
  params: idParams,
  body: z.strictObject({ ...brandField, ...jobChangesSchema.shape }),
  example: { name: 'autumn-bags', description: 'Without the blurred ones.' },
  answer: json('The training as it is now.', trainingJobSchema),
  handle: ({ caller, params, body: { brandId: _, ...changes } }) =>
    caller.ai.updateTrainingJob(params.id, { ...changes, brandId: caller.brandId }),
});

export const deleteTrainingJob = personRoute({
  method: 'delete',
  path: '/training/jobs/{id}',
  operationId: 'deleteTrainingJob',
  area: 'Training',
  summary: 'Takes a training that has ended off the lists.',
  description: 'It can be restored for a while, unless it is deleted for ever, which only admins may do.',
  params: idParams,
  query: z.strictObject({ forever: flag }),
  refuses: [409],
  answer: empty('It is off the lists.'),
  handle: ({ caller, params, query }) =>
    caller.ai.deleteTrainingJob(params.id, { ...query, brandId: caller.brandId }),
});
