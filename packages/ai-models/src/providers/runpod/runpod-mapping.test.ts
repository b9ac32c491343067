import { describe, expect, it } from 'vitest';
import { sampleGenerationCall, sampleTrainingCall } from '../testing/sample-calls.ts';
import { parseEndpoints } from './runpod-endpoints.ts';
import { parseHandle, toHandle } from './runpod-handle.ts';
import { toGenerationInput, toPolicy, toTrainingInput } from './runpod-inputs.ts';
import { toGenerationStatus, toMissingStatus, toTrainingStatus } from './runpod-mapping.ts';
import { createRunpodProvider } from './runpod-provider.ts';
import { runSchema } from './runpod-schemas.ts';

const context = { toHandle: (runId: string) => ({ providerJobId: `there/${runId}` }), holdsLock: false };
const run = (fields: object) => runSchema.parse({ id: 'run-1-u1', ...fields });
const file = { sha256: 'a'.repeat(64), bytes: 10 };

const progress = {
  step: 120,
  total_steps: 1000,
  stage: 'training',
  loss: 0.12,
  learning_rate: 0.0001,
  log_tail: 'steps:  12%\nfrom https://act.example/a.zip?token=abc',
  seconds_left: 880,
  samples: 2,
};

describe('a training', () => {
  const statusOf = (fields: object, more = {}) => toTrainingStatus(run(fields), { ...context, ...more });

  it.each([
    [{ status: 'IN_QUEUE' }, { state: 'queued' }],
    [{ status: 'IN_PROGRESS' }, { state: 'running', report: { losses: [], logTail: '' } }],
    [{ status: 'RUNNING', output: 'starting' }, { state: 'running' }],
    [{ status: 'DREAMING' }, { state: 'running' }],
    [
      { status: 'CANCELLED', executionTime: 5_000 },
      { state: 'cancelled', gpuSeconds: 5 },
    ],
    [
      { status: 'TIMED_OUT', executionTime: 5_000 },
      { state: 'failed', error: { failure: 'timed_out' }, gpuSeconds: 5 },
    ],
    [
      { status: 'FAILED', error: 'broken' },
      { state: 'failed', error: { failure: 'run_failed' } },
    ],
    [{ status: 'COMPLETED' }, { state: 'failed', error: { failure: 'answer_invalid' } }],
    [
      { status: 'COMPLETED', error: 'CUDA out of memory' },
      { state: 'failed', error: { failure: 'out_of_memory' } },
    ],
    [
      { status: 'COMPLETED', output: { superseded_by: 'run-2-u1' } },
      { state: 'superseded', by: { providerJobId: 'there/run-2-u1' } },
    ],
    [
      { status: 'COMPLETED', output: { superseded_by: null } },
      { state: 'superseded', by: null },
    ],
    [
      { status: 'COMPLETED', output: { superseded_by: 'run-1-u1' } },
      { state: 'failed', error: { failure: 'run_failed', retryable: true } },
    ],
    [
      { status: 'COMPLETED', output: { artifact: file, gpu_seconds: 700 }, executionTime: 900_000 },
      { state: 'succeeded', weights: { from: 'delivery', index: 0 }, gpuSeconds: 700 },
    ],
  ])('%j', (fields, expected) => {
    expect(statusOf(fields)).toMatchObject(expected);
  });

  it('reports', () => {
    expect(statusOf({ status: 'IN_PROGRESS', output: progress })).toEqual({
      state: 'running',
      report: {
        stage: 'training',
        step: 120,
        totalSteps: 1000,
        progress: 0.12,
        secondsLeft: 880,
        samples: 2,
        losses: [{ step: 120, loss: 0.12, learningRate: 0.0001 }],
        logTail: 'steps:  12%\nfrom [address]',
      },
    });
  });

  it.each([
    ['r8_AbCdEfGhIjKlMnOpQr0123 http://10.0.0.1/?token=x', '[secret] [address]'],
    ['a\u0000b\n\u001b[1mc', 'ab c'],
    ['\u0000 \n', undefined],
  ])('cleans the word for its stage: %j', (stage, expected) => {
    const status = statusOf({ status: 'IN_PROGRESS', output: { ...progress, stage } });
    expect(status.state === 'running' && status.report.stage).toBe(expected);
  });

  it.each([
    [{ step: 1.5 }, { step: undefined, progress: undefined, losses: [] }],
    [{ step: -3 }, { step: undefined, progress: undefined, losses: [] }],
    [{ step: 99_999_999_999 }, { step: undefined, losses: [] }],
    [{ total_steps: -1 }, { totalSteps: undefined, progress: undefined }],
    [{ samples: 0.5 }, { samples: undefined }],
    [{ seconds_left: 1e18 }, { secondsLeft: undefined }],
    [{ seconds_left: -1 }, { secondsLeft: undefined }],
  ])('leaves out a figure that cannot be true, and only that: %j', (figures, expected) => {
    const status = statusOf({ status: 'IN_PROGRESS', output: { ...progress, ...figures } });
    const report = status.state === 'running' ? status.report : null;
    expect({ ...expected, ...report }).toMatchObject({ stage: 'training', ...expected });
  });

  it.each([
    [{ output: { artifact: file, gpu_seconds: -1 } }, undefined],
    [{ output: { artifact: file, gpu_seconds: 1e300 } }, undefined],
    [{ output: { artifact: file, gpu_seconds: -1 }, executionTime: 5_000 }, 5],
    [{ output: { artifact: file }, executionTime: -9_000 }, undefined],
    [{ output: { artifact: file }, executionTime: 1e300 }, undefined],
  ])('has succeeded, whatever is said of its time: %j', (fields, gpuSeconds) => {
    const status = statusOf({ status: 'COMPLETED', ...fields });
    expect(status.state).toBe('succeeded');
    expect('gpuSeconds' in status ? status.gpuSeconds : undefined).toBe(gpuSeconds);
  });

  it('that holds the lock and has lost its worker goes no further', () => {
    const status = statusOf({ status: 'COMPLETED', output: { superseded_by: null } }, { holdsLock: true });
    expect(status).toMatchObject({ state: 'failed', error: { failure: 'run_failed' } });
  });
});

describe('a generation', () => {
  it.each([
    [
      { status: 'IN_PROGRESS', output: { step: 14, total_steps: 56 } },
      { state: 'running', progress: 0.25 },
    ],
    [
      { status: 'COMPLETED', output: { images: [{ index: 1, seed: 8, ...file }], gpu_seconds: 9 } },
      { state: 'succeeded', images: [{ from: 'delivery', index: 1 }], gpuSeconds: 9 },
    ],
    [
      { status: 'COMPLETED', output: { images: [] } },
      { state: 'failed', error: { failure: 'content_refused' } },
    ],
    [
      { status: 'COMPLETED', output: { images: [{ index: -1 }] } },
      { state: 'failed', error: { failure: 'answer_invalid' } },
    ],
  ])('%j', (fields, expected) => {
    expect(toGenerationStatus(run(fields), context)).toMatchObject(expected);
  });
});

describe('a run that RunPod does not know', () => {
  const now = new Date('2026-11-20T10:00:00Z');
  it.each([
    ['just after it was sent', new Date(now.getTime() - 59_000), 'queued'],
    ['a minute later', new Date(now.getTime() - 60_000), 'failed'],
    ['though a lock names it', null, 'failed'],
  ])('%s', (_name, sentAt, state) => {
    expect(toMissingStatus(sentAt, now)).toMatchObject({ state });
  });
});

describe('a handle', () => {
  it('brings back endpoint, run and time', () => {
    const sentAt = new Date('2026-11-20T10:00:00Z');
    const handle = toHandle('act-worker', 'c80ffee4-f315-4e25-a146-0f3d98cf024b-u1', sentAt);
    expect(parseHandle(handle)).toEqual({
      endpointId: 'act-worker',
      runId: 'c80ffee4-f315-4e25-a146-0f3d98cf024b-u1',
      sentAt,
    });
  });

  it('may be the run alone, as a lock has it', () => {
    expect(parseHandle({ providerJobId: 'abc-u1' })).toEqual({
      endpointId: null,
      runId: 'abc-u1',
      sentAt: null,
    });
  });

  it.each(['', '../x', 'a/b/c', 'a/../b', 'a b', 'a/b@yesterday'])('is not %j', (providerJobId) => {
    expect(parseHandle({ providerJobId })).toBeNull();
  });
});

describe('what is sent', () => {
  const delivery = {
    lockUrl: 'https://act.example/lock',
    uploadUrls: ['https://act.example/1', 'https://act.example/2'],
  };

  it('to a trainer', () => {
    const call = sampleTrainingCall({ modelType: 'sdxl' });
    expect(toTrainingInput(call, delivery)).toEqual({
      task: 'train',
      run_key: call.runKey,
      lock_url: delivery.lockUrl,
      upload_urls: delivery.uploadUrls,
      model_type: 'sdxl',
      dataset_url: call.archiveUrl,
      trigger_word: 'user42585527',
      config: {
        steps: 1000,
        learning_rate: 0.0004,
        batch_size: 1,
        lora_rank: 16,
        resolution: '512,768,1024',
        optimizer: 'adamw8bit',
        caption_dropout: 0.05,
        num_repeats: 10,
        seed: null,
      },
    });
  });

  it.each([
    ['sdxl', '16:9', '1', { width: 1344, height: 768 }],
    ['flux', '1:1', '0.25', { width: 512, height: 512 }],
    ['sd15', '9:21', '1', { width: 320, height: 768 }],
    ['sd15', '1:1', '0.25', { width: 512, height: 512 }],
  ] as const)('to a painter: %s at %s and %s', (modelType, aspectRatio, megapixels, size) => {
    const { settings } = sampleGenerationCall();
    const call = sampleGenerationCall({ modelType, settings: { ...settings, aspectRatio, megapixels } });
    expect(toGenerationInput(call, delivery)).toMatchObject(size);
  });

  it('to a painter: what its base model knows', () => {
    const settings = { ...sampleGenerationCall().settings, negativePrompt: 'blurry', outputQuality: 0 };
    const inputOf = (modelType: 'flux' | 'sd15', outputFormat: 'png' | 'jpg') =>
      toGenerationInput(
        sampleGenerationCall({ modelType, settings: { ...settings, outputFormat } }),
        delivery,
      );
    expect(inputOf('sd15', 'jpg')).toMatchObject({ negative_prompt: 'blurry', output_quality: 1 });
    expect(inputOf('flux', 'png')).not.toHaveProperty('negative_prompt');
    expect(inputOf('flux', 'png')).not.toHaveProperty('output_quality');
  });

  it.each([
    [2 * 60 * 60_000, { executionTimeout: 7_200_000, ttl: 9_000_000 }],
    [1, { executionTimeout: 5_000, ttl: 1_805_000 }],
    [Number.MAX_SAFE_INTEGER, { executionTimeout: 604_800_000, ttl: 604_800_000 }],
  ])('with a policy for %i ms', (deadlineMs, policy) => {
    expect(toPolicy(deadlineMs)).toEqual(policy);
  });
});

describe('endpoints', () => {
  it('offer what they were given for', () => {
    expect(parseEndpoints('abc').modelTypes).toEqual(['flux', 'sdxl', 'sd15']);
    const some = parseEndpoints({ sdxl: 'abc', sd15: 'abc' });
    expect([some.modelTypes, some.ids, some.find('flux')]).toEqual([['sdxl', 'sd15'], ['abc'], null]);
  });

  it.each(['', 'a/b', '..', 'a?b'])('are not %j', (id) => {
    expect(() => parseEndpoints({ flux: id })).toThrow(expect.objectContaining({ code: 'not_configured' }));
  });

  it('that are missing offer nothing', () => {
    expect(createRunpodProvider({ apiKey: 'rpa_x', endpoints: {} })).toEqual({});
  });
});
