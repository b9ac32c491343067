import { expect, it } from 'vitest';
import { poll } from './poll.ts';

const options = { waitingFor: 'a result', intervalMs: 5 };

it('looks until there is something', async () => {
  let looks = 0;
  expect(await poll(async () => (++looks === 3 ? 'there' : null), options)).toBe('there');
  expect(looks).toBe(3);
});

it('looks once more when the time is up', async () => {
  let looks = 0;
  const late = async () => (++looks === 2 ? 'late' : null);
  expect(await poll(late, { ...options, intervalMs: 3_600_000, timeoutMs: 20 })).toBe('late');
});

it('gives up in time', async () => {
  const waiting = poll(async () => null, { ...options, timeoutMs: 30 });
  await expect(waiting).rejects.toMatchObject({ code: 'wait_ended', retryable: true });
});

it('ends with its signal', async () => {
  const stop = new AbortController();
  const look = async () => {
    setTimeout(() => stop.abort());
    return null;
  };
  const waiting = poll(look, { ...options, intervalMs: 3_600_000, signal: stop.signal });
  await expect(waiting).rejects.toMatchObject({ code: 'aborted' });
});

it('lets errors of a look through', async () => {
  const waiting = poll(() => Promise.reject(new TypeError('broken')), options);
  await expect(waiting).rejects.toThrow('broken');
});
