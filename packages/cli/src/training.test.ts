import { cp, mkdir, readdir, readFile, stat, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { paintPictures } from './testing/paint-pictures.ts';
import { type Person, startWorld, type World } from './testing/start-world.ts';

let world: World;
let member: Person;
let admin: Person;
let pictures: string;

beforeAll(async () => {
  world = await startWorld({ speed: 400 });
  member = world.person('member');
  admin = world.person('admin');
  pictures = join(world.folder, 'pictures');
  await Promise.all([member.login('ctMember'), admin.login('ctAdmin'), paintPictures(pictures, 12)]);
  await writeFile(join(pictures, 'picture-1.txt'), 'photo of [brand] in colours\n');
});
afterAll(() => world[Symbol.asyncDispose]());

const parse = ({ stdout }: { stdout: string }) => JSON.parse(stdout);

it('uploads what is not there yet, and that once', { timeout: 60_000 }, async () => {
  const first = await member.act(['upload', pictures]);
  expect([first.code, first.stdout]).toEqual([
    0,
    '12 pictures uploaded to creativetechnologists, 0 there before, 0 not usable.\n',
  ]);
  expect(first.stderr).toMatch(/100 % {2}Uploading 12 pictures/);
  const again = await member.act(['upload', pictures, '--json']);
  expect([again.code, parse(again).uploaded, parse(again).known]).toEqual([
    0,
    [],
    expect.arrayContaining([]),
  ]);
  expect(parse(again).known).toHaveLength(12);
  expect(parse(again).others).toEqual([]);
  // From another machine, which has no notes of its own, by the hashes that the brand knows.
  const elsewhere = world.person('elsewhere');
  await elsewhere.login('ctMember');
  expect(parse(await elsewhere.act(['upload', pictures, '--json'])).uploaded).toEqual([]);
});

it('says which pictures cannot be used, and why', { timeout: 60_000 }, async () => {
  const folder = join(world.folder, 'mixed');
  await mkdir(folder);
  await writeFile(join(folder, 'broken.jpg'), 'this is no picture');
  await writeFile(join(folder, 'phone.heic'), 'another kind');
  const { code, stdout, stderr } = await member.act(['upload', folder]);
  expect([code, stdout]).toEqual([5, expect.stringContaining('0 pictures uploaded')]);
  expect(stderr).toMatch(/Left out: phone\.heic\./);
  expect(stderr).toMatch(/Not uploaded: broken\.jpg\. \w/);
  const training = await member.act(['train', folder, '--yes', '--json']);
  expect([training.code, parse(training).error.code]).toEqual([5, 'no_pictures']);
});

it('says once at the end which files were no pictures', { timeout: 60_000 }, async () => {
  const folder = join(world.folder, 'with notes');
  await cp(pictures, folder, { recursive: true });
  await mkdir(join(folder, 'more'));
  await writeFile(join(folder, 'notes.txt'), 'not the caption of anything');
  const one = await member.act(['upload', folder]);
  expect([one.code, one.stderr]).toEqual([
    0,
    expect.stringMatching(/^1 file was no picture: notes\.txt\.$/m),
  ]);
  for (const name of ['a.pdf', 'b.pdf', 'c.pdf', 'd.pdf']) await writeFile(join(folder, name), '');
  const { stderr } = await member.act(['upload', folder]);
  expect(stderr.trim().split('\n').at(-1)).toBe('5 files were no pictures: a.pdf, b.pdf, c.pdf and 2 more.');
});

it.each([
  ['upload', 'an empty folder'],
  ['train', 'an empty folder'],
])('%s says that there is nothing in %s', async (name) => {
  const folder = join(world.folder, `empty-${name}`);
  await mkdir(folder);
  const { code, stderr } = await member.act([name, folder]);
  expect([code, stderr]).toEqual([5, expect.stringContaining('There are no pictures in')]);
  expect((await member.act([name, join(folder, 'missing')])).code).toBe(2);
});

it('quotes, and does not train for a price that nobody has agreed to', async () => {
  const quote = await member.act(['quote', '--preset', 'best', '--json']);
  expect([quote.code, parse(quote)]).toEqual([
    0,
    expect.objectContaining({
      modelType: 'flux',
      provider: 'replicate',
      estimatedCostUsd: expect.any(Number),
    }),
  ]);
  const unasked = await member.act(['train', pictures]);
  expect(unasked.code).toBe(2);
  expect(unasked.stderr).toMatch(/12 pictures, of which 12 are there already\. About \$/);
  expect(unasked.stderr).toMatch(/Pass --yes/);
  expect(parse(await member.act(['jobs', '--json'])).items).toEqual([]);
  const wrong = await member.act(['train', pictures, '--yes', '--steps', '9000000', '--json']);
  expect([wrong.code, parse(wrong).error.code]).toEqual([2, 'config_invalid']);
});

it('trains, and the model can be listed, used, fetched and painted with', { timeout: 120_000 }, async () => {
  const words = ['train', pictures, '--yes', '--steps', '300', '--anyway'];
  const { code, stdout, stderr } = await member.act(words);
  expect([code, stderr]).toEqual([0, expect.stringMatching(/\d+ % {2}flux-lora: training/)]);
  expect(stdout).toMatch(/is completed\.\nIts model is flux-lora-v1\./);
  expect(`${stdout}${stderr}`).not.toContain('\u001b');

  const models = await member.act(['models', '--json']);
  expect(parse(models).items).toMatchObject([{ modelId: 'flux-lora-v1', aliases: ['live'] }]);
  expect((await member.act(['models'])).stdout).toMatch(/^MODEL .*\nflux-lora-v1 +flux +ready +live/);
  const refused = await member.act(['models', 'use', 'flux-lora-v1', '--as', 'stable', '--json']);
  expect([refused.code, parse(refused).error.code]).toEqual([4, 'not_allowed']);
  const used = await admin.act(['models', 'use', 'flux-lora-v1', '--as', 'stable', '--json']);
  expect([used.code, parse(used).aliases]).toEqual([0, ['live', 'stable']]);

  const file = join(world.folder, 'weights.safetensors');
  const saved = await member.act(['download', 'flux-lora', '--output', file, '--json']);
  expect([saved.code, parse(saved).sizeBytes]).toEqual([0, (await stat(file)).size]);
  const twice = await member.act(['download', 'flux-lora', '--output', file]);
  expect([twice.code, twice.stderr]).toEqual([2, expect.stringContaining('--force')]);

  const started = performance.now();
  const nowhere = await member.act(['download', 'flux-lora', '--output', '/proc/x/w']);
  expect([nowhere.code, nowhere.stderr]).toEqual([
    2,
    expect.stringMatching(/Nothing can be saved in \/proc\/x: .*--output/),
  ]);
  expect(performance.now() - started).toBeLessThan(20_000);

  const zip = join(world.folder, 'pictures.zip');
  const exported = await member.act(['export', '--output', zip, '--json']);
  expect([exported.code, parse(exported).imageCount]).toEqual([0, 12]);
  expect((await readFile(zip)).subarray(0, 2).toString()).toBe('PK');

  const gallery = join(world.folder, 'gallery');
  const made = await member.act([
    ...['generate', 'flux-lora', 'photo of [brand] on a wall', '--count', '2', '--output', gallery, '--json'],
  ]);
  expect([made.code, parse(made).files]).toEqual([0, [expect.any(String), expect.any(String)]]);
  expect(await readdir(gallery)).toHaveLength(2);
  const none = await member.act(['generate', 'flux-lora', 'a [brand]', '--count', '0']);
  expect([none.code, none.stderr]).toEqual([2, 'act: --count is 0. Use a whole number from 1 to 8.\n']);
  const both = await member.act(['generate', 'flux-lora', 'x', '--count', '0', '--strength', '9']);
  expect(both.stderr.split('\n')).toEqual([
    'act: The image settings cannot be used:',
    '  --count is 0. Use a whole number from 1 to 8.',
    '  --strength is 9. Use a number from -1 to 3.',
    '',
  ]);
  const unsaid = await member.act(['generate', 'flux-lora', ' ']);
  expect([unsaid.code, unsaid.stderr]).toEqual([2, 'act: prompt cannot be " ". Say what is to be seen.\n']);
  const unknown = await member.act(['generate', 'nothing-v1', 'a [brand]', '--json']);
  expect([unknown.code, parse(unknown).error.code]).toEqual([4, 'model_not_found']);
});

it('leaves a training running at Ctrl-C, says how to come back, and the training ends', {
  timeout: 120_000,
}, async () => {
  const left = await member.act(['train', pictures, '--yes', '--steps', '300', '--anyway'], {
    stopAt: /Training [\da-f-]{36}\. Ctrl-C/,
  });
  expect(left.code).toBe(130);
  const [, id = ''] = /Come back to it with: act jobs watch ([\da-f-]{36})\n$/.exec(left.stdout) ?? [];
  expect(id).not.toBe('');
  const watched = await member.act(['jobs', 'watch', id, '--json']);
  expect(watched.code).toBe(0);
  const lines = watched.stdout
    .trim()
    .split('\n')
    .map((line) => JSON.parse(line));
  expect(lines.at(-1)).toMatchObject({ id, status: 'completed', progress: 100 });
});

it('cancels a training and tries it again, and says that it ended without a model', {
  timeout: 120_000,
}, async () => {
  world.engine?.providers.faults.add({ on: 'replicate.trainings.create', kind: 'status', status: 402 });
  const failed = await member.act(['train', pictures, '--yes', '--anyway', '--name', 'unlucky', '--json']);
  expect([failed.code, parse(failed)]).toEqual([
    7,
    expect.objectContaining({ status: 'failed', modelId: null }),
  ]);
  const { id } = parse(failed);
  // It must not end before it is cancelled.
  world.engine?.providers.faults.add({ on: 'replicate.trainings.run', kind: 'stall' });
  const retried = await member.act(['jobs', 'retry', id, '--json']);
  expect([retried.code, parse(retried).retryOf]).toEqual([0, id]);
  const cancelled = await member.act(['jobs', 'cancel', parse(retried).id, '--json']);
  expect(cancelled.code).toBe(0);
  const watched = await member.act(['jobs', 'watch', parse(retried).id]);
  expect([watched.code, watched.stdout]).toEqual([7, expect.stringContaining('was cancelled')]);
  const listed = await member.act(['jobs', '--status', 'failed', '--json']);
  expect(parse(listed).items.map((job: { id: string }) => job.id)).toEqual([id]);
  expect((await member.act(['jobs', 'watch', crypto.randomUUID(), '--json'])).code).toBe(4);
});

it('finds everything well, and tells each trouble with its fix', { timeout: 60_000 }, async () => {
  const well = await admin.act(['doctor', '--json']);
  expect(parse(well)).toMatchObject({ url: world.stack.url, isWell: true });
  expect(well.code).toBe(0);
  const states = new Map(
    parse(well).checks.map((one: { check: string; state: string }) => [one.check, one.state]),
  );
  const tried = ['Engine', 'Policies', 'Storage', 'Webhooks in', 'Webhooks out'];
  expect(tried.map((name) => states.get(name))).toEqual(tried.map(() => 'good'));

  const providers = world.engine?.providers;
  const ill = await member.act(['doctor'], {
    environment: {
      ACT_WORKER_URL: 'http://127.0.0.1:9',
      ACT_WEBHOOK_URL: 'http://127.0.0.1:9/api',
      ACT_PROVIDERS: 'live',
      REPLICATE_API_TOKEN: 'r8_wrong',
      ACT_REPLICATE_URL: providers?.replicate.url ?? '',
    },
  });
  expect(ill.code).toBe(9);
  for (const name of ['Environment', 'Engine', 'Provider keys', 'Webhooks in']) {
    expect(ill.stdout).toMatch(new RegExp(`^!!  ${name} .*\\n +Fix: \\w`, 'm'));
  }
  expect(ill.stdout).not.toContain('r8_wrong');
});
