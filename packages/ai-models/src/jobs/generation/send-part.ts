import { noteIntent, noteOutcome } from '../../database/attempts.ts';
import { extendLease } from '../../database/leases.ts';
import { leaseLost } from '../../database/training-jobs.ts';
import { issueDoorbell } from '../../database/webhook-capabilities.ts';
import type { StartGenerationCall } from '../../providers/image-provider.ts';
import { addMilliseconds } from '../../shared/add-milliseconds.ts';
import { deliveryMs } from '../deadlines.ts';
import { openDelivery } from '../runs/delivery.ts';
import { describeRun, placeOf } from './generation-facts.ts';
import type { PartState } from './generation-parts.ts';
import type { PartWork } from './generation-work.ts';

/** The request is sent in the last moment in which it is certain that nobody else sends it. */
const sendingSeconds = 60;

/** Notes the intent, sends one paid request, notes what became of it. */
export async function sendPart(work: PartWork): Promise<PartState> {
  const { context, lease, generation, provider, part } = work;
  const call = await prepareCall(work, part.nextAttempt);
  const attempt = await noteIntent(
    context,
    { generation_id: generation.id },
    { attempt: part.nextAttempt, provider: provider.id },
  );
  if (!(await extendLease(context, lease, sendingSeconds))) throw leaseLost(lease);
  const result = await provider.startGeneration(call);
  await noteOutcome(context, attempt, result);
  if (result.outcome !== 'refused') return { state: 'waiting' };
  if (result.error.retryable) throw result.error;
  return { state: 'failed', error: result.error };
}

/** What is sent, complete with where to ring and where to deliver. */
export async function prepareCall(work: PartWork, number: number): Promise<StartGenerationCall> {
  const { context, generation, provider } = work;
  const run = await describeRun(work, number);
  const webhookUrl = await issueDoorbell(
    context,
    { generation_id: generation.id },
    { provider: provider.id, expiresAt: addMilliseconds(context.now(), 2 * deliveryMs) },
  );
  return {
    ...run,
    ...(webhookUrl !== null && { webhookUrl }),
    ...(provider.delivers === 'to storage' && {
      delivery: await openDelivery(context, placeOf(work, number)),
    }),
  };
}
