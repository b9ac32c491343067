import type { IExecuteFunctions, INodeExecutionData, INodeProperties } from 'n8n-workflow';

/** What one operation does for one item of the input. */
export type Operation = (node: IExecuteFunctions, itemIndex: number) => Promise<INodeExecutionData[]>;

/** A group of operations, and what can be said to them. */
export interface Resource {
  readonly fields: readonly INodeProperties[];
  readonly operations: Readonly<Record<string, Operation>>;
}

/** Shows a field to these operations of a resource alone. */
export const showFor = (resource: string, ...operation: string[]) => ({
  show: { resource: [resource], operation },
});

export const readString = (node: IExecuteFunctions, name: string, itemIndex: number): string =>
  String(node.getNodeParameter(name, itemIndex, '') ?? '').trim();

export const readSeconds = (node: IExecuteFunctions, name: string, itemIndex: number): number =>
  Number(node.getNodeParameter(name, itemIndex, 0));
