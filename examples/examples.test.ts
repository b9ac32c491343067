import { spawn } from 'node:child_process';
import { mkdtempDisposable, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createAiModels, createSystemSigner } from '@act/ai-models';
import { demoPeople, startProviderSimulators, startStack } from '@act/local-stack/testing';
import { expect, it } from 'vitest';
import { paintLogos } from './paint-logos.ts';
import { createProgressLine } from './progress-line.ts';

const brandId = 'creativetechnologists';

/** A stack as `npm start` has it, and where it says so. */
async function startDescribedStack({ speed = 400 } = {}) {
  await using cleanup = new AsyncDisposableStack();
  const stack = cleanup.use(await startStack({ listen: true }));
  const providers = cleanup.use(await startProviderSimulators({ speed }));
  const home = cleanup.use(await mkdtempDisposable(join(tmpdir(), 'act-home-'))).path;
  const { publishableKey, jwtSecret, demoPassword: password } = stack.secrets;
  const { url, token } = providers.replicate;
  const description = {
    url: stack.url,
    publishableKey,
    systemSigningKey: jwtSecret,
    providers: { replicate: { url, token } },
    people: Object.values(demoPeople).map(({ email }) => ({ email, password })),
  };
  await writeFile(join(home, 'stack.json'), JSON.stringify(description));
  const owned = cleanup.move();
  return { stack, providers, home, [Symbol.asyncDispose]: () => owned.disposeAsync() };
}

/** Runs an example as a person would; `stopAt` is the moment at which they press Ctrl-C. */
function run(file: string, home: string, { words = [] as string[], stopAt = null as RegExp | null } = {}) {
  const child = spawn(process.execPath, [join(import.meta.dirname, file), ...words], {
    env: { ACT_HOME: home },
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  let printed = '';
  let isStopped = false;
  const listen = (chunk: Buffer) => {
    printed += chunk.toString();
    if (!isStopped && stopAt?.test(printed)) isStopped = child.kill('SIGINT');
  };
  child.stdout.on('data', listen);
  child.stderr.on('data', listen);
  return new Promise<{ code: number | null; printed: string }>((resolve) => {
    child.on('close', (code) => resolve({ code, printed }));
  });
}

// Each has a stack of its own, and waits for it most of the time.
it.concurrent('trains and makes four pictures, telling how it goes', { timeout: 90_000 }, async () => {
  await using world = await startDescribedStack();
  const { code, printed } = await run('train-and-generate.ts', world.home);
  expect(printed).toMatch(
    /^Uploaded 20 pictures to training-data\/creativetechnologists\.\nTraining \S+: \w+, \d+ %/,
  );
  expect(printed).toMatch(/: completed, 100 %/);
  expect(printed).toContain('Model    models/creativetechnologists/flux-lora-v1.safetensors\n');
  expect(printed.match(/^Picture {2}generated-content\/creativetechnologists\/\S+\.png$/gm)).toHaveLength(4);
  expect(printed).toMatch(/\nIn the studio of creativetechnologists .*\sa search for "logo" shows them/s);
  expect(code).toBe(0);
  const addresses = printed.match(/^ +http:\S+$/gm) ?? [];
  const types = await Promise.all(
    addresses.map(async (url) => (await fetch(url.trim())).headers.get('content-type')),
  );
  expect(types).toEqual(Array(4).fill('image/png'));
  expect(world.providers.runs()).toHaveLength(2);
});

it.concurrent('says why there is no model where the provider refuses, and what to do', {
  timeout: 90_000,
}, async () => {
  await using world = await startDescribedStack();
  world.providers.faults.add({ on: 'replicate.trainings.create', kind: 'status', status: 402 });
  const { code, printed } = await run('train-and-generate.ts', world.home);
  expect(printed).toMatch(/: failed, \d+ %/);
  expect(printed).toMatch(
    /\nThe GPU account of this service has run out of credit\. Ask the people who run this service\. \(no_credit\)\n$/,
  );
  expect(code).toBe(1);
});

it.concurrent('says how to go on when it is stopped, and goes on without paying again', {
  timeout: 90_000,
}, async () => {
  await using world = await startDescribedStack({ speed: 100 });
  const first = await run('train-and-generate.ts', world.home, { stopAt: /: (queued|training)/ });
  expect(first.code).toBe(130);
  const [, jobId = ''] =
    /Nothing is lost: go on with `npm run example -- (\S+)`\.\n$/.exec(first.printed) ?? [];
  expect(jobId).toMatch(/^[\da-f-]{36}$/);

  const second = await run('train-and-generate.ts', world.home, { words: [jobId] });
  expect(second.printed).toContain('Model    models/creativetechnologists/flux-lora-v1.safetensors\n');
  expect(second.code).toBe(0);
  expect(world.providers.runs().filter(({ kind }) => kind === 'training')).toHaveLength(1);
});

it.concurrent('asks for a training as a robot, once enough pictures are new', {
  timeout: 90_000,
}, async () => {
  await using world = await startDescribedStack();
  const before = await run('retrain-when-20-new.cjs', world.home);
  expect(before).toEqual({
    code: 0,
    printed: expect.stringMatching(/^No training \(too_few_new_images\): 0 pictures .*it takes 20\.\n$/),
  });

  const { url, secrets } = world.stack;
  const ai = createAiModels({
    supabase: { url, publishableKey: secrets.publishableKey },
    access: { brandId, signer: createSystemSigner({ signingKey: secrets.jwtSecret }) },
  });
  await ai.uploadTrainingImages({ files: await paintLogos(20) });
  await ai.inspectPictures();
  const after = await run('retrain-when-20-new.cjs', world.home);
  expect(after.printed).toMatch(
    /^Training ([\da-f-]{36}) is asked for, with 20 pictures: pending\.\nIt waits for the engine, .* npm run example -- \1\n$/,
  );
  expect(after.code).toBe(0);
  expect((await ai.listTrainingJobs()).items).toHaveLength(1);
});

it.each(['train-and-generate.ts', 'retrain-when-20-new.cjs'])('%s says that no stack runs', async (file) => {
  await using empty = await mkdtempDisposable(join(tmpdir(), 'act-home-'));
  const { code, printed } = await run(file, empty.path);
  expect([code, printed.trim()]).toEqual([
    1,
    expect.stringMatching(/^No stack runs here\. Start it with `npm start`/),
  ]);
});

it('shows one line on a terminal, and a line for each change elsewhere', () => {
  const show = (isTTY: boolean) => {
    let written = '';
    const line = createProgressLine({ isTTY, write: (text) => (written += text) });
    for (const text of ['1 %', '1 %', '2 %']) line.show(text);
    line.end();
    return written;
  };
  expect(show(true)).toBe('\r\u001b[2K1 %\r\u001b[2K2 %\n');
  expect(show(false)).toBe('1 %\n2 %\n');
});
