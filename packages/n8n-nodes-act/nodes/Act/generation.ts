import {
  type IDataObject,
  type IExecuteFunctions,
  type INodeExecutionData,
  NodeOperationError,
} from 'n8n-workflow';
import { callApi, trimAddress } from '../shared/call-api.ts';
import { createIdempotencyKey } from '../shared/idempotency-key.ts';
import { readNumber, readRecords, readText, toRecord } from '../shared/read-answer.ts';
import { waitUntil } from '../shared/wait-until.ts';
import { generationFields } from './generation-fields.ts';
import { type Operation, type Resource, readSeconds, readString } from './operation.ts';

const create: Operation = async (node, itemIndex) => {
  const brandId = readString(node, 'brandId', itemIndex);
  const asked = await callApi(node, {
    method: 'POST',
    path: '/generations',
    brandId,
    body: { prompt: readString(node, 'prompt', itemIndex), ...readWish(node, itemIndex) },
    idempotencyKey: createIdempotencyKey(node, itemIndex),
    itemIndex,
  });
  const seconds = readSeconds(node, 'waitSeconds', itemIndex);
  if (seconds === 0) return [{ json: asked }];
  const path = `/generations/${encodeURIComponent(readText(asked, 'id') ?? '')}`;
  const request = { path, brandId, itemIndex };
  const generation = await waitUntil(node, request, { seconds, everySeconds: 2, isOver: hasEnded });
  if (readText(generation, 'status') !== 'completed') throw notMade(node, generation, itemIndex);
  return handOn(node, generation, itemIndex);
};

const hasEnded = (generation: IDataObject): boolean =>
  ['completed', 'failed', 'cancelled'].includes(readText(generation, 'status') ?? '');

const notMade = (node: IExecuteFunctions, generation: IDataObject, itemIndex: number) =>
  new NodeOperationError(
    node.getNode(),
    hasEnded(generation)
      ? `Generation ${generation.id} has ${generation.status === 'failed' ? 'failed' : 'been cancelled'}.`
      : `Generation ${generation.id} is still being made; nothing is lost.`,
    {
      description: readText(generation.error, 'message') ?? 'Wait longer, or fetch it later by its ID.',
      itemIndex,
    },
  );

/** One item for each picture, with the picture itself where that was asked for. */
async function handOn(
  node: IExecuteFunctions,
  generation: IDataObject,
  itemIndex: number,
): Promise<INodeExecutionData[]> {
  const { id: generationId, modelId, prompt } = generation;
  const isDownloaded = node.getNodeParameter('downloadPictures', itemIndex, true) === true;
  const items: INodeExecutionData[] = [];
  for (const image of readRecords(generation, 'images')) {
    const json = { ...image, generationId, modelId, prompt };
    items.push(isDownloaded ? { json, binary: { data: await download(node, image, itemIndex) } } : { json });
  }
  return items;
}

/** The address comes out of an answer: it is opened only where it is the project's own, and without the robot's token. */
async function download(node: IExecuteFunctions, image: IDataObject, itemIndex: number) {
  const credentials = await node.getCredentials('actApi', itemIndex);
  const url = readText(image, 'url') ?? '';
  if (!URL.canParse(url) || new URL(url).origin !== new URL(trimAddress(credentials.supabaseUrl)).origin) {
    throw new NodeOperationError(node.getNode(), 'A picture lies at an address that is not the project’s.', {
      description:
        'Put the address that pictures are signed with into the credentials as «Supabase Address».',
      itemIndex,
    });
  }
  const bytes = await fetchBytes(node, url);
  const name = readText(image, 'path')?.split('/').at(-1) ?? 'picture';
  return node.helpers.prepareBinaryData(bytes, name, readText(image, 'contentType') ?? undefined);
}

async function fetchBytes(node: IExecuteFunctions, url: string): Promise<Buffer> {
  const bytes: unknown = await node.helpers.httpRequest({
    url,
    encoding: 'arraybuffer',
    disableFollowRedirect: true,
  });
  return bytes instanceof ArrayBuffer ? Buffer.from(bytes) : Buffer.from(bytes as Uint8Array);
}

const quote: Operation = async (node, itemIndex) => {
  const answer = await callApi(node, {
    method: 'POST',
    path: '/generations/quote',
    brandId: readString(node, 'brandId', itemIndex),
    body: readWish(node, itemIndex),
    itemIndex,
  });
  return [{ json: answer }];
};

function readWish(node: IExecuteFunctions, itemIndex: number): IDataObject {
  const options = toRecord(node.getNodeParameter('options', itemIndex, {}));
  const said = Object.entries(options).filter(([, value]) => value !== '');
  return {
    modelId: readString(node, 'modelId', itemIndex),
    numImages: readNumber({ count: node.getNodeParameter('numImages', itemIndex, 1) }, 'count') ?? 1,
    ...Object.fromEntries(said),
  };
}

export const generation: Resource = { operations: { create, quote }, fields: generationFields };
