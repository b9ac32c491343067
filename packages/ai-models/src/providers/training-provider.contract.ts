import { describe, expect, it } from 'vitest';
import type { ProviderFailure } from '../errors/index.ts';
import { poll } from '../shared/poll.ts';
import type { RunHandle } from './run.ts';
import {
  abortOnFault,
  garbage,
  type ProviderWorld,
  quickly,
  standingStill,
  type WorldSettings,
} from './testing/provider-world.ts';
import type { StartTrainingCall, TrainingProvider, TrainingStatus } from './training-provider.ts';

export interface TrainingWorld extends ProviderWorld {
  readonly provider: TrainingProvider;
  /** A training that can succeed. */
  createCall(): Promise<StartTrainingCall>;
  /** An address with something that is no archive of pictures. */
  publishNonsense(): string;
}

/** What every training provider promises, with its real adapter against its simulator. */
export function describeTrainingProvider(
  name: string,
  create: (settings?: WorldSettings) => Promise<TrainingWorld>,
) {
  describe(`${name} trains`, () => {
    it('from an archive to weights that can be read, and is paid once', async () => {
      await using world = await create();
      const call = await world.createCall();
      const handle = await start(world, call);
      const status = await untilState(world, call, handle, 'succeeded');
      expect((await world.readOutput(status.weights)).length).toBeGreaterThan(1_000);
      expect(status.gpuSeconds).toBeGreaterThan(0);
      expect(world.runs()).toHaveLength(1);
    });

    it('says what it is doing', async () => {
      await using world = await create();
      world.addFault('run', { kind: 'stall' });
      const call = await world.createCall();
      const handle = await start(world, call);
      const status = await untilState(
        world,
        call,
        handle,
        'running',
        ({ report }) => report.losses.length > 0,
      );
      const { report } = status;
      expect(report).toMatchObject({ stage: 'training', totalSteps: call.config.steps });
      expect(report.progress).toBeGreaterThan(0);
      expect(report.losses.at(-1)).toMatchObject({ step: report.step, loss: expect.any(Number) });
      expect(report.logTail).not.toBe('');
      expect(report.logTail).not.toMatch(/https?:|token/);
    });

    it.each<[number, ProviderFailure | ProviderFailure[], boolean]>([
      [400, 'input_refused', false],
      [401, 'unauthenticated', false],
      [402, 'no_credit', false],
      [403, 'forbidden', false],
      [404, ['version_missing', 'destination_missing'], false],
      [413, 'too_large', false],
      [429, 'rate_limited', true],
    ])('not when it is refused with %i, and pays nothing', async (status, failure, retryable) => {
      await using world = await create();
      world.addFault('start', { kind: 'status', status });
      const outcome = await world.provider.startTraining(await world.createCall());
      expect(outcome).toMatchObject({
        outcome: 'refused',
        error: {
          providerId: world.provider.id,
          failure: expect.toBeOneOf([failure].flat()),
          retryable,
          status,
        },
      });
      expect(world.runs()).toHaveLength(0);
    });

    it.each(['drop-before-accept', 'status'] as const)('maybe, after %s: it is asked once', async (kind) => {
      await using world = await create();
      world.addFault('start', { kind, ...(kind === 'status' && { status: 503 }) });
      const call = await world.createCall();
      const since = new Date();
      expect(await world.provider.startTraining(call)).toMatchObject({ outcome: 'unknown' });
      expect(world.runs()).toHaveLength(0);
      expect(await world.provider.findTraining({ runKey: call.runKey, since })).toBeNull();
    });

    it('once, though the answer to its start was lost', async () => {
      await using world = await create();
      world.addFault('start', { kind: 'drop-after-accept' });
      const call = await world.createCall();
      const since = new Date();
      expect(await world.provider.startTraining(call)).toMatchObject({ outcome: 'unknown' });
      expect(world.runs()).toHaveLength(1);
      const [first] = world.runs();
      const { afterUnknown } = world.provider;
      if (afterUnknown === 'look') {
        const found = await world.provider.findTraining({ runKey: call.runKey, since });
        expect(found?.providerJobId).toBe(first?.id);
        expect(world.runs()).toHaveLength(1);
      } else {
        const second = await start(world, call);
        await untilState(world, call, second, 'superseded');
        const winner = { providerJobId: first?.id ?? '' };
        await untilState(world, call, winner, 'succeeded');
      }
    });

    it('maybe, when the caller stops waiting for the answer', async () => {
      await using world = await create();
      world.addFault('start', { kind: 'stall' });
      const call = { ...(await world.createCall()), signal: abortOnFault(world) };
      const outcome = await world.provider.startTraining(call);
      expect(outcome).toMatchObject({ outcome: 'unknown', error: { failure: 'stopped' } });
    });

    it('maybe, when no answer comes in time', async () => {
      await using world = await create({ timeoutMs: 300 });
      world.addFault('start', { kind: 'stall' });
      const outcome = await world.provider.startTraining(await world.createCall());
      expect(outcome).toMatchObject({ outcome: 'unknown', error: { failure: 'unreachable' } });
    });

    it('not, when the caller stopped before', async () => {
      await using world = await create();
      const call = { ...(await world.createCall()), signal: AbortSignal.abort() };
      expect(await world.provider.startTraining(call)).toMatchObject({ outcome: 'refused' });
      expect(world.runs()).toHaveLength(0);
    });

    it('until it is cancelled in the queue', async () => {
      await using world = await create();
      world.clock.setSpeed(standingStill);
      const call = await world.createCall();
      const handle = await start(world, call);
      expect(await world.provider.getTrainingStatus(handle, call)).toMatchObject({ state: 'queued' });
      await world.provider.cancelTraining(handle);
      expect(isCancelled(await world.provider.getTrainingStatus(handle, call))).toBe(true);
    });

    it('until it is cancelled on the way', async () => {
      await using world = await create();
      world.addFault('run', { kind: 'stall' });
      const call = await world.createCall();
      const handle = await start(world, call);
      await untilState(world, call, handle, 'running');
      world.addFault('cancel', { kind: 'status', status: 503 });
      await world.provider.cancelTraining(handle);
      await untilState(world, call, handle, 'cancelled');
      await world.provider.cancelTraining(handle);
      expect(isCancelled(await world.provider.getTrainingStatus(handle, call))).toBe(true);
    });

    it('to the end, whoever cancels afterwards', async () => {
      await using world = await create();
      const call = await world.createCall();
      const handle = await start(world, call);
      await untilState(world, call, handle, 'succeeded');
      await world.provider.cancelTraining(handle);
      expect(await world.provider.getTrainingStatus(handle, call)).toMatchObject({ state: 'succeeded' });
    });

    it('and says why it could not', async () => {
      await using world = await create();
      world.addFault('run', { kind: 'fail-run' });
      const call = await world.createCall();
      const status = await untilState(world, call, await start(world, call), 'failed');
      expect(status.error).toMatchObject({ failure: 'out_of_memory', fault: 'caller', retryable: false });
      expect(status.error.message).not.toMatch(/CUDA|Traceback/);
    });

    it('not from what is no archive', async () => {
      await using world = await create();
      const call = { ...(await world.createCall()), archiveUrl: world.publishNonsense() };
      const status = await untilState(world, call, await start(world, call), 'failed');
      expect(status.error).toMatchObject({ failure: 'dataset_refused', fault: 'caller' });
    });

    it('and is asked again when a look fails', async () => {
      await using world = await create();
      const call = await world.createCall();
      const handle = await start(world, call);
      world.addFault('status', { kind: 'status', status: 503 });
      world.addFault('status', { kind: 'status', status: 429 });
      world.addFault('status', { kind: 'drop-before-accept' });
      expect((await world.provider.getTrainingStatus(handle, call)).state).toBeOneOf([
        'queued',
        'running',
        'succeeded',
      ]);
    });

    it('and a look ends with its signal', async () => {
      await using world = await create();
      const call = await world.createCall();
      const handle = await start(world, call);
      world.addFault('status', { kind: 'stall' });
      const look = world.provider.getTrainingStatus(handle, { ...call, signal: abortOnFault(world) });
      await expect(look).rejects.toMatchObject({ code: 'aborted' });
    });

    it('nothing under an id that it never gave', async () => {
      await using world = await create();
      const status = await world.provider.getTrainingStatus(
        { providerJobId: 'nobodys-run' },
        await world.createCall(),
      );
      expect(status).toMatchObject({ state: 'failed', error: { failure: 'run_missing' } });
      await world.provider.cancelTraining({ providerJobId: 'nobodys-run' });
    });

    it('and does not believe nonsense', async () => {
      await using world = await create({ fetch: garbage });
      const call = await world.createCall();
      const look = world.provider.getTrainingStatus({ providerJobId: 'a-run' }, call);
      await expect(look).rejects.toMatchObject({ failure: 'answer_invalid', retryable: true });
    });

    it.each([
      'http://169.254.169.254/latest/meta-data',
      'https://replicate.delivery.evil.example/weights.tar',
      'https://user:password@replicate.delivery/weights.tar',
      'https://replicate.delivery:8443/weights.tar',
      'http://replicate.delivery/weights.tar',
      'file:///etc/passwd',
      'nonsense',
    ])('and opens no address that is not its own: %s', async (url) => {
      const asked: string[] = [];
      const fetch: typeof globalThis.fetch = (input) => {
        asked.push(String(input));
        return Promise.reject(new TypeError('fetch failed'));
      };
      await using world = await create({ fetch });
      await expect(world.provider.openOutput(url)).rejects.toMatchObject({
        failure: 'answer_invalid',
        retryable: false,
      });
      expect(asked).toEqual([]);
    });
  });
}

/** What was asked for and ended is cancelled, whether it had begun or not. */
function isCancelled(status: TrainingStatus): boolean {
  return (
    status.state === 'cancelled' ||
    (status.state === 'failed' && status.error.failure === 'aborted_before_start')
  );
}

async function start({ provider }: TrainingWorld, call: StartTrainingCall): Promise<RunHandle> {
  const outcome = await provider.startTraining(call);
  if (outcome.outcome !== 'accepted') throw outcome.error;
  return outcome.handle;
}

type Of<State extends TrainingStatus['state']> = Extract<TrainingStatus, { state: State }>;

/** Looks until the training is in a state; fails as soon as it has ended in another one. */
async function untilState<State extends TrainingStatus['state']>(
  { provider, clock }: TrainingWorld,
  call: StartTrainingCall,
  handle: RunHandle,
  state: State,
  isEnough: (status: Of<State>) => boolean = () => true,
): Promise<Of<State>> {
  clock.setSpeed(quickly);
  const isWanted = (status: TrainingStatus): status is Of<State> => status.state === state;
  const look = async () => {
    const status = await provider.getTrainingStatus(handle, call);
    if (isWanted(status)) return isEnough(status) ? status : null;
    if (status.state === 'queued' || status.state === 'running') return null;
    throw new Error(`The training is ${status.state}.`, {
      cause: 'error' in status ? status.error : undefined,
    });
  };
  return poll(look, { waitingFor: `a training that is ${state}`, intervalMs: 20, timeoutMs: 20_000 });
}
