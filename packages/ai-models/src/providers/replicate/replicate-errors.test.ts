import { describe, expect, it } from 'vitest';
import type { ProviderFailure } from '../../errors/index.ts';
import type { HttpFailure } from '../../shared/http/http.ts';
import { type ReplicateCall, toReplicateError, toRunError } from './replicate-errors.ts';

const status = (code: number, body: unknown, retryAfterMs?: number): HttpFailure => ({
  reason: 'status',
  mayHaveArrived: code >= 500,
  status: code,
  body: typeof body === 'string' ? body : `${JSON.stringify(body)}\n`,
  ...(retryAfterMs !== undefined && { retryAfterMs }),
});

const credit =
  'You have insufficient credit to run this model. Go to https://replicate.com/account/billing to pay.';
const invalidFields = {
  detail: '- input.aspect_ratio: must be one of "1:1"\n',
  status: 422,
  title: 'Input validation failed',
  invalid_fields: [{ type: 'enum', field: 'input.aspect_ratio', description: 'must be one of "1:1"' }],
};
const versionGone = {
  title: 'Invalid version or not permitted',
  detail: "The specified version does not exist (or perhaps you don't have permission to use it?)",
  status: 422,
};
const destinationGone = { detail: 'The specified training destination does not exist', status: 404 };

/** Every body of the reference, and what it is to us. */
const refusals: [string, ReplicateCall, HttpFailure, ProviderFailure, string, boolean][] = [
  [
    'no token',
    'training.create',
    status(401, { title: 'Unauthenticated', detail: 'No', status: 401 }),
    'unauthenticated',
    'operator',
    false,
  ],
  [
    'no credit',
    'training.create',
    status(402, { title: 'Insufficient credit', detail: credit }),
    'no_credit',
    'operator',
    false,
  ],
  ['not allowed', 'prediction.create', status(403, { detail: 'Forbidden' }), 'forbidden', 'operator', false],
  [
    'no destination',
    'training.create',
    status(404, destinationGone),
    'destination_missing',
    'provider',
    true,
  ],
  [
    'no destination as 422',
    'training.create',
    status(422, destinationGone),
    'destination_missing',
    'provider',
    true,
  ],
  [
    'no trainer',
    'training.create',
    status(404, { detail: 'Not found', status: 404 }),
    'version_missing',
    'operator',
    false,
  ],
  ['no version', 'training.create', status(422, versionGone), 'version_missing', 'operator', false],
  ['no model', 'model', status(404, { detail: 'Not found' }), 'version_missing', 'operator', false],
  ['no run', 'training', status(404, { detail: 'Not found' }), 'run_missing', 'provider', true],
  ['no picture run', 'prediction', status(404, ''), 'run_missing', 'provider', true],
  ['input', 'prediction.create', status(422, invalidFields), 'input_refused', 'library', false],
  [
    'models at their limit',
    'model.create',
    status(422, { detail: 'You have reached the limit of models.' }),
    'destination_limit',
    'operator',
    false,
  ],
  [
    'large file',
    'prediction.create',
    status(413, { detail: 'Files must be less than 100MB in size' }),
    'too_large',
    'caller',
    false,
  ],
  [
    'throttled',
    'training',
    status(429, { detail: 'Request was throttled.' }),
    'rate_limited',
    'provider',
    true,
  ],
  [
    'throttled at a limit of models',
    'model.create',
    status(429, { detail: 'Your rate limit' }),
    'rate_limited',
    'provider',
    true,
  ],
  ['no file', 'output', status(404, { detail: 'File not found' }), 'output_expired', 'provider', true],
  ['expired address', 'output', status(403, '<Error>'), 'output_expired', 'provider', true],
  ['gone', 'output', status(410, ''), 'output_expired', 'provider', true],
  ['a fault', 'training', status(500, { detail: 'Internal server error' }), 'unavailable', 'provider', true],
  ['a gateway', 'training', status(502, '<html>bad gateway</html>'), 'unavailable', 'provider', true],
  ['a redirect', 'training', status(302, ''), 'answer_invalid', 'provider', false],
  ['any other', 'training', status(418, 'teapot'), 'input_refused', 'library', false],
  ['no network', 'training', { reason: 'not_sent', mayHaveArrived: false }, 'unreachable', 'provider', true],
  [
    'a broken connection',
    'training',
    { reason: 'connection_lost', mayHaveArrived: true },
    'unreachable',
    'provider',
    true,
  ],
  ['no answer', 'training', { reason: 'timed_out', mayHaveArrived: true }, 'unreachable', 'provider', true],
  [
    'nonsense',
    'training',
    { reason: 'unreadable', mayHaveArrived: true, status: 200 },
    'answer_invalid',
    'provider',
    true,
  ],
  ['our own stop', 'training', { reason: 'aborted', mayHaveArrived: true }, 'stopped', 'caller', true],
];

it.each(refusals)('explains a refusal: %s', (_name, call, failure, word, fault, retryable) => {
  const error = toReplicateError(failure, call);
  expect(error).toMatchObject({ providerId: 'replicate', failure: word, fault, retryable });
  expect(error.message).toMatch(/^[A-Z].*\.$/);
  expect(error.hint).toMatch(/^[A-Z].*\.$/);
});

it('keeps the words of the vendor for the operator, without addresses', () => {
  const error = toReplicateError(
    status(402, { title: 'Insufficient credit', detail: credit }),
    'training.create',
  );
  expect(error.vendorDetail).toBe(
    'Insufficient credit | You have insufficient credit to run this model. Go to [address] to pay.',
  );
  expect(`${error.message} ${error.hint}`).not.toMatch(/replicate|credit to run|billing/i);
});

it('names the fields that were refused', () => {
  const { vendorDetail } = toReplicateError(status(422, invalidFields), 'prediction.create');
  expect(vendorDetail).toContain('input.aspect_ratio: enum');
});

describe('how long it is to be waited', () => {
  const throttled = { detail: 'Request was throttled. Your rate limit for x resets in ~7s.', status: 429 };

  it.each([
    ['the body', status(429, { ...throttled, retry_after: 9 }, 1_000), 9_000],
    ['the text', status(429, throttled), 7_000],
    ['the header', status(429, 'throttled', 3_000), 3_000],
    ['nobody', status(429, 'throttled'), undefined],
  ])('says %s', (_name, failure, expected) => {
    expect(toReplicateError(failure, 'training').retryAfterMs).toBe(expected);
  });
});

it.each<[string, ProviderFailure, boolean]>([
  ['NSFW content detected. Try running it again, or try a different prompt.', 'content_refused', false],
  ['All generated images contained NSFW content.', 'content_refused', false],
  ['CUDA out of memory. Tried to allocate 2.00 GiB', 'out_of_memory', false],
  ['Prediction failed (code: E1001)', 'out_of_memory', false],
  ['input_images must be a zip file', 'dataset_refused', false],
  ['input_images must be provided', 'dataset_refused', false],
  ['zipfile.BadZipFile: File is not a zip file', 'dataset_refused', false],
  ["cannot identify image file '/src/input_images/a.jpg'", 'dataset_refused', false],
  ['Failed to download https://act.example/a.safetensors?token=x', 'input_refused', true],
  ['403 Client Error: Forbidden for url: https://act.example/a.zip?token=x', 'input_refused', true],
  ['HTTPError: 404', 'input_refused', true],
  ['Invalid LoRA: none of its keys match the layers of FLUX.1', 'input_refused', false],
  ['AssertionError: no images found in input_images', 'dataset_refused', false],
  ['Prediction timed out', 'timed_out', true],
  ["ValueError: The regex 'x' didn't match any layers.", 'input_refused', false],
  ['Prediction interrupted; please retry (code: PA)', 'run_failed', true],
  ['Something unheard of', 'run_failed', true],
])('explains a run that failed: %s', (said, failure, retryable) => {
  const error = toRunError(said);
  expect(error).toMatchObject({ failure, retryable });
  expect(error.vendorDetail).not.toMatch(/https:|token=|\/src\//);
  expect(error.message).not.toContain(said);
});

it('explains a run that failed without a word', () => {
  expect(toRunError(null)).toMatchObject({ failure: 'run_failed', retryable: true });
});
