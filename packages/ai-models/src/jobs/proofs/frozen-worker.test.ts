import { isFullRun } from '@act/local-stack/testing';
import { expect, it } from 'vitest';
import { findLosses } from '../testing/check-nothing-lost.ts';
import { type Death, listDeaths } from '../testing/deaths.ts';
import { deliverWebhook } from '../testing/deliver-webhook.ts';
import { beginEpisode, type Episode } from '../testing/episode.ts';
import { createJobWorld } from '../testing/job-world.ts';
import { createWire } from '../testing/outside-calls.ts';
import { pickSome } from '../testing/pick-some.ts';
import { reconcile } from '../testing/reconcile.ts';
import { endLeases, finishTask, readTask, type Task, trainingTask } from '../testing/task.ts';

/** What only tells people, or tidies up, is left to the long run. */
const isWorthwhile = ({ call }: Death) =>
  isFullRun() || !/take_lease|training_(events|metrics)|datasets|archives|deleted_files/.test(call.name);

it('changes nothing when it wakes up, whatever it was about to do', { timeout: 900_000 }, async () => {
  await using world = await createJobWorld();
  await using start = await beginEpisode(world);
  const places = (await listDeaths(start, trainingTask(world))).filter(isWorthwhile);
  expect(places.length).toBeGreaterThan(10);
  for (const { call } of pickSome(places, 3)) {
    await using episode = await beginEpisode(world);
    const about = `frozen before ${call.occurrence}. ${call.name}`;
    const { id, before, after } = await freezeAt(episode, trainingTask(world), call);
    expect({ ...after, about }, about).toEqual({ ...before, about });
    if (before.status === 'failed') {
      expect(before, about).toMatchObject({ error_code: 'outcome_unknown' });
      await ringAtTheEnd(episode, id);
    }
    const paid = await world.query(
      'select id from public.provider_attempts where job_id = $1 and provider_job_id is not null',
      [id],
    );
    expect(episode.simulators.runs(), about).toHaveLength(paid.length);
    await reconcile(episode);
    expect(await findLosses(episode), about).toEqual([]);
  }
});

/** It was about to send what costs, and did so after others had stopped to look for it: the pictures are gone by then. */
async function ringAtTheEnd(episode: Episode, id: string): Promise<void> {
  await episode.clock.advance(10 * 60_000);
  for (const webhook of episode.webhooks) await deliverWebhook(episode, webhook);
  const context = await episode.openWorker({ name: 'third' });
  const { status } = await finishTask(episode, context, trainingTask(episode.world), id);
  expect(status).toBe('failed');
  expect(episode.simulators.runs().filter(({ state }) => state !== 'failed')).toEqual([]);
}

/** One worker stands still; another one takes over and goes on to the end; then the first one goes on where it stood. */
async function freezeAt(episode: Episode, task: Task, call: Death['call']) {
  const wire = createWire(episode.fetch, ({ name, occurrence }) =>
    name === call.name && occurrence === call.occurrence ? 'freeze' : 'pass',
  );
  const first = await episode.openWorker({ name: 'first', fetch: wire.fetch });
  const work = (async () => finishTask(episode, first, task, await task.ask(first)))().then(
    () => 'ended',
    (error: unknown) => (error instanceof Error ? error.message : error),
  );
  await Promise.race([
    wire.frozen,
    work.then((outcome) => Promise.reject(new Error(`Nobody froze: ${outcome}`))),
  ]);
  await endLeases(episode);
  const second = await episode.openWorker({ name: 'second' });
  const id = await task.ask(second);
  const before = await finishTask(episode, second, task, id);
  wire.thaw();
  await work;
  return { id, before, after: await readTask(episode, task, id) };
}
