import { expect, it } from 'vitest';
import { emptyFeed, type JobFeed, takeMessage } from './job-feed.ts';

const tell = (...messages: readonly (readonly [string, unknown])[]) =>
  messages.reduce<JobFeed>((feed, [kind, data]) => takeMessage(feed, kind, JSON.stringify(data)), emptyFeed);

it('draws each step once, also when the connection broke and some come again', () => {
  const metrics = [10, 20, 30, 20, 30, 40].map((step) => ['metric', { step, loss: step / 100 }] as const);
  expect(tell(...metrics).points.map(({ step }) => step)).toEqual([10, 20, 30, 40]);
});

it('notes when the job came to which state', () => {
  const feed = tell(
    ['state', { status: 'uploading', at: '2026-11-20T12:00:00Z' }],
    ['state', { status: 'dreaming', at: '2026-11-20T12:01:00Z' }],
    ['state', { status: 'training' }],
  );
  expect(feed.marks).toEqual([{ status: 'uploading', at: new Date('2026-11-20T12:00:00Z') }]);
});

it('keeps the last lines of a long log', () => {
  const lines = Array.from({ length: 2300 }, (_, index) => ['log', { message: `line ${index}\n` }] as const);
  const { log } = tell(...lines);
  expect([log.length, log[0], log.at(-1)]).toEqual([2000, 'line 300', 'line 2299']);
});

it.each([
  ['metric', '{"step":'],
  ['metric', '{"step":"ten"}'],
  ['log', 'null'],
  ['end', '{"reason":"ended"}'],
])('is not upset by %s %s', (kind, data) => {
  expect(takeMessage(emptyFeed, kind, data)).toBe(emptyFeed);
});
