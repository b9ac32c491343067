import {
  type IDataObject,
  type IExecuteFunctions,
  type INodeExecutionData,
  NodeOperationError,
} from 'n8n-workflow';
import { type ApiRequest, callApi, toNodeError, tryApi } from '../shared/call-api.ts';
import { createIdempotencyKey } from '../shared/idempotency-key.ts';
import { readText, toRecord } from '../shared/read-answer.ts';
import { waitUntil } from '../shared/wait-until.ts';
import { type Operation, type Resource, readSeconds, readString } from './operation.ts';
import { trainingFields } from './training-fields.ts';

const start: Operation = async (node, itemIndex) => {
  const pictures = readString(node, 'pictures', itemIndex);
  // One training for all items of the input, not one for each.
  if (pictures !== 'these' && itemIndex > 0) return [];
  const all = node.getInputData().map((_, item) => ({ item }));
  const brandId = readString(node, 'brandId', itemIndex);
  const outcome = await tryApi(node, {
    method: 'POST',
    path: '/training/start',
    brandId,
    body: { ...readWish(node, itemIndex), ...choosePictures(node, pictures, itemIndex) },
    idempotencyKey: createIdempotencyKey(node, itemIndex),
    itemIndex,
  });
  if ('failure' in outcome) {
    const isQuiet = node.getNodeParameter('nothingWhenTooFew', itemIndex, false) === true;
    if (isQuiet && outcome.failure.code === 'too_few_new_images') return [];
    throw toNodeError(node, outcome.failure, itemIndex);
  }
  const path = pathOf(readText(outcome.answer, 'jobId') ?? '');
  const json = describeJob(await callApi(node, { path, brandId, itemIndex }));
  return [pictures === 'these' ? { json } : { json, pairedItem: all }];
};

function choosePictures(node: IExecuteFunctions, pictures: string, itemIndex: number): IDataObject {
  if (pictures === 'new') return { autoDetectFromAssets: true };
  const ids =
    pictures === 'these'
      ? splitIds(node.getNodeParameter('assetIds', itemIndex, ''))
      : node.getInputData().flatMap(({ json }) => (typeof json.id === 'string' ? json.id : []));
  if (ids.length > 0) return { trainingAssetIds: ids };
  throw new NodeOperationError(node.getNode(), 'No pictures are named.', {
    description: 'Let items come from «Upload a picture», or name ids of pictures.',
    itemIndex,
  });
}

/** An expression gives a list, a person writes commas. */
const splitIds = (said: unknown): string[] =>
  (Array.isArray(said) ? said.map(String) : String(said).split(/[\s,]+/)).filter(Boolean);

function readWish(node: IExecuteFunctions, itemIndex: number): IDataObject {
  const { name, description, subjectKind, trainAnyway, ...config } = toRecord(
    node.getNodeParameter('options', itemIndex, {}),
  );
  const wish = { name, description, subjectKind, trainAnyway };
  return {
    modelType: readString(node, 'modelType', itemIndex),
    ...Object.fromEntries(Object.entries(wish).filter(([, value]) => value !== undefined && value !== '')),
    ...readConfig(config),
  };
}

function readConfig(config: IDataObject): IDataObject {
  const said = Object.entries(config).filter(([, value]) => value !== '');
  return said.length > 0 ? { config: Object.fromEntries(said) } : {};
}

const pathOf = (jobId: string): string => `/training/jobs/${encodeURIComponent(jobId)}`;

/** Called as the trigger calls it too, and with an answer to the first question that is asked of it. */
const describeJob = (job: IDataObject): IDataObject => ({
  ...job,
  jobId: job.id,
  isFinished: isFinished(job),
});

const isFinished = (job: IDataObject): boolean =>
  ['completed', 'failed', 'cancelled'].includes(readText(job, 'status') ?? '');

const toRequest = (node: IExecuteFunctions, itemIndex: number): ApiRequest => ({
  path: pathOf(readString(node, 'jobId', itemIndex)),
  brandId: readString(node, 'brandId', itemIndex),
  itemIndex,
});

const get: Operation = async (node, itemIndex) => [
  { json: describeJob(await callApi(node, toRequest(node, itemIndex))) },
];

/** For short trainings and for tests: a long one is better heard of by the trigger. */
const wait: Operation = async (node, itemIndex) => {
  const seen = await waitUntil(node, toRequest(node, itemIndex), {
    seconds: readSeconds(node, 'waitSeconds', itemIndex),
    everySeconds: readSeconds(node, 'everySeconds', itemIndex),
    isOver: isFinished,
  });
  const job = describeJob(seen);
  const hasFailed = isFinished(job) && readText(job, 'status') !== 'completed';
  if (hasFailed && node.getNodeParameter('failWithJob', itemIndex, true) === true) {
    throw jobFailed(node, job, itemIndex);
  }
  return [{ json: job }];
};

const jobFailed = (node: IExecuteFunctions, job: IDataObject, itemIndex: number) =>
  new NodeOperationError(
    node.getNode(),
    `Training ${job.jobId} has ${job.status === 'failed' ? 'failed' : 'been cancelled'}.`,
    {
      description: readText(job.error, 'message') ?? '',
      itemIndex,
    },
  );

const quote: Operation = async (node, itemIndex): Promise<INodeExecutionData[]> => {
  const { preset, steps } = toRecord(node.getNodeParameter('quoteOptions', itemIndex, {}));
  const answer = await callApi(node, {
    method: 'POST',
    path: '/training/quote',
    brandId: readString(node, 'brandId', itemIndex),
    body: {
      modelType: readString(node, 'modelType', itemIndex),
      ...readConfig({ ...(preset !== undefined && { preset }), ...(steps !== undefined && { steps }) }),
    },
    itemIndex,
  });
  return [{ json: answer }];
};

export const training: Resource = { operations: { start, get, wait, quote }, fields: trainingFields };
