import { randomUUID } from 'node:crypto';
import { connect, demoPeople, signToken, startStack, type TestStack } from '@act/local-stack/testing';
import { createClient } from '@supabase/supabase-js';
import { describe, expect, it } from 'vitest';
import { AiModelsError, NotReadyError } from '../errors/index.ts';
import { toDatabaseError } from './database-error.ts';

const brand = 'creativetechnologists';

/** Ready pictures of the brand, as the worker leaves them. */
async function addPictures(stack: TestStack, count: number): Promise<string[]> {
  await using database = await connect(stack.database.superuser);
  const { rows } = await database.query(
    `insert into public.brand_assets (brand_id, user_id, name, file_url, status)
     select $1, $2, 'picture', format('training-data/%s/%s.jpg', $1::text, gen_random_uuid()), 'ready'
     from generate_series(1, $3) returning id`,
    [brand, demoPeople.ctMember.id, count],
  );
  return rows.map(({ id }) => String(id));
}

async function changeBrand(stack: TestStack, settings: object) {
  await using database = await connect(stack.database.superuser);
  await database.query('update public.brands set settings = $2 where id = $1', [
    brand,
    JSON.stringify(settings),
  ]);
}

const aJob = (pictures: string[], change: object = {}) => ({
  brand_id: brand,
  name: 'Job',
  model_type: 'flux',
  training_asset_ids: pictures,
  readiness_override: true,
  ...change,
});

it('passes on what our own SQL says, under the code that an app switches on', async () => {
  await using stack = await startStack();
  const pictures = await addPictures(stack, 12);
  const member = await stack.as('ctMember');
  const ask = async (change: object, ids = pictures) => {
    const { error, status } = await member.from('lora_training_jobs').insert(aJob(ids, change));
    return error && toDatabaseError(error, status);
  };
  expect(await ask({}, pictures.slice(0, 2))).toMatchObject({
    code: 'not_ready',
    reasons: [{ message: expect.stringMatching(/^A style needs 10 to 100 pictures; these are 2\./) }],
    hint: 'Add more pictures.',
  });
  expect(await ask({}, [...pictures, randomUUID()])).toBeInstanceOf(NotReadyError);
  expect(await ask({ readiness_override: false })).toMatchObject({
    code: 'not_ready',
    message: expect.stringContaining('12 are fewer than the 20 that give good results.'),
  });
  expect(await ask({ retry_of: randomUUID() })).toMatchObject({
    code: 'input_invalid',
    message: 'Only a training that failed or was cancelled can be tried again.',
  });
  await changeBrand(stack, { budget: { monthlyUsd: 0.01 } });
  expect(await ask({})).toMatchObject({
    code: 'budget_exceeded',
    message: expect.stringMatching(/^The budget of this month does not cover it\. It would cost about/),
    hint: 'Ask an admin to raise the budget, or wait for next month.',
    retryable: false,
  });
  await changeBrand(stack, { training: { maximumRunningJobs: 0 }, uploads: { maximumAssets: 12 } });
  expect(await ask({})).toMatchObject({
    code: 'limit_reached',
    message: 'As many trainings run as this brand may run at once. The limit is 0.',
    hint: 'Wait until one ends, or cancel one.',
  });
  const picture = { brand_id: brand, name: 'x', file_url: `training-data/${brand}/x.jpg` };
  const { error, status } = await member.from('brand_assets').insert(picture);
  expect(toDatabaseError(error, status)).toMatchObject({
    code: 'conflict',
    message: 'The brand holds as many pictures as it may. The limit is 12.',
  });
});

it('keeps what others wrote out of its words', async () => {
  await using stack = await startStack();
  const pictures = await addPictures(stack, 12);
  const member = await stack.as('ctMember');
  const refusals = {
    not_allowed: await member.from('lora_training_jobs').insert(aJob(pictures, { brand_id: 'acmecompany' })),
    input_invalid: await member.from('lora_training_jobs').insert(aJob(pictures, { model_type: 'sd3' })),
    conflict: await member
      .from('lora_training_jobs')
      .insert(['once', 'once'].map((idempotency_key) => aJob(pictures, { idempotency_key }))),
    database_failed: await member.from('no_such_table').select(),
  };
  for (const [code, { error, status }] of Object.entries(refusals)) {
    expect(error, code).not.toBeNull();
    const ours = toDatabaseError(error, status);
    expect(ours).toMatchObject({ code, retryable: false, cause: error });
    expect(ours.message).not.toMatch(
      /brand_id|lora_training_jobs|constraint|acmecompany|policy|no_such_table/,
    );
  }
});

it('tells an ended session from a forbidden one', async () => {
  await using stack = await startStack();
  const claims = { sub: demoPeople.ctMember.id, aud: 'authenticated', role: 'authenticated' };
  const over = await signToken({ jwtSecret: stack.secrets.jwtSecret, claims, expiresInSeconds: -3600 });
  const client = createClient(stack.url, stack.secrets.publishableKey, {
    accessToken: async () => over,
    global: { fetch: (input, init) => stack.fetch(new Request(input, init)) },
  });
  const { error, status } = await client.from('brands').select();
  expect(toDatabaseError(error, status)).toMatchObject({ code: 'not_signed_in' });
});

describe('without an answer', () => {
  const ask = async (fetch: typeof globalThis.fetch, signal?: AbortSignal) => {
    const client = createClient('http://localhost', 'key', { global: { fetch } });
    const query = client.from('brands').select().retry(false);
    const { error, status } = await (signal ? query.abortSignal(signal) : query);
    return toDatabaseError(error, status);
  };

  it('may be tried again when the way there broke', async () => {
    const failed = await ask(() =>
      Promise.reject(new TypeError('fetch failed', { cause: new Error('ECONNRESET') })),
    );
    expect(failed).toMatchObject({ code: 'database_failed', retryable: true });
  });

  it.each([500, 502, 503, 504, 429])('may be tried again after a %i', async (status) => {
    expect(await ask(async () => new Response('<html>', { status }))).toMatchObject({
      code: 'database_failed',
      retryable: true,
    });
  });

  it('is no failure of the database when the caller stopped it', async () => {
    const stopped = await ask((_, init) => {
      init?.signal?.throwIfAborted();
      return Promise.reject(new TypeError('fetch failed'));
    }, AbortSignal.abort());
    expect(stopped).toMatchObject({ code: 'aborted', retryable: false });
  });
});

it.each([
  ['PT429', 'limit_reached', false],
  ['PT402', 'budget_exceeded', false],
  ['PT409', 'conflict', false],
  ['PT422', 'input_invalid', false],
  ['40001', 'database_failed', true],
  ['57014', 'database_failed', true],
  ['53300', 'database_failed', true],
  ['PGRST003', 'database_failed', true],
  ['P0001', 'database_failed', false],
  ['PGRST116', 'not_allowed', false],
  ['22P02', 'input_invalid', false],
  ['23503', 'input_invalid', false],
])('state %s is %s, and to be tried again: %s', (code, ours, retryable) => {
  const error = toDatabaseError({ code, message: 'message', details: null, hint: null }, 500);
  expect(error).toMatchObject({ code: ours });
  if (!code.startsWith('P0')) expect(error.retryable).toBe(retryable);
});

it('leaves our own errors, and survives anything else', () => {
  const own = new AiModelsError({ code: 'lease_lost', message: 'x' });
  expect(toDatabaseError(own)).toBe(own);
  for (const odd of [null, undefined, 'text', 5, new Error('x'), { code: 5 }]) {
    expect(toDatabaseError(odd)).toMatchObject({ code: 'database_failed' });
  }
});
