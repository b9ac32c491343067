import { expect, it } from 'vitest';
import { poll } from '../../shared/poll.ts';
import { describeImageProvider } from '../image-provider.contract.ts';
import { quickly, standingStill } from '../testing/provider-world.ts';
import { describeTrainingProvider } from '../training-provider.contract.ts';
import { parseHandle } from './runpod-handle.ts';
import { createRunpodWorld } from './testing/runpod-world.ts';

describeTrainingProvider('RunPod', async (settings) => {
  const world = await createRunpodWorld('training', settings);
  return {
    ...world,
    provider: world.training,
    createCall: world.createTrainingCall,
    publishNonsense: () => world.files.publish('archive.zip', Buffer.from('no zip')),
  };
});

describeImageProvider('RunPod', async (settings) => {
  const world = await createRunpodWorld('generation', settings);
  return {
    ...world,
    provider: world.images,
    createCall: world.createGenerationCall,
    publishNonsense: () => world.files.publish('lora.safetensors', Buffer.from('no LoRA')),
  };
});

it.each(['flux', 'sdxl', 'sd15'] as const)('trains %s', async (modelType) => {
  await using world = await createRunpodWorld('training');
  const call = { ...(await world.createTrainingCall()), modelType };
  const started = await world.training.startTraining(call);
  if (started.outcome !== 'accepted') throw started.error;
  const look = async () => {
    const status = await world.training.getTrainingStatus(started.handle, call);
    return status.state === 'succeeded' ? status : null;
  };
  await poll(look, { waitingFor: 'a training', intervalMs: 20, timeoutMs: 20_000 });
  const lock: unknown = JSON.parse(
    Buffer.from(world.files.read(call.delivery?.lockUrl ?? '') ?? '').toString(),
  );
  expect(lock).toMatchObject({ run: parseHandle(started.handle)?.runId, run_key: call.runKey });
});

it('does not take a run for lost that RunPod does not know yet', async () => {
  let now = new Date('2026-11-20T10:00:00Z');
  await using world = await createRunpodWorld('training', { now: () => now });
  world.clock.setSpeed(standingStill);
  const call = await world.createTrainingCall();
  const started = await world.training.startTraining(call);
  if (started.outcome !== 'accepted') throw started.error;
  world.addFault('status', { kind: 'status', status: 404, times: 2 });
  const look = () => world.training.getTrainingStatus(started.handle, call);
  expect(await look()).toMatchObject({ state: 'queued' });
  now = new Date('2026-11-20T10:05:00Z');
  expect(await look()).toMatchObject({ state: 'failed', error: { failure: 'run_missing' } });
  expect(await look()).toMatchObject({ state: 'queued' });
});

it('ends what takes longer than it may', async () => {
  await using world = await createRunpodWorld('training');
  world.addFault('run', { kind: 'stall' });
  const call = { ...(await world.createTrainingCall()), deadlineMs: 30 * 60_000 };
  const started = await world.training.startTraining(call);
  if (started.outcome !== 'accepted') throw started.error;
  const look = async () => {
    const status = await world.training.getTrainingStatus(started.handle, call);
    return status.state === 'failed' ? status.error : null;
  };
  const error = await poll(look, { waitingFor: 'a deadline', intervalMs: 20, timeoutMs: 20_000 });
  expect(error).toMatchObject({ failure: 'timed_out', retryable: true });
});

it('says that an input was no good, though the image says it in a sentence', async () => {
  await using world = await createRunpodWorld('training');
  const call = await world.createTrainingCall();
  const started = await world.training.startTraining({
    ...call,
    config: { ...call.config, resolution: 'large' },
  });
  if (started.outcome !== 'accepted') throw started.error;
  const look = async () => {
    const status = await world.training.getTrainingStatus(started.handle, call);
    return status.state === 'failed' ? status.error : null;
  };
  const error = await poll(look, { waitingFor: 'a refusal', intervalMs: 20, timeoutMs: 20_000 });
  expect(error).toMatchObject({ failure: 'input_refused', fault: 'library' });
});

it('sends nothing without a place to deliver to', async () => {
  await using world = await createRunpodWorld('generation');
  const { delivery: _, ...training } = await world.createTrainingCall();
  expect(await world.training.startTraining(training)).toMatchObject({ outcome: 'refused' });
  const pictures = { ...(await world.createGenerationCall()), delivery: world.openDelivery(1) };
  expect(await world.images.startGeneration(pictures)).toMatchObject({ outcome: 'refused' });
  expect(world.runs()).toHaveLength(0);
});

it('finds the run of a lock on whichever endpoint it is', async () => {
  await using world = await createRunpodWorld('training');
  const endpoints = { training: { flux: 'act-elsewhere', sdxl: world.endpointId }, images: world.endpointId };
  await using other = await createRunpodWorld('training', {
    endpoints,
    baseUrl: world.simulators.runpod.url,
    apiKey: world.simulators.runpod.apiKey,
  });
  world.clock.setSpeed(standingStill);
  const call = await world.createTrainingCall();
  await other.training.startTraining(call);
  const [run] = world.runs();
  const status = await other.training.getTrainingStatus({ providerJobId: run?.id ?? '' }, call);
  expect(status).toMatchObject({ state: 'queued' });
  await other.training.cancelTraining({ providerJobId: run?.id ?? '' });
  expect(world.runs()).toMatchObject([{ state: 'CANCELLED' }]);
  world.clock.setSpeed(quickly);
});

it('sends the webhook, and nothing that must stay secret', async () => {
  await using world = await createRunpodWorld('training');
  world.clock.setSpeed(standingStill);
  const call = {
    ...(await world.createTrainingCall()),
    webhookUrl: 'https://act.example/webhooks/runpod/abc',
  };
  await world.training.startTraining(call);
  const [job] = world.simulators.runpod.simulator.runs();
  expect(job).toMatchObject({ webhook: 'https://act.example/webhooks/runpod/abc' });
  expect(JSON.stringify(job?.input)).not.toContain(world.simulators.runpod.apiKey);
});
