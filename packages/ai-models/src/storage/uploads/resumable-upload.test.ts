import { randomBytes } from 'node:crypto';
import {
  type ProxyFault,
  type SeenRequest,
  startFaultyProxy,
  startStack,
  type TestStack,
} from '@act/local-stack/testing';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { brandId, filesOf, listStored, newModelKey, readStored } from '../testing/brand-files.ts';
import { streamOf } from '../testing/streams.ts';
import { chunkBytes, type UploadResumableOptions, uploadResumable } from './resumable-upload.ts';

const content = randomBytes(20_000_000);
const retry = { firstDelayMs: 5, maximumDelayMs: 20 };
let stack: TestStack;
beforeAll(async () => {
  stack = await startStack({ listen: true });
});
afterAll(() => stack?.[Symbol.asyncDispose]());

function optionsFor(bytes: Uint8Array = content): UploadResumableOptions {
  const body = streamOf(bytes, { pieceBytes: 65_536 });
  const contentType = 'application/octet-stream';
  return { bucket: 'models', key: newModelKey(), contentType, sizeBytes: bytes.length, body, retry };
}

/** Uploads through a proxy, which decides what becomes of each request. */
async function uploadThrough(
  decide: (request: SeenRequest, count: number) => ProxyFault | undefined,
  own: Partial<UploadResumableOptions> = {},
) {
  await using proxy = await startFaultyProxy(stack.url, decide);
  const options = { ...optionsFor(), ...own };
  await uploadResumable(filesOf(stack, { system: brandId }, proxy.url), options);
  return {
    stored: await readStored(filesOf(stack), options.key),
    seen: proxy.seen.map(({ method }) => method),
  };
}

const once = (method: string, fault: ProxyFault, which = 1) => {
  let seen = 0;
  return (request: { method: string }) => {
    if (request.method !== method) return undefined;
    seen += 1;
    return seen === which ? fault : undefined;
  };
};

const expectNothingLeft = async (act: () => Promise<unknown>) => {
  const before = [await listStored(stack, 'objects'), await listStored(stack, 'uploads')];
  await act();
  expect([await listStored(stack, 'objects'), await listStored(stack, 'uploads')]).toEqual(before);
};

describe('a file', () => {
  it.each([1, chunkBytes, chunkBytes + 1, 2 * chunkBytes, 20_000_000])(
    'of %i bytes arrives whole',
    async (size) => {
      const bytes = content.subarray(0, size);
      const options = optionsFor(bytes);
      const progress: number[] = [];
      await uploadResumable(filesOf(stack), {
        ...options,
        onProgress: ({ sentBytes }) => progress.push(sentBytes),
      });
      expect((await readStored(filesOf(stack), options.key)).equals(bytes)).toBe(true);
      expect(progress.at(-1)).toBe(size);
      expect(progress.toSorted((a, b) => a - b)).toEqual(progress);
    },
  );

  it('may be a Blob', async () => {
    const options = optionsFor(content.subarray(0, 7_000_000));
    await uploadResumable(filesOf(stack), { ...options, body: new Blob([content.subarray(0, 7_000_000)]) });
    expect(await readStored(filesOf(stack), options.key)).toHaveLength(7_000_000);
  });

  it('goes in chunks of exactly 6 MiB, and in one request up to that', async () => {
    const lengths: unknown[] = [];
    const note = ({ headers }: SeenRequest) => {
      lengths.push(headers['content-length']);
      return undefined;
    };
    expect((await uploadThrough(note)).seen).toEqual(['POST', 'PATCH', 'PATCH', 'PATCH', 'PATCH']);
    expect(lengths.slice(1)).toEqual(['6291456', '6291456', '6291456', '1125632']);
    expect((await uploadThrough(note, optionsFor(content.subarray(0, chunkBytes)))).seen).toEqual(['POST']);
  });

  it('asks for headers anew with each request', async () => {
    let asked = 0;
    const files = filesOf(stack);
    const headers = async () => {
      asked += 1;
      return { ...(await files.headers()), 'x-client-info': `test ${asked}` };
    };
    await using proxy = await startFaultyProxy(stack.url, () => undefined);
    await uploadResumable({ ...filesOf(stack, { system: brandId }, proxy.url), headers }, optionsFor());
    expect(proxy.seen.map((request) => request.headers['x-client-info'])).toEqual(
      [1, 2, 3, 4, 5].map((count) => `test ${count}`),
    );
  });

  it('is read no further ahead than two chunks', async () => {
    let read = 0;
    let acknowledged = 0;
    let furthest = 0;
    const onPiece = (size: number) => {
      read += size;
      furthest = Math.max(furthest, read - acknowledged);
    };
    const body = streamOf(content, { pieceBytes: 65_536, onPiece });
    const onProgress = ({ sentBytes }: { sentBytes: number }) => {
      acknowledged = sentBytes;
    };
    await uploadResumable(filesOf(stack), { ...optionsFor(), body, onProgress });
    expect(furthest).toBeLessThanOrEqual(2 * chunkBytes + 65_536);
  });
});

describe('goes on after', () => {
  it.each<[string, (request: { method: string }, count: number) => ProxyFault | undefined]>([
    ['a failure at the beginning', once('POST', { kind: 'answer', status: 503 })],
    ['a beginning whose answer was lost', once('POST', { kind: 'swallow' })],
    ['a failure in the middle', once('PATCH', { kind: 'answer', status: 500 }, 2)],
    ['a lock that is held', once('PATCH', { kind: 'answer', status: 423 }, 2)],
    ['too many requests', once('PATCH', { kind: 'answer', status: 429 }, 2)],
    ['a connection that broke within a chunk', once('PATCH', { kind: 'break', afterBytes: 1_000_000 }, 2)],
    ['a connection that broke at once', once('PATCH', { kind: 'break', afterBytes: 0 }, 3)],
    ['an answer that was lost', once('PATCH', { kind: 'swallow' }, 2)],
    ['the last answer lost', once('PATCH', { kind: 'swallow' }, 4)],
    [
      'an offset that is another than thought',
      once('PATCH', { kind: 'answer', status: 409, body: 'Upload-Offset conflict' }, 2),
    ],
    [
      'a storm of failures',
      (_request, count) => ((count * 7) % 10 < 5 ? { kind: 'answer', status: 502 } : undefined),
    ],
  ])('%s', async (_what, decide) => {
    const { stored } = await uploadThrough(decide);
    expect(stored.equals(content)).toBe(true);
  });

  it('failures of a small file', async () => {
    const small = content.subarray(0, 1_000_000);
    const { stored } = await uploadThrough(once('POST', { kind: 'answer', status: 503 }), optionsFor(small));
    expect(stored.equals(small)).toBe(true);
  });

  it('a connection lost, with what has not arrived and no more', async () => {
    const { seen } = await uploadThrough(once('PATCH', { kind: 'break', afterBytes: 3_000_000 }, 2));
    expect(seen).toEqual(['POST', 'PATCH', 'PATCH', 'HEAD', 'PATCH', 'PATCH', 'PATCH']);
  });
});

describe('ends with an error of ours', () => {
  it('when failures do not end, and says that it may work later', async () => {
    const always = (request: { method: string }): ProxyFault | undefined =>
      request.method === 'POST' || request.method === 'DELETE' ? undefined : { kind: 'answer', status: 503 };
    await expectNothingLeft(() =>
      expect(uploadThrough(always)).rejects.toMatchObject({ code: 'storage_failed', retryable: true }),
    );
  });

  it('when the key is taken: at once, and without another try', async () => {
    const options = optionsFor();
    await uploadResumable(filesOf(stack), options);
    let requests = 0;
    const count = () => {
      requests += 1;
      return undefined;
    };
    const again = { ...optionsFor(), key: options.key };
    await expect(uploadThrough(count, again)).rejects.toMatchObject({ code: 'conflict', retryable: false });
    expect(requests).toBe(1);
    const small = { ...optionsFor(content.subarray(0, 10)), key: options.key };
    await expect(uploadResumable(filesOf(stack), small)).rejects.toMatchObject({ code: 'conflict' });
  });

  it('when the key is taken meanwhile, and gives up what has arrived', async () => {
    const files = filesOf(stack);
    const other = optionsFor(content.subarray(0, 10));
    const before = await listStored(stack, 'uploads');
    let chunks = 0;
    const fetch: typeof globalThis.fetch = async (url, init) => {
      if (init?.method === 'PATCH') chunks += 1;
      if (init?.method === 'PATCH' && chunks === 2) await uploadResumable(files, other);
      return globalThis.fetch(url, init);
    };
    const late = { ...optionsFor(), key: other.key };
    await expect(uploadResumable({ ...files, fetch }, late)).rejects.toMatchObject({ code: 'conflict' });
    expect(chunks).toBe(2);
    expect(await readStored(files, other.key)).toHaveLength(10);
    expect(await listStored(stack, 'uploads')).toEqual(before);
  });

  it('when somebody may not write there', async () => {
    await expectNothingLeft(() =>
      expect(uploadResumable(filesOf(stack, 'ctMember'), optionsFor())).rejects.toMatchObject({
        code: 'not_allowed',
        retryable: false,
      }),
    );
    await expect(
      uploadResumable(filesOf(stack, { system: 'acmecompany' }), optionsFor()),
    ).rejects.toMatchObject({
      code: 'not_allowed',
    });
  });

  it('when the upload is no longer known', async () => {
    const gone = (request: { method: string }): ProxyFault | undefined =>
      request.method === 'PATCH' || request.method === 'HEAD' ? { kind: 'answer', status: 404 } : undefined;
    await expect(uploadThrough(gone)).rejects.toMatchObject({ code: 'storage_failed', retryable: true });
  });

  it('when the server says where to upload, and that is elsewhere', async () => {
    const asked: string[] = [];
    const fetch: typeof globalThis.fetch = async (url, init) => {
      asked.push(new URL(String(url)).host);
      const response = await globalThis.fetch(url, init);
      const location = response.headers.get('location');
      if (location === null) return response;
      return new Response(null, {
        status: 201,
        headers: { location: location.replace(/127[^/]*/, 'evil.test') },
      });
    };
    await uploadResumable({ ...filesOf(stack), fetch }, optionsFor());
    expect(new Set(asked)).toEqual(new Set([new URL(stack.url).host]));
  });
});

describe('leaves nothing behind when', () => {
  it.each([0, 1, 7_000_000, 19_999_999, 20_000_000])('its body fails after %i bytes', async (breaksAfter) => {
    const error = new Error('broken');
    const body = streamOf(content, { pieceBytes: 65_536, breaksAfter, error });
    await expectNothingLeft(() =>
      expect(uploadResumable(filesOf(stack), { ...optionsFor(), body })).rejects.toBe(error),
    );
  });

  it.each([10_000_000, 20_000_001])(
    'its body has not the %i bytes that were announced',
    async (sizeBytes) => {
      await expectNothingLeft(() =>
        expect(uploadResumable(filesOf(stack), { ...optionsFor(), sizeBytes })).rejects.toMatchObject({
          code: 'input_invalid',
        }),
      );
    },
  );

  it('it is stopped, wherever it is', async () => {
    for (const stopAt of ['POST', 'PATCH', 'HEAD']) {
      const stopping = new AbortController();
      const stall = (request: { method: string }, count: number): ProxyFault | undefined => {
        if (request.method === stopAt && (stopAt !== 'PATCH' || count === 3)) {
          setTimeout(() => stopping.abort('enough'), 20);
          return { kind: 'stall' };
        }
        return stopAt === 'HEAD' && count === 3 ? { kind: 'answer', status: 500 } : undefined;
      };
      await expectNothingLeft(() =>
        expect(uploadThrough(stall, { signal: stopping.signal })).rejects.toMatchObject({
          code: 'aborted',
          cause: 'enough',
        }),
      );
    }
  });

  it('it is stopped while its body says nothing', async () => {
    const stopping = new AbortController();
    let cancelled: unknown = null;
    const body = new ReadableStream<Uint8Array>({
      pull: () => new Promise(() => undefined),
      cancel: (reason) => {
        cancelled = reason;
      },
    });
    // Once the upload has begun: what is stopped before its address is known is left to the server.
    setTimeout(() => stopping.abort('enough'), 1_000);
    await expectNothingLeft(() =>
      expect(
        uploadResumable(filesOf(stack), { ...optionsFor(), body, signal: stopping.signal }),
      ).rejects.toMatchObject({
        code: 'aborted',
      }),
    );
    expect(cancelled).toBe('enough');
  });

  it('it was stopped before it began', async () => {
    const signal = AbortSignal.abort();
    await expect(uploadThrough(() => undefined, { signal })).rejects.toMatchObject({ code: 'aborted' });
  });
});
