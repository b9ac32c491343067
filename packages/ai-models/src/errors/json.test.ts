import { expect, it } from 'vitest';
import { AiModelsError, InputError, NotReadyError, ProviderError } from './index.ts';

const toJson = (error: AiModelsError): unknown => JSON.parse(JSON.stringify(error));

it('keeps its message in JSON, and its cause to itself', () => {
  const error = new AiModelsError({
    code: 'conflict',
    message: 'It has ended.',
    hint: 'Read it.',
    cause: new Error('secret'),
  });
  expect(toJson(error)).toEqual({
    name: 'AiModelsError',
    code: 'conflict',
    message: 'It has ended.',
    hint: 'Read it.',
    retryable: false,
  });
});

it('keeps problems and reasons in JSON', () => {
  const problems = [{ path: 'steps', message: 'is 0', fix: 'Use 1.' }];
  expect(toJson(new InputError({ subject: 'It', problems }))).toMatchObject({ name: 'InputError', problems });
  const reasons = [{ code: 'blurred', message: '3 are blurred.' }];
  expect(toJson(new NotReadyError({ reasons }))).toMatchObject({ name: 'NotReadyError', reasons });
});

it("keeps the vendor's words out of JSON", () => {
  const error = new ProviderError({
    providerId: 'replicate',
    failure: 'run_failed',
    fault: 'provider',
    message: 'It failed.',
    hint: 'Try again.',
    retryable: true,
    vendorDetail: 'CUDA',
  });
  expect(toJson(error)).toMatchObject({ failure: 'run_failed', message: 'It failed.' });
  expect(JSON.stringify(error)).not.toContain('CUDA');
});
