import { type IDataObject, type IHookFunctions, NodeApiError } from 'n8n-workflow';
import { callApi, toNodeError, tryApi } from '../shared/call-api.ts';
import { readRecords, readText, readTexts } from '../shared/read-answer.ts';

/** What the node keeps between calls, in the workflow's own data. */
export interface Memory extends IDataObject {
  /** Of the webhook that was made at the interface. */
  endpointId?: string;
  /** What its calls are signed with. */
  secret?: string;
  /** Ids of calls that were heard, the newest last. */
  heard?: string[];
}

/** Where calls are to arrive, and which. */
export interface Wish {
  readonly address: string;
  readonly kinds: readonly string[];
  readonly brandId: string;
}

const path = '/notices/webhooks';

/** The webhooks of the brand that call this address. */
async function listOurs(node: IHookFunctions, { address, brandId }: Wish): Promise<IDataObject[]> {
  const answer = await callApi(node, { path, brandId });
  return readRecords(answer, 'items').filter((endpoint) => endpoint.address === address);
}

/** Whether the webhook is there as it is wanted, is called, and its secret is known. */
export async function isRegistered(node: IHookFunctions, wish: Wish, memory: Memory): Promise<boolean> {
  const { endpointId, secret } = memory;
  if (!endpointId || !secret) return false;
  const ours = (await listOurs(node, wish)).find(({ id }) => id === endpointId);
  const kinds = readTexts(ours, 'kinds');
  return (
    ours?.isEnabled === true &&
    kinds.length === wish.kinds.length &&
    wish.kinds.every((kind) => kinds.includes(kind))
  );
}

/** Makes the webhook. Others at this address are left over from before: nobody knows their secrets any more. */
export async function register(node: IHookFunctions, wish: Wish, memory: Memory): Promise<void> {
  const { address, kinds, brandId } = wish;
  for (const { id } of await listOurs(node, wish)) await remove(node, { brandId, id: String(id) });
  const made = await callApi(node, { method: 'POST', path, brandId, body: { address, kinds: [...kinds] } });
  const [endpointId, secret] = [readText(made, 'id'), readText(made, 'secret')];
  if (endpointId === null || secret === null) {
    throw new NodeApiError(node.getNode(), {}, { message: 'The interface made a webhook without a secret.' });
  }
  Object.assign(memory, { endpointId, secret });
}

/** Ends the calls, and forgets the secret. One that is gone already was removed by a person. */
export async function unregister(node: IHookFunctions, brandId: string, memory: Memory): Promise<void> {
  const { endpointId } = memory;
  if (endpointId) await remove(node, { brandId, id: endpointId });
  delete memory.endpointId;
  delete memory.secret;
}

async function remove(node: IHookFunctions, { brandId, id }: { brandId: string; id: string }): Promise<void> {
  const outcome = await tryApi(node, {
    method: 'DELETE',
    path: `${path}/${encodeURIComponent(id)}`,
    brandId,
  });
  if ('failure' in outcome && outcome.failure.httpCode !== '404') throw toNodeError(node, outcome.failure);
}
