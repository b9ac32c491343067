import { afterEach, beforeEach, expect, it, vi } from 'vitest';
import { type ReplicateWorld, useReplicate } from '../replicate/testing/use-replicate.ts';

let printed: { mock: { calls: unknown[][] } }[];
beforeEach(() => {
  printed = (['error', 'warn', 'info', 'log'] as const).map((level) =>
    vi.spyOn(console, level).mockReturnValue(),
  );
});
afterEach(() => void vi.restoreAllMocks());

const lines = () => printed.flatMap(({ mock }) => mock.calls);

/** Where an output can be fetched. */
async function train(world: ReplicateWorld): Promise<string> {
  const id = await world.startTraining({ input: { steps: 10, lora_rank: 8 } });
  await world.clock.advance(120_000);
  const { output } = await world.client.trainings.get(id);
  return output?.weights ?? '';
}

it.each([
  { on: 'replicate.account.get', kind: 'status', status: 503 },
  { on: 'replicate.account.get', kind: 'drop-before-accept' },
  { on: 'replicate.account.get', kind: 'drop-after-accept' },
  { on: 'replicate.account.get', kind: 'stall' },
  { on: 'replicate.delivery', kind: 'truncate' },
  { on: 'replicate.delivery', kind: 'expire' },
] as const)('what was asked to go wrong prints nothing: $on $kind', async (fault) => {
  await using world = await useReplicate({ listen: true });
  const url = await train(world);
  world.fail(fault);
  const ask = async () => {
    const response =
      fault.on === 'replicate.delivery'
        ? await fetch(url)
        : await world.request('/account', { signal: AbortSignal.timeout(200) });
    await response.arrayBuffer();
    return response.ok;
  };
  expect(await ask().catch(() => false)).toBe(false);
  expect(lines()).toEqual([]);
});

it.each(['fail-run', 'stall', 'truncate', 'expire'] as const)(
  'nor does a run that was to %s',
  async (kind) => {
    await using world = await useReplicate({ listen: true });
    world.fail({ on: 'replicate.trainings.run', kind });
    const url = await train(world);
    if (url !== '') await (await fetch(url)).arrayBuffer();
    expect(lines()).toEqual([]);
  },
);
