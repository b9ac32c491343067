import type { IAllExecuteFunctions, IDataObject, INodePropertyOptions } from 'n8n-workflow';
import { callApi } from '../shared/call-api.ts';
import { readRecords, readText } from '../shared/read-answer.ts';
import { type Operation, type Resource, readSeconds, readString, showFor } from './operation.ts';

const pageSize = 100;

/** Newest first, page by page, as many as are wanted. */
async function listModels(
  node: IAllExecuteFunctions,
  { brandId, most, itemIndex = 0 }: { brandId: string; most: number; itemIndex?: number },
): Promise<IDataObject[]> {
  const models: IDataObject[] = [];
  let cursor: string | null = null;
  do {
    const query: IDataObject = { limit: Math.min(pageSize, most - models.length), ...(cursor && { cursor }) };
    const page: IDataObject = await callApi(node, { path: '/models', brandId, query, itemIndex });
    models.push(...readRecords(page, 'items'));
    cursor = readText(page, 'nextCursor');
  } while (cursor !== null && models.length < most);
  return models;
}

const getAll: Operation = async (node, itemIndex) => {
  const isAll = node.getNodeParameter('returnAll', itemIndex, false) === true;
  const most = isAll ? Number.POSITIVE_INFINITY : readSeconds(node, 'limit', itemIndex);
  const brandId = readString(node, 'brandId', itemIndex);
  return (await listModels(node, { brandId, most, itemIndex })).map((json) => ({ json }));
};

/** For choosing one: each version, and the words that stand for one. */
export async function listModelChoices(
  node: IAllExecuteFunctions,
  brandId: string,
): Promise<INodePropertyOptions[]> {
  const models = await listModels(node, { brandId, most: 500 });
  const ids = models.flatMap((model) => readText(model, 'modelId') ?? []);
  const names = [...new Set(models.flatMap((model) => readText(model, 'name') ?? []))];
  return [
    ...names.map((name) => ({ name: `${name} (Its Live Version)`, value: name })),
    ...ids.map((id) => ({ name: id, value: id })),
  ];
}

export const model: Resource = {
  operations: { getAll },
  fields: [
    {
      displayName: 'Operation',
      name: 'operation',
      type: 'options',
      noDataExpression: true,
      displayOptions: { show: { resource: ['model'] } },
      options: [
        {
          name: 'Get Many',
          value: 'getAll',
          description: 'Get the models that were trained, newest first',
          action: 'Get many models',
        },
      ],
      default: 'getAll',
    },
    {
      displayName: 'Return All',
      name: 'returnAll',
      type: 'boolean',
      default: false,
      displayOptions: showFor('model', 'getAll'),
      description: 'Whether to return all results or only up to a given limit',
    },
    {
      displayName: 'Limit',
      name: 'limit',
      type: 'number',
      typeOptions: { minValue: 1 },
      default: 50,
      displayOptions: { show: { resource: ['model'], operation: ['getAll'], returnAll: [false] } },
      description: 'Max number of results to return',
    },
  ],
};
