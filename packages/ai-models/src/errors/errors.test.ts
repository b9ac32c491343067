import { describe, expect, it } from 'vitest';
import {
  AiModelsError,
  BrandRequiredError,
  ConfigError,
  InputError,
  ModelNotFoundError,
  NotReadyError,
  TrainingJobNotFoundError,
  WebhookVerificationError,
} from './index.ts';

const problems = [{ path: 'steps', message: 'is 0', fix: 'Use a whole number from 3 to 6000.' }];
const errors = [
  [
    new TrainingJobNotFoundError({ jobId: 'j1', brandId: 'acme' }),
    TrainingJobNotFoundError,
    'job_not_found',
    /acme .*j1/,
  ],
  [
    new ModelNotFoundError({ brandId: 'acme', modelId: 'flux-lora-v9' }),
    ModelNotFoundError,
    'model_not_found',
    /acme .*flux-lora-v9/,
  ],
  [
    new NotReadyError({ reasons: [{ code: 'blurred', message: '3 are blurred.' }] }),
    NotReadyError,
    'not_ready',
    /3 are blurred\./,
  ],
  [
    new WebhookVerificationError({ refusal: 'too_old' }),
    WebhookVerificationError,
    'webhook_invalid',
    /too old/,
  ],
  [new BrandRequiredError({ choices: ['acme', 'globex'] }), BrandRequiredError, 'brand_required', /several/],
  [
    new InputError({ subject: 'The call', problems }),
    InputError,
    'input_invalid',
    /^The call cannot be used:\n- steps is 0\. Use/,
  ],
  [
    new ConfigError({ subject: 'The config', problems }),
    ConfigError,
    'config_invalid',
    /^The config cannot be used/,
  ],
] as const;

describe.each(errors)('%s', (error, type, code, words) => {
  it('has its code, says what failed, and what to do next', () => {
    expect(error).toMatchObject({
      code,
      name: type.name,
      retryable: false,
      message: expect.stringMatching(words),
    });
    expect(error.hint).toMatch(/\.$/);
  });

  it('is known by its class and by no other', () => {
    expect(AiModelsError.isInstance(error)).toBe(true);
    expect(type.isInstance(error)).toBe(true);
    const known = errors.filter(([, other]) => other.isInstance(error)).map(([, other]) => other.name);
    const expected = error instanceof ConfigError ? ['ConfigError', 'InputError'] : [type.name];
    expect([...new Set(known)].sort()).toEqual(expected);
  });

  it('is known where another copy of this package made it', () => {
    const copy = Object.assign(new Error(error.message), {
      ...error,
      [Symbol.for('act.ai-models.error')]: true,
    });
    expect(copy).not.toBeInstanceOf(AiModelsError);
    expect(type.isInstance(copy)).toBe(true);
  });
});

it('lists the brands to choose from', () => {
  expect(new BrandRequiredError({ choices: ['acme', 'globex'] }).hint).toBe(
    'Pass `brandId`, one of acme, globex.',
  );
});

it('is asked for by codes, also where another copy of this package made it', () => {
  const error = new AiModelsError({ code: 'conflict', message: 'It has ended.' });
  const copy = { code: 'conflict', [Symbol.for('act.ai-models.error')]: true };
  for (const one of [error, copy]) {
    expect(AiModelsError.isInstance(one, 'conflict')).toBe(true);
    expect(AiModelsError.isInstance(one, 'aborted', 'conflict')).toBe(true);
    expect(AiModelsError.isInstance(one, 'aborted', 'not_ready')).toBe(false);
  }
  for (const foreign of [
    { code: 'conflict' },
    Object.assign(new Error('not ours'), { code: 'conflict' }),
    null,
    'conflict',
  ])
    expect(AiModelsError.isInstance(foreign, 'conflict')).toBe(false);
});
