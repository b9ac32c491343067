import { createServer, type IncomingHttpHeaders } from 'node:http';
import type {
  IDataObject,
  IHookFunctions,
  INodeExecutionData,
  INodeParameters,
  INodeType,
  IWebhookFunctions,
} from 'n8n-workflow';
import type { Credentials } from './n8n-credentials.ts';
import { createBase, createNode, strict } from './run-node.ts';

/** A call as it came in, to be made again. */
interface Call {
  readonly headers: IncomingHttpHeaders;
  readonly body: Buffer;
  readonly status: number;
}

/** n8n with one workflow that begins with a webhook trigger. */
export interface N8nServer extends AsyncDisposable {
  readonly address: string;
  /** What the trigger started the workflow with. */
  readonly executions: INodeExecutionData[][];
  /** Every call, with its answer. */
  readonly calls: Call[];
  readonly memory: () => IDataObject;
  activate(): Promise<void>;
  deactivate(): Promise<void>;
}

interface Workflow {
  readonly parameters?: INodeParameters;
  readonly credentials: Credentials;
}

export async function startN8n(
  type: INodeType,
  { parameters = {}, credentials }: Workflow,
): Promise<N8nServer> {
  const node = createNode(type, parameters);
  const { helpers, parameters: values, ...base } = createBase(type, node, credentials);
  const executions: INodeExecutionData[][] = [];
  const calls: Call[] = [];
  // As in a database: what cannot be written as JSON is lost.
  let saved = '{}';
  let isActive = false;
  const withMemory = async <Value>(use: (context: object) => Promise<Value>): Promise<Value> => {
    const memory: IDataObject = JSON.parse(saved);
    const context = {
      ...base,
      helpers: strict(helpers),
      getWorkflowStaticData: () => memory,
      getNodeWebhookUrl: () => address,
      getNodeParameter: (name: string, fallback?: unknown) => values[name] ?? fallback,
    };
    const value = await use(context);
    saved = JSON.stringify(memory);
    return value;
  };
  const { default: hooks } = type.webhookMethods ?? {};
  const hook = (name: 'checkExists' | 'create' | 'delete') =>
    withMemory(async (context) => hooks?.[name]?.call(strict<IHookFunctions>(context)));

  const server = createServer(async (incoming, outgoing) => {
    const chunks: Buffer[] = [];
    for await (const chunk of incoming) chunks.push(Buffer.from(chunk));
    const body = Buffer.concat(chunks);
    const answer = (status: number, said: unknown) => {
      calls.push({ headers: incoming.headers, body, status });
      outgoing.writeHead(status, { 'content-type': 'application/json' }).end(JSON.stringify(said));
    };
    if (!isActive) return answer(404, { message: 'The requested webhook is not registered.' });
    const request = { headers: incoming.headers, rawBody: body };
    let status = 200;
    const response = {
      status: (code: number) => {
        status = code;
        return response;
      },
      json: (said: unknown) => answer(status, said),
    };
    try {
      const result = await withMemory(async (context) =>
        type.webhook?.call(
          strict<IWebhookFunctions>({
            ...context,
            getRequestObject: () => request,
            getResponseObject: () => response,
            getHeaderData: () => incoming.headers,
          }),
        ),
      );
      if (result?.workflowData) executions.push(...result.workflowData);
      if (!result?.noWebhookResponse)
        answer(200, result?.webhookResponse ?? { message: 'Workflow was started' });
    } catch (error) {
      answer(500, String(error));
    }
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const bound = server.address();
  const address = `http://127.0.0.1:${typeof bound === 'object' ? bound?.port : 0}/webhook/1/webhook`;
  return {
    address,
    executions,
    calls,
    memory: () => JSON.parse(saved),
    activate: async () => {
      if (!(await hook('checkExists'))) await hook('create');
      isActive = true;
    },
    deactivate: async () => {
      await hook('delete');
      isActive = false;
    },
    [Symbol.asyncDispose]: async () => {
      server.closeAllConnections();
      await new Promise((closed) => server.close(closed));
    },
  };
}
