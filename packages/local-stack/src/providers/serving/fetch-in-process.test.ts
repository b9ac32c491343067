import { expect, it } from 'vitest';
import { useReplicate } from '../replicate/testing/use-replicate.ts';

it('gives up when its caller does, as fetch does: before, while it waits and while it reads', async () => {
  await using world = await useReplicate();
  const { fetch, url } = world.simulators;
  const giveUp = (afterMs: number) => AbortSignal.timeout(afterMs);
  await expect(fetch(`${url}/replicate`, { signal: AbortSignal.abort() })).rejects.toThrow('abort');
  world.fail({ on: 'replicate.account.get', kind: 'slow', delayMs: 60_000 });
  await expect(world.request('/account', { signal: giveUp(20) })).rejects.toThrow('timeout');

  const id = await world.startTraining({ input: { steps: 10 } });
  await world.clock.advance(120_000);
  const { output } = await world.client.trainings.get(id);
  const stopping = new AbortController();
  const response = await fetch(output?.weights ?? '', { signal: stopping.signal });
  stopping.abort();
  await expect(response.arrayBuffer()).rejects.toThrow('abort');
});

it('passes on what is meant for others', async () => {
  await using world = await useReplicate();
  const elsewhere = world.publish('x', () => new Response('there'));
  expect(await (await world.simulators.fetch(elsewhere)).text()).toBe('there');
});
