import { describe, expect, it } from 'vitest';
import type { ProviderFailure } from '../../errors/index.ts';
import type { HttpFailure } from '../../shared/http/http.ts';
import { type RunpodCall, toRunError, toRunpodError } from './runpod-errors.ts';

const status = (code: number, body = '{"error":"words"}'): HttpFailure => ({
  reason: 'status',
  mayHaveArrived: code >= 500,
  status: code,
  body,
});

it.each<[string, RunpodCall, HttpFailure, ProviderFailure, string, boolean]>([
  ['a bad request', 'run', status(400), 'input_refused', 'library', false],
  ['no key', 'run', status(401), 'unauthenticated', 'operator', false],
  ['no credit', 'run', status(402), 'no_credit', 'operator', false],
  ['not allowed', 'run', status(403), 'forbidden', 'operator', false],
  ['no endpoint', 'run', status(404), 'version_missing', 'operator', false],
  ['no run', 'status', status(404), 'run_missing', 'provider', true],
  ['too much', 'run', status(413), 'too_large', 'caller', false],
  ['throttled', 'status', status(429), 'rate_limited', 'provider', true],
  ['a fault', 'status', status(500), 'unavailable', 'provider', true],
  ['a gateway', 'run', status(524, '<html>'), 'unavailable', 'provider', true],
  ['no network', 'run', { reason: 'not_sent', mayHaveArrived: false }, 'unreachable', 'provider', true],
  [
    'nonsense',
    'run',
    { reason: 'unreadable', mayHaveArrived: true, status: 200 },
    'answer_invalid',
    'provider',
    true,
  ],
])('explains a refusal: %s', (_name, call, failure, word, fault, retryable) => {
  expect(toRunpodError(failure, call)).toMatchObject({
    providerId: 'runpod',
    failure: word,
    fault,
    retryable,
  });
});

it('waits as long as the header says', () => {
  expect(toRunpodError({ ...status(429), retryAfterMs: 4_000 }, 'status').retryAfterMs).toBe(4_000);
});

/** As RunPod's SDK writes what a handler raised. */
const raised = (type: string, message: string) =>
  JSON.stringify({
    error_type: `<class 'worker.errors.${type}'>`,
    error_message: message,
    error_traceback: 'Traceback (most recent call last):\n  File "/app/handler.py", line 41, in handler',
    hostname: 'abc-64410d33',
    worker_id: 'abc',
    runpod_version: '1.12.0',
  });

describe('a run that failed', () => {
  it.each<[string, unknown, ProviderFailure, boolean]>([
    ['raised: pictures', raised('DatasetRefusedError', 'ValueError: not a zip'), 'dataset_refused', false],
    ['raised: LoRA', raised('LoraRefusedError', 'The LoRA is one of sdxl.'), 'input_refused', false],
    ['raised: filter', raised('ContentRefusedError', 'All were taken.'), 'content_refused', false],
    ['raised: memory', raised('OutOfMemoryError', 'CUDA out of memory.'), 'out_of_memory', false],
    ['raised: memory, by torch', raised('RuntimeError', 'CUDA out of memory.'), 'out_of_memory', false],
    ['raised: download', raised('DownloadError', 'HTTPError: 403'), 'input_refused', true],
    ['raised: upload', raised('UploadError', 'the address has a file already'), 'run_failed', true],
    ['raised: anything', raised('WorkerError', 'broken'), 'run_failed', true],
    ['raised: a stranger', raised('KeyError', "'x'"), 'run_failed', true],
    ['said: input', 'The input is not valid: config.steps: too small', 'input_refused', false],
    ['said by RunPod', 'job timed out after 1 retries', 'timed_out', true],
    ['said: anything', 'worker exited with code 137', 'run_failed', true],
    ['not said', undefined, 'run_failed', true],
    ['half a JSON', '{"error_type": "<class', 'run_failed', true],
    ['no text', { message: 'x' }, 'run_failed', true],
  ])('%s', (_name, error, failure, retryable) => {
    expect(toRunError(error)).toMatchObject({ failure, retryable });
  });

  it('keeps what was said, without its traceback and places', () => {
    const { vendorDetail, message } = toRunError(
      raised('DownloadError', 'GET https://act.example/a.zip?token=abc: 403, in /tmp/run/a.zip'),
    );
    expect(vendorDetail).toContain('DownloadError');
    expect(`${vendorDetail} ${message}`).not.toMatch(/Traceback|handler\.py|act\.example|token=|\/tmp/);
  });
});
