import { randomUUID } from 'node:crypto';
import { connect, startStack, type TestStack } from '@act/local-stack/testing';
import { createPictureTools } from '../../node/picture-tools.ts';
import { brand, contextFor } from '../../node/testing/brand-context.ts';
import { paintPicture, toBytes } from '../../node/testing/paint-picture.ts';
import { inspectReceivedPictures } from '../../training/inspect-received-pictures.ts';
import { uploadTrainingImages } from '../../training/upload-training-images.ts';

/** A project with a brand that has pictures to train on, for many trainings one after the other. */
export interface JobWorld extends AsyncDisposable {
  readonly stack: TestStack;
  /** Reaches the project, over a socket or without one. */
  readonly fetch: typeof globalThis.fetch;
  /** Pictures that are ready, enough for a product. */
  readonly assetIds: readonly string[];
  /** As the superuser. */
  query<Row extends Record<string, unknown>>(sql: string, values?: readonly unknown[]): Promise<Row[]>;
}

const limits = {
  training: { maximumRunningJobs: 1_000, maximumJobsPerDay: 100_000 },
  generation: { maximumPerDay: 100_000 },
};

export async function createJobWorld({ listen = false }: { listen?: boolean } = {}): Promise<JobWorld> {
  await using cleanup = new AsyncDisposableStack();
  const stack = cleanup.use(await startStack({ listen }));
  const client = cleanup.use(await connect(stack.database.superuser));
  // One connection answers one question after the other.
  let last: Promise<unknown> = Promise.resolve();
  const query: JobWorld['query'] = async (sql, values = []) => {
    const asked = last.then(() => client.query(sql, [...values]));
    last = asked.catch(() => undefined);
    return (await asked).rows;
  };
  await query('update public.brands set settings = settings || $2 where id = $1', [brand, limits]);
  const fetch = listen ? globalThis.fetch : reachInProcess(stack);
  const context = await contextFor(stack, { system: brand }, { fetch, pictureTools: createPictureTools });
  const pictures = await uploadTrainingImages(context, {
    files: await Promise.all([1, 2, 3, 4].map((seed) => toBytes(paintPicture({ seed, ...small }).jpeg()))),
    names: ['one', 'two', 'three', 'four'].map((name) => `${name}-${randomUUID()}`),
    captions: ['a [brand] cup', 'a [brand] bag', 'a [brand] box', 'a [brand] hat'],
  });
  await inspectReceivedPictures(context);
  const owned = cleanup.move();
  return {
    stack,
    fetch,
    query,
    assetIds: pictures.map(({ id }) => id),
    [Symbol.asyncDispose]: () => owned.disposeAsync(),
  };
}

const small = { width: 640, height: 512 };

const reachInProcess =
  (stack: TestStack): typeof globalThis.fetch =>
  async (input, init) => {
    const request = new Request(
      input,
      init?.body instanceof ReadableStream ? Object.assign({ duplex: 'half' }, init) : init,
    );
    request.signal.throwIfAborted();
    return stack.fetch(request);
  };
