import { setTimeout as pause } from 'node:timers/promises';
import { demoPeople } from '@act/local-stack/testing';
import { type INodeExecutionData, NodeApiError } from 'n8n-workflow';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { testCredentials } from '../testing/n8n-credentials.ts';
import { startN8n } from '../testing/n8n-server.ts';
import { paintPictures } from '../testing/paint-pictures.ts';
import { createNode, pollNode, runNode } from '../testing/run-node.ts';
import { startWorld, type World } from '../testing/start-world.ts';
import { Act } from './Act/Act.node.ts';
import { ActNewPicturesTrigger } from './ActNewPicturesTrigger/ActNewPicturesTrigger.node.ts';
import { ActTrigger } from './ActTrigger/ActTrigger.node.ts';

const act = new Act();
const newPictures = new ActNewPicturesTrigger();
const node = createNode(act);
let world: World;
beforeAll(async () => {
  world = await startWorld();
});
afterAll(() => world?.[Symbol.asyncDispose]());

const until = async (isSo: () => boolean): Promise<void> => {
  const endsAt = Date.now() + 20_000;
  while (!isSo()) {
    if (Date.now() > endsAt) throw new Error('It did not come to that.');
    await pause(50);
  }
};
const jsonOf = (items: readonly INodeExecutionData[]) => items.map(({ json }) => json);
const refusalOf = (promise: Promise<unknown>): Promise<unknown> => promise.catch((error: unknown) => error);

it('signs in as a robot, and again when the session has ended', async () => {
  const robot = world.robot('ctMember');
  expect(await testCredentials(robot, node)).toMatchObject({ email: robot.email });
  const { accessToken } = robot;
  expect(accessToken.split('.')).toHaveLength(3);
  robot.accessToken = `${accessToken.slice(0, -8)}AAAAAAAA`;
  expect(
    await runNode(act, { credentials: robot, parameters: { resource: 'model', operation: 'getAll' } }),
  ).toEqual([]);
  expect(robot.accessToken).not.toContain('AAAAAAAA');
  const stranger = { ...world.robot('ctMember'), password: 'wrong' };
  expect(await refusalOf(testCredentials(stranger, node))).toMatchObject({ httpCode: '400' });
});

it('uploads, trains, waits, and makes pictures, and hears of the training from the engine', {
  timeout: 90_000,
}, async () => {
  const member = { credentials: world.robot('ctMember') };
  await using n8n = await startN8n(new ActTrigger(), { credentials: world.robot('ctAdmin') });
  await n8n.activate();

  const caption = '[brand] "logo" on a table';
  const uploaded = await runNode(act, {
    ...member,
    items: await paintPictures(3),
    parameters: { resource: 'picture', operation: 'upload', caption },
  });
  expect(jsonOf(uploaded)).toEqual(Array(3).fill(expect.objectContaining({ status: 'ready', caption })));
  expect(uploaded.map(({ pairedItem }) => pairedItem)).toEqual([{ item: 0 }, { item: 1 }, { item: 2 }]);

  const quote = { resource: 'training', operation: 'quote', quoteOptions: { preset: 'quick' } };
  expect(jsonOf(await runNode(act, { ...member, parameters: quote }))).toEqual([
    expect.objectContaining({ modelType: 'flux', estimatedCostUsd: expect.any(Number) }),
  ]);

  const start = {
    resource: 'training',
    operation: 'start',
    pictures: 'input',
    options: { preset: 'quick', name: 'logo' },
  };
  const started = await runNode(act, { ...member, items: uploaded, parameters: start });
  expect(started).toEqual([
    {
      json: expect.objectContaining({ jobId: expect.any(String), trainingAssetIds: expect.any(Array) }),
      pairedItem: [{ item: 0 }, { item: 1 }, { item: 2 }],
    },
  ]);
  const again = await runNode(act, { ...member, items: uploaded, parameters: start });
  expect(again[0]?.json.jobId).toBe(started[0]?.json.jobId);

  const wait = { resource: 'training', operation: 'wait', everySeconds: 1, waitSeconds: 60 };
  const [ended] = await runNode(act, { ...member, items: started, parameters: wait });
  expect(ended?.json).toMatchObject({ status: 'completed', isFinished: true, progress: 100 });
  expect(world.providers.runs().filter(({ kind }) => kind === 'training')).toHaveLength(1);

  await until(() => n8n.executions.length > 0);
  expect(n8n.executions).toEqual([
    [
      {
        json: expect.objectContaining({
          type: 'training.completed',
          jobId: started[0]?.json.jobId,
          modelId: 'logo-v1',
          brandId: 'creativetechnologists',
        }),
      },
    ],
  ]);

  const models = await runNode(act, { ...member, parameters: { resource: 'model', operation: 'getAll' } });
  expect(jsonOf(models)).toEqual([expect.objectContaining({ modelId: 'logo-v1' })]);
  const wish = { resource: 'generation', modelId: 'logo', numImages: 2 };
  expect(jsonOf(await runNode(act, { ...member, parameters: { ...wish, operation: 'quote' } }))).toEqual([
    expect.objectContaining({ imageCount: 2, estimatedCostUsd: expect.any(Number) }),
  ]);
  const make = {
    ...wish,
    operation: 'create',
    prompt: '[brand] on a billboard',
    options: { aspectRatio: '16:9' },
  };
  const made = await runNode(act, { ...member, parameters: make });
  expect(made).toHaveLength(2);
  for (const { json, binary } of made) {
    expect(json).toMatchObject({ contentType: 'image/png', modelId: 'logo-v1' });
    expect(
      Buffer.from(binary?.data?.data ?? '', 'base64')
        .subarray(1, 4)
        .toString(),
    ).toBe('PNG');
    expect(binary?.data?.fileName).toMatch(/\.png$/);
  }
  const elsewhere = { ...member.credentials, supabaseUrl: 'http://127.0.0.1:9' };
  expect(await refusalOf(runNode(act, { credentials: elsewhere, parameters: make }))).toMatchObject({
    message: expect.stringContaining('not the project’s'),
  });
});

it('says in the words of the interface why something is refused, and can go on', async () => {
  const member = { credentials: world.robot('acmeMember') };
  const missing = { resource: 'training', operation: 'get', jobId: '00000000-0000-4000-8000-000000000000' };
  const refusal = await refusalOf(runNode(act, { ...member, parameters: missing }));
  expect(refusal).toBeInstanceOf(NodeApiError);
  expect(refusal).toMatchObject({
    httpCode: '404',
    message: expect.stringMatching(/acmecompany has no training /),
    description: expect.stringContaining('(job_not_found)'),
  });
  expect(await runNode(act, { ...member, parameters: missing, continueOnFail: true })).toEqual([
    { json: { error: expect.stringContaining('acmecompany') }, pairedItem: { item: 0 } },
  ]);

  const start = { resource: 'training', operation: 'start', pictures: 'new' };
  expect(await runNode(act, { ...member, parameters: start })).toEqual([]);
  const loud = { ...start, nothingWhenTooFew: false };
  expect(await refusalOf(runNode(act, { ...member, parameters: loud }))).toMatchObject({
    description: expect.stringContaining('(too_few_new_images)'),
  });
  const viewer = { credentials: world.robot('acmeViewer') };
  expect(await refusalOf(runNode(act, { ...viewer, parameters: loud }))).toMatchObject({ httpCode: '403' });
  const away = { ...member.credentials, apiUrl: 'http://127.0.0.1:9' };
  expect(await refusalOf(runNode(act, { credentials: away, parameters: loud }))).toBeInstanceOf(NodeApiError);
});

it('reaches no other brand, whichever it names', async () => {
  const robot = { credentials: world.robot('acmeMember') };
  const list = { resource: 'model', operation: 'getAll', brandId: 'creativetechnologists' };
  expect(await refusalOf(runNode(act, { ...robot, parameters: list }))).toBeInstanceOf(NodeApiError);
  const several = { credentials: world.robot('freelancer') };
  const parameters = { resource: 'model', operation: 'getAll' };
  expect(await refusalOf(runNode(act, { ...several, parameters }))).toMatchObject({
    description: expect.stringContaining('(brand_required)'),
  });
  expect(await runNode(act, { ...several, parameters: { ...list, brandId: 'acmecompany' } })).toEqual([]);
});

it('tells when so many pictures are new, and not again until a training has taken them', async () => {
  const look = { credentials: world.robot('acmeMember'), memory: {}, parameters: { minimumNew: 2 } };
  expect(await pollNode(newPictures, look)).toEqual([]);
  await world.query(
    `insert into public.brand_assets (brand_id, user_id, name, file_url, status)
     select 'acmecompany', $1, 'picture', 'training-data/acmecompany/picture-' || number || '.jpg', 'ready'
     from generate_series(1, 2) as number`,
    [demoPeople.acmeMember.id],
  );
  expect(await pollNode(newPictures, look)).toEqual([
    expect.objectContaining({ newImages: 2, modelType: 'flux', trainingAssetIds: expect.any(Array) }),
  ]);
  expect(await pollNode(newPictures, look)).toEqual([]);
  expect(await pollNode(newPictures, { ...look, mode: 'manual' })).toHaveLength(1);
});

const endpoints = () =>
  world.query<{ address: string; kinds: string[] }>(
    `select address, kinds from public.webhook_endpoints where brand_id = 'techstartup'`,
  );

it('registers its webhook when the workflow is switched on, and removes it when it is switched off', async () => {
  const credentials = world.robot('techAdmin');
  await using n8n = await startN8n(new ActTrigger(), { credentials });
  await n8n.activate();
  const wanted = [{ address: n8n.address, kinds: ['training.completed', 'training.failed'] }];
  expect(await endpoints()).toEqual(wanted);
  const { secret } = n8n.memory();
  await n8n.activate();
  expect(n8n.memory().secret).toBe(secret);

  // Whoever switched it off in the studio wants it on again by switching the workflow on.
  await world.query(`update public.webhook_endpoints set is_enabled = false where brand_id = 'techstartup'`);
  await n8n.activate();
  expect(await endpoints()).toEqual(wanted);
  expect(n8n.memory().secret).not.toBe(secret);

  await n8n.deactivate();
  expect(await endpoints()).toEqual([]);
  expect(n8n.memory()).toEqual({});
  await n8n.deactivate();

  await using membersOwn = await startN8n(new ActTrigger(), { credentials: world.robot('techMember') });
  expect(await refusalOf(membersOwn.activate())).toMatchObject({ httpCode: '403' });
});

/** A notice as triggers of the database write it; the engine sends it. */
const tell = (kind: string, facts: object) =>
  world.query(
    `with told as (
       insert into public.notices (brand_id, kind, facts) values ('techstartup', $1, $2) returning id
     ) insert into public.notice_deliveries (brand_id, notice_id, channel, endpoint_id)
     select 'techstartup', told.id, 'webhook', endpoint.id from told, public.webhook_endpoints as endpoint
     where endpoint.brand_id = 'techstartup'`,
    [kind, facts],
  );

it('starts the workflow for a genuine call alone, and once for each', { timeout: 60_000 }, async () => {
  await using n8n = await startN8n(new ActTrigger(), { credentials: world.robot('techAdmin') });
  await n8n.activate();
  await tell('training.failed', { name: 'Bottles' });
  await until(() => n8n.executions.length > 0);
  const [genuine] = n8n.calls;
  if (!genuine) throw new Error('Nobody has called.');
  expect(genuine.status).toBe(200);

  const call = async (changes: { headers?: Record<string, string>; body?: string } = {}) => {
    const names = ['content-type', 'webhook-id', 'webhook-timestamp', 'webhook-signature'];
    const headers = Object.fromEntries(names.map((name) => [name, String(genuine.headers[name])]));
    const body = changes.body ?? genuine.body.toString();
    const answer = await fetch(n8n.address, {
      method: 'POST',
      headers: { ...headers, ...changes.headers },
      body,
    });
    return answer.status;
  };
  expect(await call()).toBe(200);
  expect(await call({ body: genuine.body.toString().replace('Bottles', 'Glasses') })).toBe(401);
  expect(await call({ body: ` ${genuine.body.toString()}` })).toBe(401);
  expect(await call({ headers: { 'webhook-id': 'msg_another' } })).toBe(401);
  expect(await call({ headers: { 'webhook-timestamp': '1700000000' } })).toBe(401);
  expect(await call({ headers: { 'webhook-signature': 'v1,' } })).toBe(401);
  expect(await call({ headers: { 'webhook-signature': '' } })).toBe(401);
  expect(n8n.executions).toHaveLength(1);

  const heard = n8n.calls.length;
  await tell('webhook.test', {});
  await until(() => n8n.calls.length > heard);
  expect(n8n.calls.at(-1)?.status).toBe(200);
  expect(n8n.executions).toHaveLength(1);

  await n8n.deactivate();
  expect(await call()).toBe(404);
});
