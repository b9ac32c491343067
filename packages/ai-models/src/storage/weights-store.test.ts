import { createHash } from 'node:crypto';
import { startStack, type TestStack } from '@act/local-stack/testing';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { AiModelsError } from '../errors/index.ts';
import { withIdleTimeout } from '../shared/http/idle-timeout.ts';
import { filesOf, listStored, newModelKey, readStored } from './testing/brand-files.ts';
import { buildSafetensors, planHeader } from './testing/build-safetensors.ts';
import { buildTar } from './testing/build-tar.ts';
import { loraShapes } from './testing/lora-shapes.ts';
import { type StreamPlan, streamOf } from './testing/streams.ts';
import { chunkBytes } from './uploads/resumable-upload.ts';
import { type SaveWeightsOptions, saveWeights } from './weights-store.ts';

const retry = { attempts: 3, firstDelayMs: 5, maximumDelayMs: 20 };
let stack: TestStack;
beforeAll(async () => {
  stack = await startStack({ listen: true });
});
afterAll(() => stack?.[Symbol.asyncDispose]());

/** A LoRA of some 20 MB, which are more than three chunks. */
const buildLora = () => buildSafetensors(planHeader(loraShapes('flux', 256)));
const lora = buildLora();
const pack = (file: Uint8Array) =>
  buildTar([
    { name: 'output/flux_train_replicate/config.yaml', content: 'job: extension' },
    { name: 'output/flux_train_replicate/lora.safetensors', content: file },
    { name: 'output/flux_train_replicate/captions/1.txt', content: 'a cat' },
  ]);
const sha256 = (bytes: Uint8Array) => createHash('sha256').update(bytes).digest('hex');

/** Gives the same answer each time it is asked, and counts. */
function sourceOf(bytes: Uint8Array, plan: StreamPlan = {}) {
  const source = Object.assign(
    async () => {
      source.opened += 1;
      return new Response(streamOf(bytes, { pieceBytes: 65_536, ...plan }));
    },
    { opened: 0 },
  );
  return source;
}

const optionsFor = (source: SaveWeightsOptions['source']): SaveWeightsOptions => ({
  bucket: 'models',
  key: newModelKey(),
  source,
  expect: { modelType: 'flux', loraRank: 256 },
  maximumBytes: 100_000_000,
  retry,
});
const save = (options: SaveWeightsOptions) => saveWeights(filesOf(stack), options);

async function expectNothingLeft(act: () => Promise<unknown>): Promise<void> {
  const before = [await listStored(stack, 'objects'), await listStored(stack, 'uploads')];
  await act();
  expect([await listStored(stack, 'objects'), await listStored(stack, 'uploads')]).toEqual(before);
}

describe('weights', () => {
  it.each([
    ['in a tar', pack(lora)],
    ['alone', lora],
  ])('%s are saved as the safetensors file that they are', async (_what, bytes) => {
    const progress: number[] = [];
    const options = optionsFor(sourceOf(bytes));
    const saved = await save({ ...options, onProgress: ({ sentBytes }) => progress.push(sentBytes) });
    expect(saved).toEqual({
      sha256: sha256(lora),
      sizeBytes: lora.length,
      rank: 256,
      modelType: 'flux',
      format: 'peft',
      tensorCount: 6,
      metadata: {},
      adopted: false,
    });
    expect((await readStored(filesOf(stack), options.key)).equals(lora)).toBe(true);
    expect(progress.at(-1)).toBe(lora.length);
  });

  it('that are small are saved too', async () => {
    const small = buildSafetensors(planHeader(loraShapes('sd15', 4)));
    const options = {
      ...optionsFor(sourceOf(pack(small))),
      expect: { modelType: 'sd15', loraRank: 4 } as const,
    };
    expect(await save(options)).toMatchObject({ sha256: sha256(small), sizeBytes: small.length });
    expect((await readStored(filesOf(stack), options.key)).equals(small)).toBe(true);
  });
});

describe('nothing is stored', () => {
  const entry = { name: 'a.safetensors', content: lora };
  it.each<[string, Uint8Array, StreamPlan, Partial<AiModelsError>]>([
    [
      'of a source that breaks off',
      pack(lora),
      { breaksAfter: 9_000_000 },
      { code: 'weights_invalid', retryable: true },
    ],
    [
      'of a source that ends too early',
      lora.subarray(0, -1),
      {},
      { code: 'weights_invalid', retryable: true },
    ],
    [
      'of an archive that ends too early',
      pack(lora).subarray(0, -10_240),
      {},
      { code: 'weights_invalid', retryable: true },
    ],
    [
      'of an archive with a second file',
      buildTar([entry, { ...entry, name: 'b.safetensors' }]),
      {},
      { code: 'weights_invalid', retryable: false },
    ],
    [
      'of a file that goes on',
      Buffer.concat([lora, Buffer.alloc(1)]),
      {},
      { code: 'weights_invalid', retryable: false },
    ],
    [
      'of another rank',
      buildSafetensors(planHeader(loraShapes('flux', 64))),
      {},
      { code: 'weights_mismatch' },
    ],
    [
      'of another base model',
      buildSafetensors(planHeader(loraShapes('sdxl', 256))),
      {},
      { code: 'weights_mismatch' },
    ],
  ])('%s', async (_what, bytes, plan, error) => {
    await expectNothingLeft(() =>
      expect(save(optionsFor(sourceOf(bytes, plan)))).rejects.toMatchObject(error),
    );
  });

  it('of what is larger than allowed', async () => {
    const options = { ...optionsFor(sourceOf(lora)), maximumBytes: lora.length - 1 };
    await expectNothingLeft(() => expect(save(options)).rejects.toMatchObject({ code: 'weights_invalid' }));
  });

  it('of an answer that is no success, or what the source throws', async () => {
    const gone = optionsFor(async () => new Response('gone', { status: 404 }));
    await expect(save(gone)).rejects.toMatchObject({ code: 'weights_invalid', retryable: true });
    const failed = new AiModelsError({ code: 'provider_failed', message: 'No.' });
    await expect(save(optionsFor(() => Promise.reject(failed)))).rejects.toBe(failed);
  });

  it('before the header was found in order: storage is not even asked', async () => {
    let asked = 0;
    const fetch: typeof globalThis.fetch = (url, init) => {
      asked += 1;
      return globalThis.fetch(url, init);
    };
    const bad = buildSafetensors(planHeader({ ...loraShapes('flux', 256), 'alien.weight': [1] }));
    await expect(saveWeights({ ...filesOf(stack), fetch }, optionsFor(sourceOf(bad)))).rejects.toThrow(
      /alien/,
    );
    expect(asked).toBe(0);
  });

  it('by a call that is stopped, and the source hears of it', async () => {
    const stopping = new AbortController();
    let cancelled = false;
    const onCancel = () => {
      cancelled = true;
    };
    const onProgress = () => stopping.abort('enough');
    const options = {
      ...optionsFor(sourceOf(pack(lora), { onCancel })),
      signal: stopping.signal,
      onProgress,
    };
    await expectNothingLeft(() =>
      expect(save(options)).rejects.toMatchObject({ code: 'aborted', cause: 'enough' }),
    );
    expect(cancelled).toBe(true);
  });

  it('on a full disk, which is said so that it can be tried again', async () => {
    const full = (): Promise<Response> =>
      Promise.resolve(Response.json({ statusCode: '507', message: 'The disk is full.' }, { status: 507 }));
    const files = filesOf(stack);
    const fetch: typeof globalThis.fetch = (url, init) =>
      init?.method === 'PATCH' ? full() : globalThis.fetch(url, init);
    await expectNothingLeft(() =>
      expect(saveWeights({ ...files, fetch }, optionsFor(sourceOf(lora)))).rejects.toMatchObject({
        code: 'storage_failed',
        retryable: true,
      }),
    );
  });
});

describe('where the key is taken', () => {
  it('the same weights are adopted, without being sent again', async () => {
    const options = optionsFor(sourceOf(pack(lora)));
    await save(options);
    const source = sourceOf(lora);
    const again = await save({ ...options, source });
    expect(again).toMatchObject({ sha256: sha256(lora), sizeBytes: lora.length, adopted: true });
    expect(source.opened).toBe(2);
  });

  it('other weights of the same size are a conflict, and change nothing', async () => {
    const options = optionsFor(sourceOf(lora));
    await save(options);
    const other = { ...options, source: sourceOf(buildLora()) };
    await expectNothingLeft(() =>
      expect(save(other)).rejects.toMatchObject({ code: 'conflict', retryable: false }),
    );
    expect((await readStored(filesOf(stack), options.key)).equals(lora)).toBe(true);
  });

  it('of a source that says nothing more can be tried again, and leave nothing', async () => {
    const silent = new AiModelsError({ code: 'storage_failed', message: 'silent', retryable: true });
    const onPiece = (_: number, sent: number) =>
      sent > 9_000_000 ? new Promise<void>(() => undefined) : undefined;
    const open = sourceOf(lora, { onPiece });
    const source = async () => withIdleTimeout(await open(), { idleTimeoutMs: 100, toError: () => silent });
    await expectNothingLeft(() => expect(save(optionsFor(source))).rejects.toBe(silent));
  });

  it('a source that breaks off while it is compared says so', async () => {
    const options = optionsFor(sourceOf(lora));
    await save(options);
    const broken = { ...options, source: sourceOf(lora, { breaksAfter: 9_000_000 }) };
    await expect(save(broken)).rejects.toMatchObject({ code: 'weights_invalid', retryable: true });
  });

  it('by a save whose last answer was lost, the next one adopts', async () => {
    const options = optionsFor(sourceOf(lora));
    const files = filesOf(stack);
    const fetch: typeof globalThis.fetch = async (url, init) => {
      const response = await globalThis.fetch(url, init);
      const isLast = response.headers.get('upload-offset') === String(lora.length);
      if (isLast || init?.method === 'HEAD') throw new TypeError('fetch failed');
      return response;
    };
    await expect(saveWeights({ ...files, fetch }, options)).rejects.toMatchObject({
      code: 'storage_failed',
      retryable: true,
    });
    expect(await save(options)).toMatchObject({ adopted: true, sha256: sha256(lora) });
  });

  it('at the last moment, what was read already is not asked for again', async () => {
    const options = optionsFor(sourceOf(lora));
    const files = filesOf(stack);
    const source = sourceOf(pack(lora));
    const fetch: typeof globalThis.fetch = async (url, init) => {
      const offset = Number(new Headers(init?.headers).get('upload-offset'));
      if (offset > lora.length - chunkBytes) await save(options);
      return globalThis.fetch(url, init);
    };
    const late = await saveWeights({ ...files, fetch }, { ...options, source });
    expect(late).toMatchObject({ adopted: true, sha256: sha256(lora) });
    expect(source.opened).toBe(1);
  });

  it('a comparison can be stopped, while the source says nothing', async () => {
    const options = optionsFor(sourceOf(lora));
    await save(options);
    const stopping = new AbortController();
    let cancelled = false;
    const onCancel = () => {
      cancelled = true;
    };
    const onPiece = (_size: number, sent: number) => {
      if (sent < 1_000_000) return undefined;
      setTimeout(() => stopping.abort('enough'), 20);
      return new Promise<void>(() => undefined);
    };
    const source = sourceOf(lora);
    const stalling = async () =>
      source.opened === 0 ? source() : new Response(streamOf(lora, { onPiece, onCancel }));
    const stopped = save({ ...options, source: stalling, signal: stopping.signal });
    await expect(stopped).rejects.toMatchObject({ code: 'aborted', cause: 'enough' });
    expect(cancelled).toBe(true);
  });

  it('by another saver at the same time, there is one file, and both have it', async () => {
    const options = optionsFor(sourceOf(pack(lora)));
    const before = await listStored(stack, 'objects');
    const saved = await Promise.all([save(options), save({ ...options, source: sourceOf(lora) })]);
    expect(saved.map(({ adopted }) => adopted).sort()).toEqual([false, true]);
    expect(new Set(saved.map((one) => one.sha256))).toEqual(new Set([sha256(lora)]));
    expect(await listStored(stack, 'objects')).toHaveLength(before.length + 1);
  });
});
