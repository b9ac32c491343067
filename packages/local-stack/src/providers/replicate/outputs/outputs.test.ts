import { execFileSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, it, onTestFinished } from 'vitest';
import { watchHeldMemory } from '../../../testing/watch-held-memory.ts';
import { readLoraTraits } from '../../lora/read-lora.ts';
import { type ReplicateWorld, useReplicate } from '../testing/use-replicate.ts';

async function train(world: ReplicateWorld, input: object = {}) {
  const id = await world.startTraining({ input: { steps: 10, lora_rank: 8, ...input } });
  await world.clock.advance(120_000);
  const { output } = await world.client.trainings.get(id);
  return output?.weights ?? '';
}

/** Reads an archive by the format's own description, independently of what wrote it. */
function readTar(bytes: Buffer) {
  const entries: { name: string; type: string; content: Buffer }[] = [];
  for (let at = 0; bytes[at] !== 0; ) {
    const text = (start: number, length: number) =>
      bytes.toString('latin1', at + start, at + start + length).split('\0')[0] ?? '';
    const header = Buffer.from(bytes.subarray(at, at + 512));
    const declared = Number.parseInt(text(148, 8), 8);
    header.fill(' ', 148, 156);
    expect(header.reduce((sum, byte) => sum + byte, 0)).toBe(declared);
    expect(text(257, 6)).toBe('ustar');
    const sizeBytes = Number.parseInt(text(124, 12), 8);
    entries.push({
      name: text(0, 100),
      type: text(156, 1),
      content: bytes.subarray(at + 512, at + 512 + sizeBytes),
    });
    at += 512 + Math.ceil(sizeBytes / 512) * 512;
  }
  return entries;
}

it('delivers a tar with one LoRA of the rank that was asked for, a config and the captions', async () => {
  await using world = await useReplicate();
  const response = await world.simulators.fetch(await train(world));
  const bytes = Buffer.from(await response.arrayBuffer());
  expect(response.headers.get('content-length')).toBe(String(bytes.byteLength));
  const entries = readTar(bytes);
  expect(entries.map(({ name, type }) => `${type} ${name}`)).toEqual([
    '5 output/',
    '5 output/flux_train_replicate/',
    '0 output/flux_train_replicate/lora.safetensors',
    '0 output/flux_train_replicate/config.yaml',
    '5 output/flux_train_replicate/captions/',
    '0 output/flux_train_replicate/captions/0.txt',
    '0 output/flux_train_replicate/captions/1.txt',
    '0 output/flux_train_replicate/captions/2.txt',
  ]);
  const lora = entries[2]?.content ?? Buffer.alloc(0);
  const traits = await readLoraTraits(new Blob([new Uint8Array(lora)]).stream());
  expect(traits).toMatchObject({ modelType: 'flux', triggerWord: 'TOK', palette: ['#c02040'] });
  expect(lora.toString('latin1', 0, 20_000)).toMatch(/"shape":\[8,\d+\]/);
});

it.runIf(process.platform === 'linux')('is read by the system’s own tar', async () => {
  await using world = await useReplicate();
  const folder = await mkdtemp(join(tmpdir(), 'act-tar-'));
  onTestFinished(() => rm(folder, { recursive: true }));
  const response = await world.simulators.fetch(await train(world));
  await writeFile(join(folder, 'x.tar'), Buffer.from(await response.arrayBuffer()));
  const listed = execFileSync('tar', ['-tvf', join(folder, 'x.tar')], { encoding: 'utf8' });
  expect(listed).toContain('output/flux_train_replicate/lora.safetensors');
});

it('serves any part of it', async () => {
  await using world = await useReplicate();
  const url = await train(world);
  const whole = Buffer.from(await (await world.simulators.fetch(url)).arrayBuffer());
  const part = async (range: string) => world.simulators.fetch(url, { headers: { range } });
  for (const [range, start, end] of [
    ['bytes=0-9', 0, 10],
    ['bytes=100000-', 100_000, whole.length],
    ['bytes=-512', whole.length - 512, whole.length],
  ] as const) {
    const response = await part(range);
    expect(response.status).toBe(206);
    expect(response.headers.get('content-range')).toBe(`bytes ${start}-${end - 1}/${whole.length}`);
    expect(Buffer.from(await response.arrayBuffer()).equals(whole.subarray(start, end))).toBe(true);
  }
  expect((await part(`bytes=${whole.length}-`)).status).toBe(416);
  const head = await world.simulators.fetch(url, { method: 'HEAD' });
  expect([head.status, head.headers.get('content-length')]).toEqual([200, String(whole.length)]);
});

it('streams weights of a given size without holding them', async () => {
  await using world = await useReplicate({ listen: true });
  world.fail({ on: 'replicate.trainings.run', kind: 'size', sizeBytes: 300_000_000 });
  const url = await train(world);
  const memory = watchHeldMemory();
  const response = await fetch(url);
  const hash = createHash('sha256');
  let received = 0;
  for await (const chunk of response.body ?? []) {
    hash.update(chunk);
    received += chunk.byteLength;
    memory.look();
  }
  expect(received).toBe(Number(response.headers.get('content-length')));
  expect(received).toBeGreaterThan(280_000_000);
  expect(memory.peakBytes()).toBeLessThan(20_000_000);
});

it.each([true, false])('breaks off in the middle, once (over a socket: %s)', async (listen) => {
  await using world = await useReplicate({ listen });
  const url = await train(world);
  world.fail({ on: 'replicate.delivery', kind: 'truncate' });
  const get = async () => (await world.simulators.fetch(url)).arrayBuffer();
  const overSocket = async () => (await fetch(url)).arrayBuffer();
  await expect(listen ? overSocket() : get()).rejects.toThrow('terminated');
  expect((await (listen ? overSocket() : get())).byteLength).toBeGreaterThan(0);
});

it('keeps an archive that is too short, or none at all', async () => {
  await using world = await useReplicate();
  world.fail({ on: 'replicate.trainings.run', kind: 'truncate' });
  const short = await world.simulators.fetch(await train(world));
  const bytes = await short.arrayBuffer();
  expect(String(bytes.byteLength)).toBe(short.headers.get('content-length'));
  expect(() => readTar(Buffer.from(bytes))).toThrow();
  world.fail({ on: 'replicate.trainings.run', kind: 'expire' });
  expect((await world.simulators.fetch(await train(world))).status).toBe(404);
  const url = await train(world);
  world.fail({ on: 'replicate.delivery', kind: 'expire' });
  expect((await world.simulators.fetch(url)).status).toBe(404);
  expect((await world.simulators.fetch(url)).status).toBe(404);
});

it('serves nothing by a path that climbs or guesses', async () => {
  await using world = await useReplicate();
  const origin = new URL(await train(world)).origin;
  for (const path of [
    '/replicate/delivery/xezq/../../../etc/passwd',
    '/replicate/delivery/xezq/x/trained_model.tar',
    '/replicate/delivery/%2e%2e/%2e%2e/x',
  ]) {
    expect((await world.simulators.fetch(`${origin}${path}`)).status).toBe(404);
  }
});
