import { describe, expect, it } from 'vitest';
import { longPolicy, minutes, type RunpodWorld, useRunpod } from '../testing/use-runpod.ts';

describe('an upload', () => {
  it('is tried again after a 503, and when its answer was lost', async () => {
    using world = useRunpod();
    const unwell = world.openUpload((_request, attempt) =>
      attempt < 3 ? new Response('', { status: 503 }) : null,
    );
    expect(await world.finish(await world.trainingInput({ upload_urls: [unwell] }))).toMatchObject({
      status: 'COMPLETED',
    });

    const stored = world.openUpload();
    const loses = world.publish(async (request) => {
      const answer = await fetchFrom(world, stored, request);
      if (answer.ok) throw new TypeError('fetch failed');
      return answer;
    });
    const job = await world.finish(await world.trainingInput({ upload_urls: [loses] }));
    expect(job).toMatchObject({ status: 'COMPLETED' });
    expect(world.uploaded(stored)).not.toBeNull();
  });

  it('is not tried for ever', async () => {
    using world = useRunpod();
    let attempts = 0;
    const broken = world.openUpload(() => {
      attempts += 1;
      return new Response('', { status: 500 });
    });
    expect(await world.finish(await world.trainingInput({ upload_urls: [broken] }))).toMatchObject({
      status: 'FAILED',
    });
    expect(attempts).toBe(3);
  });

  it('ends when the run is cancelled in the middle of it', async () => {
    using world = useRunpod();
    let aborted = false;
    const hangs = world.publish(
      ({ signal }) =>
        new Promise((_, reject) => {
          signal.addEventListener('abort', () => {
            aborted = true;
            reject(signal.reason);
          });
        }),
    );
    const id = await world.submit(world.generationInput({ lock_url: hangs }), longPolicy);
    const advanced = world.clock.advance(minutes(1));
    while ((await world.status(id)).status !== 'IN_PROGRESS')
      await new Promise((resolve) => setImmediate(resolve));
    await world.request(`/act/cancel/${id}`, {});
    await advanced;
    expect(aborted).toBe(true);
    expect(await world.status(id)).toMatchObject({ status: 'CANCELLED' });
  });
});

/** Answers a request as another address would. */
function fetchFrom(world: RunpodWorld, url: string, request: Request): Promise<Response> {
  return world.fetch(
    new Request(url, {
      method: request.method,
      headers: request.headers,
      body: request.body,
      duplex: 'half',
    }),
  );
}
