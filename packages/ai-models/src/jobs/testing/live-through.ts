import { AiModelsError } from '../../errors/index.ts';
import { signTestWebhook } from '../../testing/sign-test-webhook.ts';
import { cancelTrainingJob } from '../../training/training-jobs.ts';
import { deliverWebhook } from './deliver-webhook.ts';
import { type Episode, webhookUrl } from './episode.ts';
import type { Happening, Lie } from './history.ts';
import { type CallFate, createWire, type OutsideCall } from './outside-calls.ts';
import { endLeases, type Task } from './task.ts';

/** Lets a history happen to one training. */
export async function liveThrough(
  episode: Episode,
  task: Task,
  id: string,
  happenings: readonly Happening[],
): Promise<void> {
  for (const happening of happenings) await happen(episode, task, id, happening);
}

async function happen(episode: Episode, task: Task, id: string, happening: Happening): Promise<void> {
  const { clock, simulators, webhooks } = episode;
  switch (happening.what) {
    case 'look':
      await Promise.all(
        ['one', 'other'].slice(0, happening.workers).map((name) => look(episode, task, id, name)),
      );
      return;
    case 'time passes':
      return clock.advance(happening.seconds * 1_000);
    case 'webhook': {
      const webhook = webhooks[happening.which % Math.max(1, webhooks.length)];
      for (let time = 0; webhook && time < happening.times; time += 1) await deliverWebhook(episode, webhook);
      return;
    }
    case 'forged webhook':
      return ringFalsely(episode, task, id, happening.lie);
    case 'crash':
      return crash(episode, task, id, happening);
    case 'leases run out':
      return endLeases(episode);
    case 'provider fails':
      return simulators.faults.add(happening.fault);
    case 'storage fails':
    case 'database fails': {
      const path = happening.what === 'storage fails' ? '/storage/v1/' : '/rest/v1/';
      let seen = 0;
      return look(episode, task, id, 'unlucky', ({ name }) => {
        if (name.includes(path)) seen += 1;
        if (!name.includes(path) || seen !== happening.atCall) return 'pass';
        return happening.isDone ? 'lose' : new Response('{"message":"upstream"}', { status: 503 });
      });
    }
    case 'cancel': {
      const context = await episode.openWorker({ name: 'canceller' });
      await cancelTrainingJob(context, id).catch(ignoreKnown);
      return;
    }
  }
}

/** What a worker does when its time has come; errors of ours are for its log. */
async function look(
  episode: Episode,
  task: Task,
  id: string,
  name: string,
  decide?: (call: OutsideCall) => CallFate,
): Promise<void> {
  const context = await episode.openWorker({ name, fetch: createWire(episode.fetch, decide).fetch });
  await task.work(context, id).catch(ignoreKnown);
}

function ignoreKnown(error: unknown): void {
  if (!AiModelsError.isInstance(error)) throw error;
}

/** The process ends at one of its calls, or comes to its end before. */
async function crash(
  episode: Episode,
  task: Task,
  id: string,
  { atCall, isSent }: Extract<Happening, { what: 'crash' }>,
): Promise<void> {
  const fate = isSent ? 'die-after' : 'die-before';
  const wire = createWire(episode.fetch, ({ number }) => (number === atCall ? fate : 'pass'));
  const context = await episode.openWorker({ name: 'mortal', fetch: wire.fetch });
  await Promise.race([task.work(context, id).catch(ignoreKnown), wire.killed]);
}

/** Nobody is told, and nothing changes. */
async function ringFalsely(episode: Episode, task: Task, id: string, lie: Lie): Promise<void> {
  const before = await readSignals(episode, task, id);
  const response = await deliverWebhook(episode, await forge(episode, lie));
  const isTold = lie === 'capability';
  if (response.status !== (isTold ? 202 : 401))
    throw new Error(`A false ${lie} was answered with ${response.status}.`);
  const after = await readSignals(episode, task, id);
  if (before !== after) throw new Error(`A webhook with a false ${lie} changed ${before} to ${after}.`);
}

async function readSignals({ world }: Episode, { table }: Task, id: string): Promise<string> {
  const rows = await world.query(`select * from public.${table} where id = $1`, [id]);
  return JSON.stringify(rows);
}

async function forge({ webhooks, simulators, clock }: Episode, lie: Lie): Promise<Request> {
  const real = webhooks.at(-1);
  const url = lie === 'capability' || !real ? `${webhookUrl}/replicate/${'x'.repeat(43)}` : real.url;
  const body = (await real?.clone().text()) ?? '{"status":"succeeded"}';
  const seconds = Math.floor(clock.now() / 1_000) - (lie === 'time' ? 3_600 : 0);
  const headers = await signTestWebhook({
    secret:
      lie === 'secret' ? `whsec_${btoa('not the secret of anybody')}` : simulators.replicate.webhookSecret,
    id: 'msg_1',
    sentAt: new Date(seconds * 1_000),
    body,
  });
  if (lie === 'signature') headers['webhook-signature'] = `v1,${btoa('x'.repeat(32))}`;
  return new Request(url, { method: 'POST', headers, body: lie === 'body' ? `${body} ` : body });
}
