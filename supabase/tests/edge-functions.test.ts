import { setTimeout as pause } from 'node:timers/promises';
import {
  demoPeople,
  type ProviderSimulators,
  startProviderSimulators,
  startStack,
  type TestStack,
} from '@act/local-stack/testing';
import { startProgram } from '@act/worker';
import { expect, it } from 'vitest';
import { z } from 'zod';
import { asSuperuser, brand } from './testing/brand-content.ts';
import { startEdgeFunction } from './testing/edge-function.ts';
import { paintPhotos } from './testing/paint-photos.ts';

type Person = 'ctMember' | 'ctAdmin' | 'acmeMember';

/** A project whose brand makes twins of three photos, and what calls its functions. */
async function startProject() {
  await using cleanup = new AsyncDisposableStack();
  const stack = cleanup.use(await startStack({ listen: true }));
  await asSuperuser(stack, 'update public.brands set settings = settings || $2 where id = $1', [
    brand,
    { training: { subjects: { character: { minimumImages: 3, recommendedImages: 3 } } } },
  ]);
  const owned = cleanup.move();
  const open = async (name: string, settings?: Record<string, string>) =>
    owned.use(await startEdgeFunction(name, stack, settings)).url;
  return { stack, open, [Symbol.asyncDispose]: () => owned.disposeAsync() };
}

const bearer = async (stack: TestStack, person: Person) => ({
  authorization: `Bearer ${await stack.tokenFor(person)}`,
});

async function send(
  stack: TestStack,
  person: Person,
  url: string,
  body: unknown,
): Promise<[number, unknown]> {
  const headers = { ...(await bearer(stack, person)), 'content-type': 'application/json' };
  const answer = await fetch(url, { method: 'POST', headers, body: JSON.stringify(body) });
  return [answer.status, await answer.json()];
}

async function photosForm(count = 3, userId: string = demoPeople.ctMember.id): Promise<FormData> {
  const form = new FormData();
  for (const [index, photo] of (await paintPhotos(count)).entries())
    form.append('photos', photo, `me ${index}.jpg`);
  form.append('fursonaName', 'Rusty');
  form.append('userId', userId);
  form.append('customizationData', JSON.stringify({ furType: 'long', voice: 'warm' }));
  return form;
}

const upload = async (stack: TestStack, person: Person, url: string, body: FormData) =>
  fetch(url, { method: 'POST', headers: await bearer(stack, person), body });

const uploadedSchema = z.object({ jobId: z.guid(), photoUrls: z.array(z.url()) });
const startedSchema = z.object({ trainingId: z.guid() });

const startWorker = (
  stack: TestStack,
  { replicate }: ProviderSimulators,
  settings: Record<string, string> = {},
) =>
  startProgram({
    SUPABASE_URL: stack.url,
    SUPABASE_PUBLISHABLE_KEY: stack.secrets.publishableKey,
    ACT_SYSTEM_SIGNING_KEY: stack.secrets.jwtSecret,
    ACT_WORKER_DATABASE_URL: stack.workerDatabaseUrl,
    ACT_WORKER_PORT: '0',
    ACT_WORKER_POLL_MS: '100',
    ACT_WORKER_LOG_LEVEL: 'error',
    REPLICATE_API_TOKEN: replicate.token,
    REPLICATE_USERNAME: replicate.username,
    ACT_REPLICATE_URL: replicate.url,
    ...settings,
  });

it('makes a twin of photos, while a worker does what takes long', { timeout: 120_000 }, async () => {
  await using project = await startProject();
  const { stack, open } = project;
  await using simulators = await startProviderSimulators({ speed: 400, replicate: { weightsBytes: 1 } });
  const [uploads, starts, checks, rings] = await Promise.all([
    open('upload-training-photos'),
    open('start-ai-training'),
    open('check-training-status'),
    open('replicate-training', { REPLICATE_WEBHOOK_SECRET: simulators.replicate.webhookSecret }),
  ]);
  const answer = await upload(stack, 'ctMember', uploads, await photosForm());
  expect(answer.status).toBe(201);
  const { jobId, photoUrls } = uploadedSchema.parse(await answer.json());
  expect(photoUrls).toHaveLength(3);
  expect((await fetch(photoUrls[0] ?? '')).headers.get('content-type')).toBe('image/jpeg');
  const check = () => send(stack, 'ctMember', checks, { jobId });
  const nothing = { status: 'pending', progress: 0, modelVersion: null, errorMessage: null };
  expect(await check()).toEqual([200, nothing]);

  await using _ = await startWorker(stack, simulators, {
    ACT_WEBHOOK_URL: rings,
    // Whoever only polled would not see the end in this test.
    ACT_WORKER_POLL_MS: '60000',
  });
  const wish = { jobId, userId: demoPeople.ctMember.id };
  const [status, started] = await send(stack, 'ctMember', starts, wish);
  expect([status, started]).toEqual([201, { trainingId: expect.any(String) }]);
  const { trainingId } = startedSchema.parse(started);
  expect(await send(stack, 'ctMember', starts, wish)).toEqual([201, { trainingId }]);

  const endsAt = Date.now() + 60_000;
  let last: unknown = null;
  while (Date.now() < endsAt && !JSON.stringify(last).includes('"completed"')) {
    await pause(100);
    [, last] = await check();
  }
  expect(last).toEqual({ status: 'completed', progress: 100, modelVersion: 'rusty-v1', errorMessage: null });
  expect(simulators.runs().filter(({ kind }) => kind === 'training')).toHaveLength(1);
  const [job] = await asSuperuser<{ metadata: unknown; subject_kind: string; name: string }>(
    stack,
    'select metadata, subject_kind, name from public.lora_training_jobs where id = $1',
    [trainingId],
  );
  expect(job).toEqual({
    name: 'Rusty',
    subject_kind: 'character',
    metadata: { fursonaName: 'Rusty', furType: 'long', voice: 'warm' },
  });
});

it('acts in the name of whoever calls, and of nobody else', { timeout: 60_000 }, async () => {
  await using project = await startProject();
  const { stack, open } = project;
  const [uploads, starts, checks] = await Promise.all([
    open('upload-training-photos'),
    open('start-ai-training'),
    open('check-training-status'),
  ]);
  const others = await upload(stack, 'ctMember', uploads, await photosForm(3, demoPeople.ctAdmin.id));
  expect([others.status, await countPhotos(stack)]).toEqual([403, 0]);
  const answer = await upload(stack, 'ctMember', uploads, await photosForm());
  const { jobId } = uploadedSchema.parse(await answer.json());

  for (const url of [uploads, starts, checks]) {
    expect((await fetch(url, { method: 'POST' })).status).toBe(401);
    const forged = { authorization: `Bearer ${stack.secrets.publishableKey}` };
    expect((await fetch(url, { method: 'POST', headers: forged })).status).toBe(401);
    const wrongly = await fetch(url);
    expect([wrongly.status, wrongly.headers.get('allow')]).toEqual([405, 'POST']);
  }
  // A colleague and a stranger are told what those are who ask for nothing.
  for (const person of ['ctAdmin', 'acmeMember'] as const) {
    for (const url of [starts, checks]) {
      const nowhere = crypto.randomUUID();
      const tell = async (id: string) => {
        const [status, body] = await send(stack, person, url, { jobId: id });
        const { code, message } = z
          .object({ error: z.looseObject({ code: z.string(), message: z.string() }) })
          .parse(body).error;
        return [status, code, message.replace(id, '')];
      };
      expect(await tell(jobId)).toEqual([404, 'job_not_found', expect.any(String)]);
      expect(await tell(jobId)).toEqual(await tell(nowhere));
    }
    const userId = demoPeople.ctMember.id;
    expect((await send(stack, person, checks, { jobId, userId }))[0]).toBe(403);
  }
  expect(await send(stack, 'ctMember', starts, { jobId: 'x' })).toMatchObject([
    400,
    { error: { code: 'input_invalid' } },
  ]);
  expect(await asSuperuser(stack, 'select id from public.lora_training_jobs')).toEqual([]);
});

it('keeps no photo of a form that is refused', { timeout: 60_000 }, async () => {
  await using project = await startProject();
  const { stack, open } = project;
  const uploads = await open('upload-training-photos');
  const wrongType = await photosForm();
  wrongType.append('photos', new Blob(['%PDF'], { type: 'application/pdf' }), 'me.pdf');
  const refused = await upload(stack, 'ctMember', uploads, wrongType);
  expect([refused.status, await refused.json()]).toMatchObject([
    415,
    { error: { code: 'picture_rejected' } },
  ]);
  const empty = new FormData();
  empty.append('fursonaName', 'Rusty');
  expect((await upload(stack, 'ctMember', uploads, empty)).status).toBe(400);
  expect(await countPhotos(stack)).toBe(0);
  expect(
    await asSuperuser(stack, `select name from storage.objects where bucket_id = 'training-data'`),
  ).toEqual([]);
});

it('lets pages of the origins on the list call, and no others', { timeout: 60_000 }, async () => {
  await using project = await startProject();
  const url = await project.open('check-training-status', {
    ACT_API_ALLOWED_ORIGINS: 'https://flurrty.test',
  });
  const ask = (origin: string) => fetch(url, { method: 'OPTIONS', headers: { origin } });
  const allowed = await ask('https://flurrty.test');
  expect(allowed.headers.get('access-control-allow-origin')).toBe('https://flurrty.test');
  expect(allowed.headers.get('access-control-allow-headers')).toMatch(/Authorization.*apikey.*x-client-info/);
  expect((await ask('https://evil.test')).headers.get('access-control-allow-origin')).toBeNull();
});

const countPhotos = async (stack: TestStack) =>
  (await asSuperuser(stack, `select id from public.brand_assets where brand_id = '${brand}'`)).length;
