import type {
  IDataObject,
  IExecuteFunctions,
  INode,
  INodeExecutionData,
  INodeParameters,
  INodeType,
  IPollFunctions,
} from 'n8n-workflow';
import { NodeHelpers } from 'n8n-workflow';
import { type Credentials, requestAs } from './n8n-credentials.ts';
import { createHttpRequest } from './n8n-http.ts';

/** One run of a node. */
export interface Run {
  readonly parameters?: INodeParameters;
  readonly credentials: Credentials;
  readonly items?: readonly INodeExecutionData[];
  readonly executionId?: string;
  readonly runIndex?: number;
  readonly continueOnFail?: boolean;
}

/** What a node finds as `this`; asking for what this stand-in has not is a failure of the test, not `undefined`. */
export const strict = <Shape extends object>(things: object): Shape =>
  new Proxy(things, {
    get: (target, name) => {
      if (name in target || typeof name === 'symbol') return Reflect.get(target, name);
      throw new Error(`The stand-in has no ${name}.`);
    },
  }) as Shape;

export const createNode = (type: INodeType, parameters: INodeParameters = {}): INode => ({
  id: `node-of-${type.description.name}`,
  name: type.description.displayName,
  type: `n8n-nodes-act.${type.description.name}`,
  typeVersion: 1,
  position: [0, 0],
  parameters,
});

/** Fills in defaults as n8n does, for the fields that are shown. */
function readParameters(type: INodeType, node: INode): INodeParameters {
  const { description } = type;
  return (
    NodeHelpers.getNodeParameters(description.properties, node.parameters, true, false, node, description) ??
    {}
  );
}

/** What every `this` has, whatever n8n calls the node for. */
export function createBase(type: INodeType, node: INode, credentials: Credentials) {
  const httpRequest = createHttpRequest();
  return {
    getNode: () => node,
    getWorkflow: () => ({ id: 'workflow-1', name: 'A workflow', active: true }),
    getCredentials: async () => credentials,
    parameters: readParameters(type, node),
    helpers: {
      httpRequest,
      httpRequestWithAuthentication: (_: string, options: Parameters<typeof httpRequest>[0]) =>
        requestAs(credentials, options, node),
    },
  };
}

/** Runs a node over items, as one step of a workflow. */
export async function runNode(type: INodeType, run: Run): Promise<INodeExecutionData[]> {
  const { credentials, executionId = 'execution-1', runIndex = 0 } = run;
  const items: readonly INodeExecutionData[] = run.items ?? [{ json: {} }];
  const node = createNode(type, run.parameters);
  const { helpers, parameters, ...base } = createBase(type, node, credentials);
  const binaryOf = (index: number, property: string) => {
    const found = items[index]?.binary?.[property];
    if (!found) throw new Error(`Item ${index} has no binary field ${property}.`);
    return found;
  };
  const context = strict<IExecuteFunctions>({
    ...base,
    getInputData: () => items,
    getExecutionId: () => executionId,
    getWorkflowDataProxy: () => ({ $runIndex: runIndex }),
    getExecutionCancelSignal: () => undefined,
    continueOnFail: () => run.continueOnFail === true,
    getNodeParameter: (name: string, index: number, fallback?: unknown) =>
      evaluate(parameters[name] ?? fallback, items[index]?.json ?? {}),
    helpers: strict({
      ...helpers,
      assertBinaryData: binaryOf,
      getBinaryDataBuffer: async (index: number, property: string) =>
        Buffer.from(binaryOf(index, property).data, 'base64'),
      prepareBinaryData: async (bytes: Buffer, fileName: string, mimeType: string) => ({
        data: bytes.toString('base64'),
        fileName,
        mimeType,
      }),
    }),
  });
  const output = await type.execute?.call(context);
  return Array.isArray(output) ? (output[0] ?? []) : [];
}

/** One look of a trigger that polls; `memory` is what n8n keeps between two. */
export async function pollNode(
  type: INodeType,
  { parameters, credentials, memory, mode = 'trigger' }: Run & { memory: IDataObject; mode?: string },
): Promise<IDataObject[]> {
  const node = createNode(type, parameters);
  const { helpers, parameters: values, ...base } = createBase(type, node, credentials);
  const context = strict<IPollFunctions>({
    ...base,
    helpers: strict(helpers),
    getMode: () => mode,
    getWorkflowStaticData: () => memory,
    getNodeParameter: (name: string, fallback?: unknown) => values[name] ?? fallback,
  });
  return ((await type.poll?.call(context)) ?? []).flat().map(({ json }) => json);
}

/** The one form of expression that the fields' own defaults have. */
function evaluate(value: unknown, json: IDataObject): unknown {
  const [, name] = (typeof value === 'string' && /^=\{\{ \$json\.(\w+) \}\}$/.exec(value)) || [];
  return name === undefined ? value : json[name];
}
