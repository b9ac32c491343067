import { describe, expect, it } from 'vitest';
import { answer, serveAnswers } from '../../shared/testing/serve-answers.ts';
import { quickly, standingStill } from '../testing/provider-world.ts';
import { sampleTrainingCall } from '../testing/sample-calls.ts';
import type { TrainingListing } from '../training-provider.ts';
import { destinationName } from './replicate-destinations.ts';
import { createReplicateProvider } from './replicate-provider.ts';
import { createReplicateWorld } from './testing/replicate-world.ts';

type World = Awaited<ReturnType<typeof createReplicateWorld>>;

/** Counts what the adapter asks for, and lets it through. */
function countingFetch() {
  const asked: string[] = [];
  const fetch: typeof globalThis.fetch = (input, init) => {
    asked.push(`${init?.method ?? 'GET'} ${new URL(String(input)).pathname.replace('/replicate/v1', '')}`);
    return globalThis.fetch(input, init);
  };
  return { asked, fetch };
}

const ask = ({ simulators }: World, path: string, body?: object) =>
  fetch(`${simulators.replicate.url}${path}`, {
    headers: { authorization: `Bearer ${simulators.replicate.token}`, 'content-type': 'application/json' },
    ...(body && { method: 'POST', body: JSON.stringify(body) }),
  });

describe('the destination', () => {
  it('is a private model of the brand, made once', async () => {
    const { asked, fetch } = countingFetch();
    await using world = await createReplicateWorld('training', { fetch });
    const first = await world.provider.training.startTraining(await world.createTrainingCall());
    const second = await world.provider.training.startTraining(
      await world.createTrainingCall({ runKey: 'training-2-1' }),
    );
    expect([first.outcome, second.outcome]).toEqual(['accepted', 'accepted']);
    expect(asked.filter((one) => one === 'GET /account')).toHaveLength(1);
    expect(asked.filter((one) => one === 'POST /models')).toHaveLength(1);
    const model = await (await ask(world, `/models/${world.username}/act-acme`)).json();
    expect(model).toMatchObject({ visibility: 'private' });
  });

  it('of two brands is never the same', async () => {
    await using world = await createReplicateWorld('training');
    for (const brandId of ['acme', 'acme2']) {
      const call = await world.createTrainingCall({ brandId, runKey: `training-${brandId}` });
      expect(await world.provider.training.startTraining(call)).toMatchObject({ outcome: 'accepted' });
    }
    const destinations = world.simulators.replicate.simulator.runs().map(({ destination }) => destination);
    expect(destinations).toEqual([`${world.username}/act-acme`, `${world.username}/act-acme2`]);
  });

  it('has a name that Replicate takes and that no other brand has', () => {
    expect(['acme', 'acme-', 'acme-x', 'a-b'].map(destinationName)).toEqual([
      'act-acme',
      'act-acme-.x',
      'act-acme-x',
      'act-a-b',
    ]);
  });

  it('can be made by two at once', async () => {
    await using world = await createReplicateWorld('training');
    const providers = [world.provider, createSecond(world)];
    const outcomes = await Promise.all(
      providers.map(async ({ training }, index) =>
        training.startTraining(await world.createTrainingCall({ runKey: `training-${index}` })),
      ),
    );
    expect(outcomes.map(({ outcome }) => outcome)).toEqual(['accepted', 'accepted']);
  });

  it('may be there already, unless everybody can see it', async () => {
    await using world = await createReplicateWorld('training');
    const owner = world.username;
    await ask(world, '/models', { owner, name: 'act-acme', visibility: 'public', hardware: 'gpu-t4' });
    const outcome = await world.provider.training.startTraining(await world.createTrainingCall());
    expect(outcome).toMatchObject({ outcome: 'refused', error: { failure: 'forbidden', fault: 'operator' } });
    expect(world.runs()).toHaveLength(0);
    await ask(world, '/models', { owner, name: 'act-beta', visibility: 'private', hardware: 'gpu-t4' });
    const other = await world.createTrainingCall({ brandId: 'beta' });
    expect(await world.provider.training.startTraining(other)).toMatchObject({ outcome: 'accepted' });
  });

  it('is made anew once it was gone', async () => {
    await using world = await createReplicateWorld('training');
    const { training } = world.provider;
    world.clock.setSpeed(standingStill);
    await training.startTraining(await world.createTrainingCall());
    const { url, token } = world.simulators.replicate;
    const removed = await world.simulators.fetch(`${url}/models/${world.username}/act-acme`, {
      method: 'DELETE',
      headers: { authorization: `Bearer ${token}` },
    });
    expect(removed.status).toBe(204);
    const again = await world.createTrainingCall({ runKey: 'training-2-1' });
    expect(await training.startTraining(again)).toMatchObject({
      outcome: 'refused',
      error: { failure: 'destination_missing', retryable: true },
    });
    expect(await training.startTraining(again)).toMatchObject({ outcome: 'accepted' });
  });

  it('costs nothing when it cannot be made', async () => {
    await using world = await createReplicateWorld('training');
    world.simulators.faults.add({ on: 'replicate.models.create', kind: 'status', status: 500 });
    const outcome = await world.provider.training.startTraining(await world.createTrainingCall());
    expect(outcome).toMatchObject({ outcome: 'refused', error: { failure: 'unavailable', retryable: true } });
    expect(world.runs()).toHaveLength(0);
  });

  it('belongs to another owner where the settings say so', async () => {
    const { asked, fetch } = countingFetch();
    await using world = await createReplicateWorld('training', { fetch, username: 'act-demo' });
    await world.provider.training.startTraining(await world.createTrainingCall());
    expect(asked).not.toContain('GET /account');
  });
});

const createSecond = ({ simulators }: World) =>
  createReplicateProvider({ apiToken: simulators.replicate.token, baseUrl: simulators.replicate.url });

describe('the version of the trainer', () => {
  it('is the latest, and is told', async () => {
    await using world = await createReplicateWorld('training');
    const outcome = await world.provider.training.startTraining(await world.createTrainingCall());
    expect(outcome).toMatchObject({
      trainerVersion:
        'ostris/flux-dev-lora-trainer:26dce37af90b9d997eeb970d92e47de3064d46c300504ae376c75bef6a9022d2',
    });
  });

  it('can be pinned, and may be gone', async () => {
    const trainerVersion = '4ffd32160efd92e956d39c5338a9b8fbafca58e03f791f6d8011f3e20e8ea6fa';
    await using world = await createReplicateWorld('training', { trainerVersion });
    const outcome = await world.provider.training.startTraining(await world.createTrainingCall());
    expect(outcome).toMatchObject({ trainerVersion: `ostris/flux-dev-lora-trainer:${trainerVersion}` });

    await using other = await createReplicateWorld('training', { trainerVersion: 'f'.repeat(64) });
    const refused = await other.provider.training.startTraining(await other.createTrainingCall());
    expect(refused).toMatchObject({
      outcome: 'refused',
      error: { failure: 'version_missing', fault: 'operator' },
    });
  });

  it.each(['flux', 'ostris/flux/x', 'ostris/flux:1', 'Ostris/Flux', '../account'])(
    'is not %s',
    (trainerModel) => {
      const create = () => createReplicateProvider({ apiToken: 'r8_x', trainerModel });
      expect(create).toThrow(expect.objectContaining({ code: 'not_configured' }));
    },
  );
});

it('sends the webhook, and asks to be told of the beginning and the end', async () => {
  await using world = await createReplicateWorld('training');
  world.clock.setSpeed(standingStill);
  const call = await world.createTrainingCall({ webhookUrl: 'https://act.example/webhooks/replicate/abc' });
  expect(await world.provider.training.startTraining(call)).toMatchObject({ outcome: 'accepted' });
  expect(world.simulators.replicate.simulator.runs()).toMatchObject([
    { webhook: { url: 'https://act.example/webhooks/replicate/abc', events: ['start', 'completed'] } },
  ]);
});

describe('the list', () => {
  it('finds a run on a later page, and looks no further than it must', async () => {
    const { asked, fetch } = countingFetch();
    await using world = await createReplicateWorld('training', { fetch });
    world.clock.setSpeed(standingStill);
    const { training } = world.provider;
    const since = new Date();
    const first = await training.startTraining(
      await world.createTrainingCall({ runKey: 'training-first-1' }),
    );
    const call = await world.createTrainingCall();
    for (let count = 0; count < 220; count += 1)
      await training.startTraining({ ...call, runKey: `training-${count}` });
    asked.length = 0;
    const found = await training.findTraining({ runKey: 'training-first-1', since });
    expect(first).toMatchObject({ outcome: 'accepted', handle: found });
    expect(asked).toHaveLength(3);
    asked.length = 0;
    const later = new Date(Date.now() + 60 * 60_000);
    expect(await training.findTraining({ runKey: 'training-first-1', since: later })).toBeNull();
    expect(asked).toHaveLength(1);
  });

  it('shows the state of each, newest first', async () => {
    await using world = await createReplicateWorld('training');
    const { training } = world.provider;
    world.clock.setSpeed(standingStill);
    await training.startTraining(await world.createTrainingCall({ runKey: 'training-1-1' }));
    await training.startTraining(await world.createTrainingCall({ runKey: 'training-2-1' }));
    const listings: TrainingListing[] = [];
    for await (const listing of training.listTrainings({ since: new Date() })) listings.push(listing);
    expect(listings).toMatchObject([
      { runKey: 'training-2-1', state: 'queued' },
      { runKey: 'training-1-1', state: 'queued' },
    ]);
    world.clock.setSpeed(quickly);
  });

  it('never leads to another host', async () => {
    await using other = await serveAnswers(answer(200, { results: [] }));
    await using server = await serveAnswers(
      answer(200, { next: `${other.url}/v1/trainings?cursor=x`, results: [] }),
    );
    const { training } = createReplicateProvider({ apiToken: 'r8_x', baseUrl: `${server.url}/v1` });
    const finding = training.findTraining({ runKey: 'training-1', since: new Date() });
    await expect(finding).rejects.toMatchObject({ failure: 'answer_invalid' });
    expect(other.requests).toHaveLength(0);
  });

  it('never leads out of the interface', async () => {
    await using server = await serveAnswers(answer(200, { next: '/v1/../admin', results: [] }));
    const { training } = createReplicateProvider({ apiToken: 'r8_x', baseUrl: `${server.url}/v1` });
    const finding = training.findTraining({ runKey: 'training-1', since: new Date() });
    await expect(finding).rejects.toMatchObject({ failure: 'answer_invalid' });
  });

  it('does not go round in circles', async () => {
    await using server = await serveAnswers(answer(200, { next: '/v1/trainings?cursor=x', results: [] }));
    const { training } = createReplicateProvider({ apiToken: 'r8_x', baseUrl: `${server.url}/v1` });
    expect(await training.findTraining({ runKey: 'training-1', since: new Date() })).toBeNull();
    expect(server.requests).toHaveLength(100);
  });
});

describe('an answer that is not what was agreed', () => {
  it('to a start may be a training: it is not sent again', async () => {
    await using server = await serveAnswers(
      answer(200, { latest_version: { id: 'a' } }),
      answer(200, { visibility: 'private' }),
      answer(201, { id: '../../account' }),
    );
    const { training } = createReplicateProvider({ apiToken: 'r8_x', baseUrl: server.url, username: 'act' });
    const outcome = await training.startTraining(sampleTrainingCall());
    expect(outcome).toMatchObject({ outcome: 'unknown', error: { failure: 'answer_invalid' } });
    expect(server.requests.map(({ method }) => method)).toEqual(['GET', 'GET', 'POST']);
  });
});
