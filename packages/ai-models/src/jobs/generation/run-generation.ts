import { moveGeneration } from '../../database/generations.ts';
import { AiModelsError } from '../../errors/index.ts';
import { generationDeadlineMs, isPast, timeAfter } from '../deadlines.ts';
import { atOnce, later, type Step } from '../step.ts';
import { failGeneration } from './end-generation.ts';
import { modelsOf, painterOf, partsOf } from './generation-facts.ts';
import type { PartState } from './generation-parts.ts';
import type { GenerationWork } from './generation-work.ts';
import { takePart } from './take-part.ts';

export async function beginGeneration(work: GenerationWork): Promise<Step> {
  const { context, lease, generation } = work;
  const begunBy = timeAfter(new Date(generation.created_at), generationDeadlineMs('pending'));
  if (isPast(begunBy, context.now())) return failGeneration(work, neverBegun());
  const [model] = await modelsOf({ context, generation });
  await moveGeneration(context, lease, ['pending', 'running'], {
    provider: painterOf(context, generation, model).id,
    deadline_at: timeAfter(context.now(), generationDeadlineMs('running')),
  });
  return atOnce;
}

/** Sends what was not sent, asks about what runs, and goes on once every part has ended. */
export async function runGeneration(work: GenerationWork): Promise<Step> {
  const { context, lease, generation, signal } = work;
  const { parts } = await partsOf(work);
  const states: PartState[] = [];
  for (const part of parts) {
    signal.throwIfAborted();
    states.push(await takePart(part, parts.length));
  }
  const isOpen = ({ state }: PartState) => ['waiting', 'queued', 'running'].includes(state);
  if (states.some(isOpen)) {
    if (isPast(generation.deadline_at, context.now())) return endOverdue(work);
    const ended = states.filter((state) => !isOpen(state)).length;
    await moveGeneration(context, lease, ['running', 'running'], {
      progress: Math.floor((90 * ended) / parts.length),
    });
    return later(context.now, context.pollIntervalMs);
  }
  if (states.some(({ state }) => state === 'succeeded')) {
    await moveGeneration(context, lease, ['running', 'saving'], {
      progress: 90,
      deadline_at: timeAfter(context.now(), generationDeadlineMs('saving')),
    });
    return atOnce;
  }
  const failed = states.find((one) => one.state === 'failed');
  return failGeneration(work, failed?.state === 'failed' ? failed.error : endedElsewhere());
}

async function endOverdue(work: GenerationWork): Promise<Step> {
  const { provider, parts } = await partsOf(work);
  for (const { part } of parts) {
    const { last } = part;
    if (last?.provider_job_id == null) continue;
    await provider.cancelGeneration({ providerJobId: last.provider_job_id }, { signal: work.signal });
  }
  return failGeneration(
    work,
    new AiModelsError({
      code: 'deadline_passed',
      message: 'The pictures were not done in time, and the request was stopped.',
      hint: 'Ask again.',
    }),
  );
}

const neverBegun = () =>
  new AiModelsError({
    code: 'deadline_passed',
    message: 'Nobody began with the pictures within a day. Nothing was paid for them.',
    hint: 'Ask again.',
  });

const endedElsewhere = () =>
  new AiModelsError({
    code: 'cancelled',
    message: 'The request was ended at the provider.',
    hint: 'Ask again.',
  });
