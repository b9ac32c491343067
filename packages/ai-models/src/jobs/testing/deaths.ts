import { inspect } from 'node:util';
import type { Episode } from './episode.ts';
import { createWire, type OutsideCall } from './outside-calls.ts';
import { endLeases, finishTask, type Task, type TaskState } from './task.ts';

/** A moment at which a process can be killed. */
export interface Death {
  readonly call: OutsideCall;
  readonly fate: 'die-before' | 'die-after';
}

/** Whether everybody else can tell that a call was made. */
const changesSomething = ({ name }: OutsideCall) => !/^(GET|HEAD) /.test(name);

const ignore = () => undefined;

/** On a slow machine a lease is extended more often. */
const isCertain = ({ name, occurrence }: OutsideCall) => !name.endsWith('/extend_lease') || occurrence === 1;

/**
 * Works once in order, and lists the moments. Not all of them differ: the world after a call is the world before the next
 * one, and the world after a question is the world before it. `all` lists them nevertheless.
 */
export async function listDeaths(
  episode: Episode,
  task: Task,
  { all = false }: { all?: boolean } = {},
): Promise<Death[]> {
  const wire = createWire(episode.fetch);
  const warnings: unknown[] = [];
  const warn = (message: string, details: unknown) => void warnings.push(message, details);
  const logger = { debug: ignore, info: ignore, warn, error: warn };
  const context = await episode.openWorker({ fetch: wire.fetch, changes: { logger } });
  await finishTask(episode, context, task, await task.ask(context));
  if (warnings.length > 0) throw new Error(`It was not orderly: ${inspect(warnings, { depth: 5 })}`);
  return wire.calls.filter(isCertain).flatMap((call): Death[] => {
    if (all)
      return [
        { call, fate: 'die-before' },
        { call, fate: 'die-after' },
      ];
    return changesSomething(call) ? [{ call, fate: 'die-after' }] : [];
  });
}

/**
 * Whether a paid request had been noted by then, and not sent. Nobody can tell it from one that was lost on its way, so it
 * is not sent by itself.
 */
export function isBeforePaying(deaths: readonly Death[], { call, fate }: Death, isPayment: RegExp): boolean {
  const known = deaths.map((death) => death.call).filter(({ number }) => number <= call.number);
  const isLast = (name: RegExp) => known.findLast((one) => name.test(one.name))?.number ?? 0;
  const [noted, sent] = [isLast(/^POST \/rest\/v1\/provider_attempts$/), isLast(isPayment)];
  if (call.number === sent) return fate === 'die-before';
  return noted > sent && !(call.number === noted && fate === 'die-before');
}

/** The first worker is killed then; its lease runs out, and another one goes on to the end. */
export async function dieAt(
  episode: Episode,
  task: Task,
  { call, fate }: Death,
): Promise<TaskState & { id: string }> {
  const wire = createWire(episode.fetch, ({ name, occurrence }) =>
    name === call.name && occurrence === call.occurrence ? fate : 'pass',
  );
  const first = await episode.openWorker({ name: 'first', fetch: wire.fetch });
  const work = async () => finishTask(episode, first, task, await task.ask(first));
  const outlived = await Promise.race([work(), wire.killed]);
  if (outlived) throw new Error(`Nobody died at ${call.occurrence}. ${call.name}.`);
  await endLeases(episode);
  const second = await episode.openWorker({ name: 'second' });
  const id = await task.ask(second);
  return { id, ...(await finishTask(episode, second, task, id)) };
}
