import { describe, expect, it } from 'vitest';
import type { ProviderFailure } from '../errors/index.ts';
import { poll } from '../shared/poll.ts';
import type { GenerationStatus, ImageProvider, StartGenerationCall } from './image-provider.ts';
import type { RunHandle } from './run.ts';
import {
  abortOnFault,
  briskly,
  garbage,
  type ProviderWorld,
  standingStill,
  type WorldSettings,
} from './testing/provider-world.ts';

export interface ImageWorld extends ProviderWorld {
  readonly provider: ImageProvider;
  /** Two pictures that can be painted. */
  createCall(): Promise<StartGenerationCall>;
  /** An address with something that is no LoRA. */
  publishNonsense(): string;
}

/** What every image provider promises, with its real adapter against its simulator. */
export function describeImageProvider(
  name: string,
  create: (settings?: WorldSettings) => Promise<ImageWorld>,
) {
  describe(`${name} paints`, () => {
    it('as many pictures as were asked for, and is paid once', async () => {
      await using world = await create();
      const handle = await start(world, await world.createCall());
      const { images, gpuSeconds } = await untilState(world, handle, 'succeeded');
      expect(images).toHaveLength(2);
      for (const image of images) expect(isPng(await world.readOutput(image))).toBe(true);
      expect(gpuSeconds).toBeGreaterThan(0);
      expect(world.runs()).toHaveLength(1);
    });

    it('fewer, where a filter took some away', async () => {
      await using world = await create();
      world.addFault('run', { kind: 'filter-images', count: 1 });
      const handle = await start(world, await world.createCall());
      const { images } = await untilState(world, handle, 'succeeded');
      expect(images).toHaveLength(1);
      const [image] = images;
      expect(image && isPng(await world.readOutput(image))).toBe(true);
    });

    it('none, where a filter took all, and says so', async () => {
      await using world = await create();
      world.addFault('run', { kind: 'filter-images' });
      const handle = await start(world, await world.createCall());
      const { error } = await untilState(world, handle, 'failed');
      expect(error).toMatchObject({ failure: 'content_refused', fault: 'caller', retryable: false });
    });

    it('none with what is no LoRA', async () => {
      await using world = await create();
      const call = { ...(await world.createCall()), loras: [{ url: world.publishNonsense(), scale: 1 }] };
      const { error } = await untilState(world, await start(world, call), 'failed');
      expect(error.failure).toBe('input_refused');
    });

    it.each<[number, ProviderFailure | ProviderFailure[]]>([
      [401, 'unauthenticated'],
      [402, 'no_credit'],
      [404, 'version_missing'],
      [422, ['version_missing', 'input_refused']],
      [429, 'rate_limited'],
    ])('not when it is refused with %i, and pays nothing', async (status, failure) => {
      await using world = await create();
      world.addFault('start', { kind: 'status', status });
      const outcome = await world.provider.startGeneration(await world.createCall());
      expect(outcome).toMatchObject({
        outcome: 'refused',
        error: { failure: expect.toBeOneOf([failure].flat()) },
      });
      expect(world.runs()).toHaveLength(0);
    });

    it('once, though the answer to its start was lost', async () => {
      await using world = await create();
      world.addFault('start', { kind: 'drop-after-accept' });
      const call = await world.createCall();
      const since = new Date();
      expect(await world.provider.startGeneration(call)).toMatchObject({ outcome: 'unknown' });
      const first = world.runs()[0]?.id ?? '';
      if (world.provider.afterUnknown === 'look') {
        const found = await world.provider.findGeneration({ call, since, taken: [] });
        expect(found?.providerJobId).toBe(first);
        expect(await world.provider.findGeneration({ call, since, taken: [first] })).toBeNull();
        const other = { ...call, settings: { ...call.settings, seed: call.settings.seed + 1 } };
        expect(await world.provider.findGeneration({ call: other, since, taken: [] })).toBeNull();
      } else {
        await untilState(world, await start(world, call), 'superseded');
        await untilState(world, { providerJobId: first }, 'succeeded');
      }
    });

    it('maybe, when the request broke on its way', async () => {
      await using world = await create();
      world.addFault('start', { kind: 'drop-before-accept' });
      const call = await world.createCall();
      const since = new Date();
      expect(await world.provider.startGeneration(call)).toMatchObject({ outcome: 'unknown' });
      expect(world.runs()).toHaveLength(0);
      expect(await world.provider.findGeneration({ call, since, taken: [] })).toBeNull();
    });

    it('maybe, when the caller stops waiting for the answer', async () => {
      await using world = await create();
      world.addFault('start', { kind: 'stall' });
      const call = { ...(await world.createCall()), signal: abortOnFault(world) };
      expect(await world.provider.startGeneration(call)).toMatchObject({ outcome: 'unknown' });
    });

    it('until it is cancelled', async () => {
      await using world = await create();
      world.addFault('run', { kind: 'stall' });
      const handle = await start(world, await world.createCall());
      await untilState(world, handle, 'running');
      await world.provider.cancelGeneration(handle);
      await untilState(world, handle, 'cancelled');
      await world.provider.cancelGeneration(handle);
    });

    it('not for ever: what takes longer than it may is ended', async () => {
      await using world = await create();
      world.addFault('run', { kind: 'stall' });
      const call = { ...(await world.createCall()), deadlineMs: 60_000 };
      const { error } = await untilState(world, await start(world, call), 'failed');
      expect(error).toMatchObject({ failure: 'timed_out', retryable: true });
    });

    it('not at all, when it is cancelled in the queue', async () => {
      await using world = await create();
      world.clock.setSpeed(standingStill);
      const handle = await start(world, await world.createCall());
      expect(await world.provider.getGenerationStatus(handle)).toMatchObject({ state: 'queued' });
      await world.provider.cancelGeneration(handle);
      const status = await world.provider.getGenerationStatus(handle);
      const isAborted = status.state === 'failed' && status.error.failure === 'aborted_before_start';
      expect(status.state === 'cancelled' || isAborted).toBe(true);
    });

    it('nothing under an id that it never gave', async () => {
      await using world = await create();
      const status = await world.provider.getGenerationStatus({ providerJobId: 'nobodys-run' });
      expect(status).toMatchObject({ state: 'failed', error: { failure: 'run_missing' } });
    });

    it('and does not believe nonsense', async () => {
      await using world = await create({ fetch: garbage });
      const look = world.provider.getGenerationStatus({ providerJobId: 'a-run' });
      await expect(look).rejects.toMatchObject({ failure: 'answer_invalid', retryable: true });
      const outcome = await world.provider.startGeneration(await world.createCall());
      expect(outcome).toMatchObject({ outcome: 'unknown' });
    });
  });
}

const isPng = (bytes: Uint8Array) => Buffer.from(bytes.slice(0, 4)).toString('latin1') === '\u0089PNG';

async function start({ provider }: ImageWorld, call: StartGenerationCall): Promise<RunHandle> {
  const outcome = await provider.startGeneration(call);
  if (outcome.outcome !== 'accepted') throw outcome.error;
  return outcome.handle;
}

type Of<State extends GenerationStatus['state']> = Extract<GenerationStatus, { state: State }>;

/** Looks until the generation is in a state; fails as soon as it has ended in another one. */
async function untilState<State extends GenerationStatus['state']>(
  { provider, clock }: ImageWorld,
  handle: RunHandle,
  state: State,
): Promise<Of<State>> {
  clock.setSpeed(briskly);
  const isWanted = (status: GenerationStatus): status is Of<State> => status.state === state;
  const look = async () => {
    const status = await provider.getGenerationStatus(handle);
    if (isWanted(status)) return status;
    if (status.state === 'queued' || status.state === 'running') return null;
    throw new Error(`The generation is ${status.state}.`, {
      cause: 'error' in status ? status.error : undefined,
    });
  };
  return poll(look, { waitingFor: `a generation that is ${state}`, intervalMs: 20, timeoutMs: 20_000 });
}
