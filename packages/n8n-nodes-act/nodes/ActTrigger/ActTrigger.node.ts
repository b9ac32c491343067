import {
  type IHookFunctions,
  type INodeType,
  type INodeTypeDescription,
  type IWebhookFunctions,
  type IWebhookResponseData,
  NodeConnectionTypes,
  NodeOperationError,
} from 'n8n-workflow';
import { brandField } from '../shared/brand-field.ts';
import { readText } from '../shared/read-answer.ts';
import { checkWebhook } from './check-webhook.ts';
import { isRegistered, type Memory, register, unregister, type Wish } from './endpoint.ts';
import { readRawBody } from './raw-body.ts';

/** A call that failed is repeated for a day, each time under the same id. */
const rememberedCalls = 500;

export class ActTrigger implements INodeType {
  description: INodeTypeDescription = {
    displayName: 'ACT Trigger',
    name: 'actTrigger',
    icon: { light: 'file:../../icons/act.svg', dark: 'file:../../icons/act.dark.svg' },
    group: ['trigger'],
    version: 1,
    subtitle: '={{ $parameter["kinds"].join(", ") }}',
    description: 'Starts the workflow when a training has finished, and at other notices of a brand',
    defaults: { name: 'ACT Trigger' },
    inputs: [],
    outputs: [NodeConnectionTypes.Main],
    credentials: [{ name: 'actApi', required: true }],
    webhooks: [{ name: 'default', httpMethod: 'POST', responseMode: 'onReceived', path: 'webhook' }],
    properties: [
      {
        displayName: 'Events',
        name: 'kinds',
        type: 'multiOptions',
        required: true,
        options: [
          { name: 'Budget Low', value: 'budget.low' },
          { name: 'Enough New Pictures', value: 'pictures.enough' },
          { name: 'Generation Completed', value: 'generation.completed' },
          { name: 'Generation Failed', value: 'generation.failed' },
          { name: 'Pictures Rejected', value: 'pictures.rejected' },
          { name: 'Training Cancelled', value: 'training.cancelled' },
          { name: 'Training Completed', value: 'training.completed' },
          { name: 'Training Failed', value: 'training.failed' },
        ],
        default: ['training.completed', 'training.failed'],
        description: 'A training has finished when it is completed or has failed',
      },
      brandField,
    ],
  };

  webhookMethods = {
    default: {
      checkExists(this: IHookFunctions): Promise<boolean> {
        return isRegistered(this, readWish(this), memoryOf(this));
      },
      async create(this: IHookFunctions): Promise<boolean> {
        await register(this, readWish(this), memoryOf(this));
        return true;
      },
      async delete(this: IHookFunctions): Promise<boolean> {
        await unregister(this, readWish(this).brandId, memoryOf(this));
        return true;
      },
    },
  };

  async webhook(this: IWebhookFunctions): Promise<IWebhookResponseData> {
    const memory = memoryOf(this);
    const body = await readRawBody(this.getRequestObject());
    const verdict = checkWebhook({
      headers: this.getHeaderData(),
      body,
      secret: memory.secret ?? '',
      now: new Date(),
    });
    if (!verdict.isGenuine) {
      this.getResponseObject().status(401).json({ error: verdict.reason });
      return { noWebhookResponse: true };
    }
    const { id, event } = verdict;
    const { heard = [] } = memory;
    const isWanted = readWish(this).kinds.includes(readText(event, 'type') ?? '');
    // Answered with 200 and done with: a repetition, and a call that a person sent to try the address.
    if (heard.includes(id) || !isWanted) return { webhookResponse: 'ok' };
    memory.heard = [...heard, id].slice(-rememberedCalls);
    const { data, ...rest } = event;
    return { workflowData: [[{ json: { ...rest, ...(typeof data === 'object' && data), webhookId: id } }]] };
  }
}

const memoryOf = (node: IHookFunctions | IWebhookFunctions): Memory => node.getWorkflowStaticData('node');

function readWish(node: IHookFunctions | IWebhookFunctions): Wish {
  const kinds = node.getNodeParameter('kinds', []);
  const address = node.getNodeWebhookUrl('default');
  if (!address) throw new NodeOperationError(node.getNode(), 'n8n gave this workflow no address.');
  return {
    address,
    kinds: Array.isArray(kinds) ? kinds.map(String) : [],
    brandId: String(node.getNodeParameter('brandId', '')).trim(),
  };
}
