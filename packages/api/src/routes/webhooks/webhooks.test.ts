import { createHash, randomBytes } from 'node:crypto';
import { signTestWebhook } from '@act/ai-models/testing';
import { expect, it } from 'vitest';
import { fillBrand } from '../../testing/fill-brand.ts';
import { refusalOf, startApi, webhookSecret } from '../../testing/start-api.ts';

const brand = 'creativetechnologists';

async function prepare() {
  const test = await startApi();
  const { runningJobId } = await fillBrand(test, brand, 'ctMember');
  const capability = randomBytes(32).toString('base64url');
  const issue = (provider: string, word: string) =>
    test.sql(
      `insert into public.webhook_capabilities (token_hash, brand_id, job_id, provider, expires_at)
       values ($1, $2, $3, $4, now() + interval '1 hour')`,
      [createHash('sha256').update(word).digest('hex'), brand, runningJobId, provider],
    );
  await issue('replicate', capability);
  const isRung = async () => {
    const [job] = await test.sql<{ due_at: Date | null }>(
      'select due_at from public.lora_training_jobs where id = $1',
      [runningJobId],
    );
    return job?.due_at != null;
  };
  const body = JSON.stringify({
    id: 'abc123',
    status: 'succeeded',
    output: { weights: 'https://evil.test/w' },
  });
  const send = async (path: string, secret: string | null = webhookSecret) =>
    test.send(null, path, {
      method: 'POST',
      body,
      headers:
        secret === null ? { 'content-type': 'application/json' } : await signTestWebhook({ secret, body }),
    });
  return { test, capability, issue, isRung, send };
}

it.each([
  ['the address of the run', (word: string) => `/webhooks/replicate/${word}`],
  [
    'the address of the founding document',
    (word: string) => `/webhook/replicate-training?capability=${word}`,
  ],
])('hears a genuine webhook at %s, and wakes the engine', async (_, pathOf) => {
  const { test, capability, isRung, send } = await prepare();
  await using __ = test;
  const answer = await send(pathOf(capability));
  expect([answer.status, await answer.text()]).toEqual([202, '']);
  expect(await isRung()).toBe(true);
});

it('lets nobody ring whose signature is wrong, old or missing', async () => {
  const { test, capability, isRung, send } = await prepare();
  await using _ = test;
  const forged = 'whsec_C2FVsBQIhrscChlQIMV+b5sSYspob7oD';
  for (const path of [
    `/webhooks/replicate/${capability}`,
    `/webhook/replicate-training?capability=${capability}`,
    '/webhook/replicate-training',
  ]) {
    expect(await refusalOf(await send(path, forged))).toEqual([401, 'webhook_invalid']);
    expect(await refusalOf(await send(path, null))).toEqual([401, 'webhook_invalid']);
  }
  const old = await signTestWebhook({
    secret: webhookSecret,
    body: '{}',
    sentAt: new Date(Date.now() - 600_000),
  });
  const replayed = await test.send(null, `/webhooks/replicate/${capability}`, {
    method: 'POST',
    body: '{}',
    headers: old,
  });
  expect(replayed.status).toBe(401);
  expect(await isRung()).toBe(false);
});

it('does not say whether there is such a run, and rings for nothing without a capability', async () => {
  const { test, isRung, send } = await prepare();
  await using _ = test;
  expect((await send(`/webhooks/replicate/${randomBytes(32).toString('base64url')}`)).status).toBe(202);
  expect((await send('/webhook/replicate-training')).status).toBe(202);
  expect(await isRung()).toBe(false);
});

it('hears RunPod, which signs nothing, by its address alone', async () => {
  const { test, issue, isRung, send } = await prepare();
  await using _ = test;
  const word = randomBytes(32).toString('base64url');
  await issue('runpod', word);
  expect((await send(`/webhooks/runpod/${word}`, null)).status).toBe(202);
  expect(await isRung()).toBe(true);
});

it('has no doorbell for other providers, short words or other methods', async () => {
  const { test, capability, send } = await prepare();
  await using _ = test;
  expect((await send(`/webhooks/fal/${capability}`)).status).toBe(404);
  expect((await send('/webhooks/replicate/short')).status).toBe(400);
  expect((await test.send(null, `/webhooks/replicate/${capability}`)).status).toBe(405);
});

it('stops reading a webhook that is too large or too slow', async () => {
  const test = await startApi({ limits: { bodyTimeoutMs: 100 } });
  await using _ = test;
  const path = `/webhooks/replicate/${randomBytes(32).toString('base64url')}`;
  const headers = await signTestWebhook({ secret: webhookSecret, body: '{}' });
  const never = new ReadableStream<Uint8Array>({
    start: (controller) => controller.enqueue(new Uint8Array(2)),
  });
  expect((await test.send(null, path, { method: 'POST', body: never, headers })).status).toBe(408);
  const endless = new ReadableStream<Uint8Array>({
    pull: (controller) => controller.enqueue(new Uint8Array(1_000_000)),
  });
  expect((await test.send(null, path, { method: 'POST', body: endless, headers })).status).toBe(413);
});
