import { join } from 'node:path';
import { type AiModels, createAiModels, type TrainingJob } from '@act/ai-models';
import { demoPeople, type ProxyFault, startFaultyProxy } from '@act/local-stack/testing';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { createOutput } from './output/output.ts';
import { paintPictures } from './testing/paint-pictures.ts';
import { type RunOptions, runAct } from './testing/run-act.ts';
import { startWorld, type World } from './testing/start-world.ts';
import { watchJob } from './work/watch-job.ts';

const brandId = 'creativetechnologists';
let world: World;
let pictures: string;

beforeAll(async () => {
  world = await startWorld({ speed: 400 });
  pictures = join(world.folder, 'pictures');
  await paintPictures(pictures, 12);
});
afterAll(() => world[Symbol.asyncDispose]());

const aiAt = (url: string, accessToken: string) =>
  createAiModels({
    supabase: { url, publishableKey: world.stack.secrets.publishableKey },
    access: { accessToken: () => accessToken },
    pollIntervalMs: 500,
  });

const token = async () => (await world.stack.tokenFor('ctMember')) ?? '';

async function findJob(accessToken: string): Promise<TrainingJob> {
  const { items } = await aiAt(world.stack.url, accessToken).listTrainingJobs({ brandId });
  const [job] = items;
  if (!job) throw new Error('There is no training.');
  return job;
}

/** Watches with the patience of a moment. */
function watcher(job: TrainingJob) {
  const notes: string[] = [];
  const { signal } = new AbortController();
  const plain = createOutput({ isJson: false, environment: { NO_COLOR: '1' } });
  const output = { ...plain, note: (line: string) => void notes.push(line) };
  return { notes, watch: (ai: AiModels) => watchJob({ ai }, job, { output, signal }, { patienceMs: 300 }) };
}

interface Door {
  /** Of the request at which it shuts. */
  readonly method: 'GET' | 'POST';
  readonly table: string;
  /** What becomes of that one. */
  readonly kind: 'pass' | 'swallow';
  readonly awayMs: number;
}

/** A way to the project that is shut for some seconds, as where it is restarted. */
async function startRestartingDoor({ method: at, table, kind, awayMs }: Door) {
  let shutUntil: number | null = null;
  const answers: ProxyFault[] = [
    { kind: 'answer', status: 502 },
    { kind: 'answer', status: 503 },
    { kind: 'refuse' },
  ];
  return startFaultyProxy(world.stack.url, ({ method, path }, count) => {
    if (shutUntil === null && method === at && path.startsWith(`/rest/v1/${table}`)) {
      shutUntil = performance.now() + awayMs;
      return { kind };
    }
    return performance.now() < (shutUntil ?? 0) ? answers[count % answers.length] : { kind: 'pass' };
  });
}

const actAt = (url: string, words: readonly string[], options: Pick<RunOptions, 'stopAt'> = {}) =>
  runAct(words, {
    ...options,
    environment: {
      ACT_URL: url,
      SUPABASE_PUBLISHABLE_KEY: world.stack.secrets.publishableKey,
      ACT_EMAIL: demoPeople.ctMember.email,
      ACT_PASSWORD: world.stack.secrets.demoPassword,
      XDG_CONFIG_HOME: join(world.folder, 'through the door'),
    },
  });

const away = /The project does not answer; waiting for it, up to \d+ min\. Nothing is lost\.\n/g;

const wishLost = { method: 'POST', kind: 'swallow', awayMs: 6_000 } as const;

it('trains once where the project goes away with the answer to the wish', {
  timeout: 180_000,
}, async () => {
  await using door = await startRestartingDoor({ ...wishLost, table: 'lora_training_jobs' });
  const words = ['train', pictures, '--yes', '--steps', '300', '--anyway'];
  const { code, stdout, stderr } = await actAt(door.url, words);
  expect([code, stderr, stdout]).toEqual([0, expect.any(String), expect.stringContaining('is completed.')]);
  expect(stderr.match(away)).toHaveLength(1);
  const { items } = await aiAt(world.stack.url, await token()).listTrainingJobs({ brandId });
  expect(items).toHaveLength(1);
});

it('goes on watching a training where the project was away for a while', { timeout: 60_000 }, async () => {
  const { id } = await findJob(await token());
  await using door = await startRestartingDoor({
    method: 'GET',
    table: 'lora_training_jobs',
    kind: 'pass',
    awayMs: 9_000,
  });
  const { code, stdout, stderr } = await actAt(door.url, ['jobs', 'watch', id]);
  expect([code, stdout]).toEqual([0, `Training ${id} is completed.\n`]);
  expect(stderr.match(away)).toHaveLength(1);
});

it('waits for pictures while the project is away, and has asked for them once', {
  timeout: 180_000,
}, async () => {
  await using door = await startRestartingDoor({ ...wishLost, table: 'generations' });
  const words = ['generate', 'flux-lora', 'a [brand]', '--output', join(world.folder, 'made'), '--json'];
  const { code, stdout } = await actAt(door.url, words);
  expect([code, JSON.parse(stdout).files]).toEqual([0, [expect.any(String)]]);
  const { items } = await aiAt(world.stack.url, await token()).listGenerations({ brandId });
  expect(items).toHaveLength(1);
});

it('says at Ctrl-C that pictures may have been asked for, where nobody has answered', {
  timeout: 60_000,
}, async () => {
  await using door = await startRestartingDoor({ ...wishLost, table: 'generations', awayMs: 60_000 });
  const { code, stderr } = await actAt(door.url, ['generate', 'flux-lora', 'a [brand]', '--no-save'], {
    stopAt: /does not answer/,
  });
  expect([code, stderr]).toEqual([
    130,
    expect.stringContaining('See in the gallery before you ask for them again.'),
  ]);
});

it('says that the training goes on, and how to come back, once it has waited long enough', async () => {
  const accessToken = await token();
  const job = await findJob(accessToken);
  await using door = await startFaultyProxy(world.stack.url, () => ({ kind: 'answer', status: 503 }));
  const { notes, watch } = watcher(job);
  await expect(watch(aiAt(door.url, accessToken))).rejects.toMatchObject({
    exitCode: 10,
    code: 'goes_on',
    message: expect.stringMatching(/The training goes on without you\.$/),
    hint: `Come back to it with: act jobs watch ${job.id}`,
  });
  expect(notes).toHaveLength(1);
});

it('does not wait where it was refused', async () => {
  const accessToken = await token();
  const job = await findJob(accessToken);
  await using door = await startFaultyProxy(world.stack.url, () => ({ kind: 'answer', status: 401 }));
  const { notes, watch } = watcher(job);
  await expect(watch(aiAt(door.url, accessToken))).rejects.toMatchObject({ code: 'not_signed_in' });
  expect(notes).toEqual([]);
});
