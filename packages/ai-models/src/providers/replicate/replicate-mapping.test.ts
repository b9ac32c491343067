import { describe, expect, it } from 'vitest';
import { sampleGenerationCall, sampleTrainingCall } from '../testing/sample-calls.ts';
import { readRunKey, toGenerationInput, toTrainingInput } from './replicate-inputs.ts';
import { isStartedBy, toGenerationStatus, toTrainingListing, toTrainingStatus } from './replicate-mapping.ts';
import { pageOf, predictionSchema, trainingSchema } from './replicate-schemas.ts';

const training = (fields: object) => trainingSchema.parse({ id: 'zz4ibbonubfz7carwiefibzgga', ...fields });
const prediction = (fields: object) =>
  predictionSchema.parse({ id: 'rrr4z55ocneqzikepnug6xezpe', ...fields });

const version = 'act-org/act-acme:632231d0d49d34d5c4633bd838aee3d81d936e59a886fbf28524702003b4c532';
const signedLora = sampleGenerationCall().loras[0]?.url.split('?')[0];
const weights = 'https://replicate.delivery/xezq/abc/trained_model.tar';
const ended = {
  completed_at: '2026-11-20T10:00:00.000000Z',
  metrics: { predict_time: 1_203.5, total_time: 1_400 },
};

describe('a training', () => {
  const statusOf = (fields: object) => toTrainingStatus(training(fields), 1000);

  it.each([
    [
      { status: 'starting', logs: '' },
      { state: 'queued', report: { stage: 'provisioning' } },
    ],
    [
      { status: 'processing', logs: 'Starting train job\n' },
      { state: 'running', report: { stage: 'loading' } },
    ],
    [{ status: 'processing' }, { state: 'running', report: { logTail: '' } }],
    [{ status: 'hibernating' }, { state: 'running' }],
    [
      { status: 'canceled', ...ended },
      { state: 'cancelled', gpuSeconds: 1_203.5 },
    ],
    [{ status: 'aborted' }, { state: 'failed', error: { failure: 'aborted_before_start', retryable: true } }],
    [
      { status: 'failed', error: 'CUDA out of memory', ...ended },
      { state: 'failed', error: { failure: 'out_of_memory' }, gpuSeconds: 1_203.5 },
    ],
    [
      { status: 'failed', error: { code: 7 } },
      { state: 'failed', error: { vendorDetail: '{"code":7}' } },
    ],
    [
      { status: 'succeeded', output: null },
      { state: 'failed', error: { failure: 'answer_invalid' } },
    ],
    [
      { status: 'succeeded', output: null, data_removed: true },
      { state: 'failed', error: { failure: 'output_expired' } },
    ],
  ])('%j', (fields, expected) => {
    expect(statusOf(fields)).toMatchObject(expected);
  });

  it('that succeeded', () => {
    expect(statusOf({ status: 'succeeded', output: { version, weights }, ...ended })).toEqual({
      state: 'succeeded',
      weights: { from: 'provider', url: weights },
      providerModel: 'act-org/act-acme',
      providerVersion: '632231d0d49d34d5c4633bd838aee3d81d936e59a886fbf28524702003b4c532',
      gpuSeconds: 1_203.5,
      report: { losses: [], logTail: '' },
    });
  });
});

it.each([
  'act-org/a\ud83d:632231d0',
  `act-org/act-acme:${'0'.repeat(101)}`,
  'act-org/a b\u0000:632231d0',
  'act-org/act-acme',
  '',
])('takes no name for what was trained that none is: %j', (named) => {
  const status = toTrainingStatus(
    training({ status: 'succeeded', output: { version: named, weights } }),
    1000,
  );
  expect(Object.keys(status).filter((key) => key.startsWith('provider'))).toEqual([]);
});

it.each([-5, 1e300, 'long'])('a time on the GPU that cannot be true is none: %s', (predict_time) => {
  const metrics = { predict_time };
  const trained = training({ status: 'succeeded', output: { version, weights }, metrics });
  expect(toTrainingStatus(trained, 1000)).toMatchObject({ state: 'succeeded' });
  expect(toTrainingStatus(trained, 1000)).not.toHaveProperty('gpuSeconds');
});

describe('a list of trainings', () => {
  it('finds our key in the address of the archive', () => {
    const { archiveUrl, runKey } = sampleTrainingCall();
    const listed = training({
      status: 'starting',
      input: { input_images: archiveUrl },
      created_at: '2026-11-20T10:00:00.123456Z',
    });
    expect(toTrainingListing(listed)).toEqual({
      handle: { providerJobId: 'zz4ibbonubfz7carwiefibzgga' },
      state: 'queued',
      runKey,
      createdAt: new Date('2026-11-20T10:00:00.123Z'),
    });
  });

  it.each([
    [null],
    [''],
    ['nonsense'],
    ['https://act.example/pictures.zip'],
    ['https://act.example/a.zip?download=holiday.zip'],
    ['https://act.example/a.zip?download=training-../x.zip'],
    ['https://act.example/training-1.zip'],
  ])('has no key for what is not ours: %j', (address) => {
    expect(readRunKey(address)).toBeNull();
  });

  it("is not spoilt by somebody else's runs", () => {
    const results = [
      { id: 'a', status: 'succeeded', input: 'text', output: ['x'], metrics: 7, error: ['x'] },
      { id: 'b', status: 'failed', input: { input_images: ['a', 'b'] }, created_at: 'yesterday' },
    ];
    const page = pageOf(trainingSchema).parse({ results });
    expect(page.results.map((one) => toTrainingListing(one).runKey)).toEqual([null, null]);
  });
});

it('sends a trainer what it knows, and nothing that publishes or brings in a model', () => {
  const call = sampleTrainingCall();
  expect(toTrainingInput(call)).toEqual({
    input_images: call.archiveUrl,
    trigger_word: 'user42585527',
    autocaption: true,
    steps: 1000,
    learning_rate: 0.0004,
    batch_size: 1,
    resolution: '512,768,1024',
    lora_rank: 16,
    caption_dropout_rate: 0.05,
    optimizer: 'adamw8bit',
  });
});

it('sends a painter what it knows', () => {
  const call = sampleGenerationCall({
    loras: [
      { url: 'https://a/a.safetensors', scale: 1 },
      { url: 'https://a/b.safetensors', scale: 0.5 },
    ],
  });
  expect(toGenerationInput(call)).toEqual({
    prompt: call.prompt,
    lora_weights: 'https://a/a.safetensors',
    lora_scale: 1,
    extra_lora: 'https://a/b.safetensors',
    extra_lora_scale: 0.5,
    num_outputs: 4,
    aspect_ratio: '1:1',
    megapixels: '1',
    num_inference_steps: 28,
    guidance: 3.5,
    seed: 7,
    output_format: 'png',
    output_quality: 90,
    go_fast: false,
    disable_safety_checker: false,
  });
});

describe('a prediction', () => {
  const statusOf = (fields: object) => toGenerationStatus(prediction(fields));
  const image = 'https://replicate.delivery/xezq/abc/out-0.png';

  it.each([
    [{ status: 'starting' }, { state: 'queued' }],
    [{ status: 'processing' }, { state: 'running' }],
    [
      { status: 'succeeded', output: [image] },
      { state: 'succeeded', images: [{ from: 'provider', url: image }] },
    ],
    [
      { status: 'succeeded', output: image },
      { state: 'succeeded', images: [{ from: 'provider', url: image }] },
    ],
    [
      { status: 'succeeded', output: [] },
      { state: 'failed', error: { failure: 'content_refused' } },
    ],
    [
      { status: 'succeeded', output: null, data_removed: true },
      { state: 'failed', error: { failure: 'output_expired', retryable: true } },
    ],
    [
      { status: 'failed', error: 'NSFW content detected.' },
      { state: 'failed', error: { failure: 'content_refused' } },
    ],
    [
      { status: 'canceled', metrics: { predict_time: 2 } },
      { state: 'cancelled', gpuSeconds: 2 },
    ],
    [{ status: 'aborted' }, { state: 'failed', error: { failure: 'aborted_before_start' } }],
    [
      {
        status: 'canceled',
        deadline: '2026-11-20T10:00:00.000Z',
        completed_at: '2026-11-20T10:00:00.123456Z',
      },
      { state: 'failed', error: { failure: 'timed_out', retryable: true } },
    ],
    [
      { status: 'canceled', deadline: '2026-11-20T10:00:00.000Z', completed_at: '2026-11-20T09:59:00.000Z' },
      { state: 'cancelled' },
    ],
  ])('%j', (fields, expected) => {
    expect(statusOf(fields)).toMatchObject(expected);
  });

  it.each([
    ['itself', {}, true],
    ['the same LoRA, signed by another process', { lora_weights: `${signedLora}?token=another` }, true],
    ['another prompt', { prompt: 'else' }, false],
    ['another seed', { seed: 8 }, false],
    ['another LoRA', { lora_weights: 'https://a/other.safetensors' }, false],
    ['a second LoRA', { extra_lora: 'https://a/other.safetensors' }, false],
    ['more pictures', { num_outputs: 1 }, false],
  ])('is told from others by its input: %s', (_name, changed, expected) => {
    const call = sampleGenerationCall();
    const listed = prediction({ status: 'starting', input: { ...toGenerationInput(call), ...changed } });
    expect(isStartedBy(listed, call)).toBe(expected);
  });

  it("whose input was removed is nobody's", () => {
    expect(isStartedBy(prediction({ status: 'succeeded', input: null }), sampleGenerationCall())).toBe(false);
  });
});

it('takes no id that could lead elsewhere', () => {
  expect(trainingSchema.safeParse({ id: '../account', status: 'starting' }).success).toBe(false);
});
