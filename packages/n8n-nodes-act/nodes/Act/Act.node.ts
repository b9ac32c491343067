import {
  type IExecuteFunctions,
  type ILoadOptionsFunctions,
  type INodeExecutionData,
  type INodeType,
  type INodeTypeDescription,
  NodeConnectionTypes,
  NodeOperationError,
} from 'n8n-workflow';
import { brandField } from '../shared/brand-field.ts';
import { generation } from './generation.ts';
import { listModelChoices, model } from './model.ts';
import type { Operation, Resource } from './operation.ts';
import { picture } from './picture.ts';
import { training } from './training.ts';

const resources: Readonly<Record<string, Resource>> = { generation, model, picture, training };

export class Act implements INodeType {
  description: INodeTypeDescription = {
    displayName: 'ACT',
    name: 'act',
    icon: { light: 'file:../../icons/act.svg', dark: 'file:../../icons/act.dark.svg' },
    group: ['transform'],
    version: 1,
    subtitle: '={{ $parameter["operation"] + ": " + $parameter["resource"] }}',
    description: "Train image models of a brand's pictures and make pictures with them",
    defaults: { name: 'ACT' },
    usableAsTool: true,
    inputs: [NodeConnectionTypes.Main],
    outputs: [NodeConnectionTypes.Main],
    credentials: [{ name: 'actApi', required: true }],
    properties: [
      {
        displayName: 'Resource',
        name: 'resource',
        type: 'options',
        noDataExpression: true,
        options: [
          { name: 'Generation', value: 'generation' },
          { name: 'Model', value: 'model' },
          { name: 'Picture', value: 'picture' },
          { name: 'Training', value: 'training' },
        ],
        default: 'training',
      },
      ...generation.fields,
      ...model.fields,
      ...picture.fields,
      ...training.fields,
      brandField,
    ],
  };

  methods = {
    loadOptions: {
      getModels(this: ILoadOptionsFunctions) {
        return listModelChoices(this, String(this.getCurrentNodeParameter('brandId') ?? '').trim());
      },
    },
  };

  async execute(this: IExecuteFunctions): Promise<INodeExecutionData[][]> {
    const output: INodeExecutionData[] = [];
    for (const itemIndex of this.getInputData().keys()) {
      try {
        const made = await findOperation(this, itemIndex)(this, itemIndex);
        output.push(...made.map((item) => ({ pairedItem: { item: itemIndex }, ...item })));
      } catch (error) {
        const failure =
          error instanceof Error
            ? error
            : new NodeOperationError(this.getNode(), String(error), { itemIndex });
        if (!this.continueOnFail()) throw failure;
        output.push({ json: { error: failure.message }, pairedItem: { item: itemIndex } });
      }
    }
    return [output];
  }
}

function findOperation(node: IExecuteFunctions, itemIndex: number): Operation {
  const resource = String(node.getNodeParameter('resource', itemIndex));
  const name = String(node.getNodeParameter('operation', itemIndex));
  const operation = resources[resource]?.operations[name];
  if (operation) return operation;
  throw new NodeOperationError(node.getNode(), `There is no operation ${name} of ${resource}.`, {
    itemIndex,
  });
}
