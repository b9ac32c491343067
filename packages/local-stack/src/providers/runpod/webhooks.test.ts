import { describe, expect, it } from 'vitest';
import { longPolicy, minutes, useRunpod } from './testing/use-runpod.ts';

describe('webhooks', () => {
  it('carry the result and what was sent, and no signature', async () => {
    using world = useRunpod();
    const { url, received } = world.receiveWebhooks();
    const input = world.generationInput();
    const id = await world.submit(input, { ...longPolicy, webhook: url });
    await world.clock.advance(minutes(1));
    expect(received).toHaveLength(1);
    expect(received[0]?.body).toEqual({
      delayTime: 12_000,
      executionTime: 7_600,
      id,
      input,
      output: expect.objectContaining({ images: expect.any(Array) }),
      status: 'COMPLETED',
      webhook: url,
    });
    expect([...(received[0]?.headers.keys() ?? [])].filter((name) => name.includes('signature'))).toEqual([]);
  });

  it('are tried twice more, ten seconds apart', async () => {
    using world = useRunpod();
    const { url, received } = world.receiveWebhooks([500, 404, 503, 200]);
    world.fail({ on: 'runpod.generations.run', kind: 'fail-run' });
    await world.submit(world.generationInput(), { ...longPolicy, webhook: url });
    await world.clock.advance(30_000);
    expect(received).toHaveLength(2);
    await world.clock.advance(minutes(5));
    expect(received).toHaveLength(3);
    expect(received[0]?.body).toMatchObject({ status: 'FAILED', error: expect.any(String) });
  });

  it('do not come for a run that was cancelled or took too long', async () => {
    using world = useRunpod();
    const { url, received } = world.receiveWebhooks();
    const id = await world.submit(world.generationInput(), { ...longPolicy, webhook: url });
    await world.request(`/act/cancel/${id}`, {});
    await world.submit(await world.trainingInput(), { webhook: url, policy: { executionTimeout: 5_000 } });
    await world.clock.advance(minutes(5));
    expect(received).toEqual([]);
  });
});
