import { expect, it } from 'vitest';
import { isCurrent, toEtag } from './etag.ts';

const now = new Date('2026-11-20T12:00:00Z');
const tag = (answer: unknown, at = now) => toEtag(answer, at);

it('is the same for the same content and another for any other', () => {
  const job = { id: 'a', progress: 45 };
  expect(tag(job)).toBe(tag({ ...job }));
  const others = [
    { ...job, progress: 46 },
    { progress: 45, id: 'a' },
    [job],
    [job, job],
    { ...job, id: 'b' },
    {},
  ];
  expect(new Set([job, ...others].map((one) => tag(one))).size).toBe(7);
});

it('does not mind that addresses are signed anew, until they are about to end', () => {
  const image = (url: string) => ({ items: [{ id: 'a', url, thumbnailUrl: null }] });
  expect(tag(image('https://a/?token=1'))).toBe(tag(image('https://a/?token=2')));
  expect(tag(image('https://a'), new Date(now.getTime() + 121_000))).not.toBe(tag(image('https://a')));
  expect(tag({ id: 'a' }, new Date(now.getTime() + 121_000))).toBe(tag({ id: 'a' }));
});

it('finds itself among several, and knows a star', () => {
  expect(isCurrent('W/"a", W/"b"', 'W/"b"')).toBe(true);
  expect(isCurrent('*', 'W/"b"')).toBe(true);
  expect(isCurrent('W/"a"', 'W/"b"')).toBe(false);
  expect(isCurrent(null, 'W/"b"')).toBe(false);
});
