import fc from 'fast-check';
import { expect, it } from 'vitest';
import { quietUntil } from './quiet-hours.ts';

const berlin = (from: string, to: string) => ({ from, to, timeZone: 'Europe/Berlin' });

it.each([
  ['2026-11-20T20:59:00Z', null],
  ['2026-11-20T21:00:00Z', '2026-11-21T06:00:00.000Z'],
  ['2026-11-20T23:30:00Z', '2026-11-21T06:00:00.000Z'],
  ['2026-11-21T05:59:59Z', '2026-11-21T06:00:00.000Z'],
  ['2026-11-21T06:00:00Z', null],
  // In summer the same hours are an hour earlier.
  ['2026-07-01T20:00:00Z', '2026-07-02T05:00:00.000Z'],
])('is quiet across midnight in Berlin at %s until %s', (now, until) => {
  expect(quietUntil(new Date(now), berlin('22:00', '07:00'))?.toISOString() ?? null).toBe(until);
});

it.each([
  ['Asia/Kolkata', '2026-11-20T08:00:00Z', null],
  ['Asia/Kolkata', '2026-11-20T06:30:00Z', '2026-11-20T07:30:00.000Z'],
  ['America/New_York', '2026-11-20T17:30:00Z', '2026-11-20T18:00:00.000Z'],
  ['UTC', '2026-11-20T12:30:00Z', '2026-11-20T13:00:00.000Z'],
])('goes by the clock of %s at %s', (timeZone, now, until) => {
  const quiet = quietUntil(new Date(now), { from: '12:00', to: '13:00', timeZone });
  expect(quiet?.toISOString() ?? null).toBe(until);
});

it('ends in time when clocks are put forward, also at an hour that there is not', () => {
  // 02:00 becomes 03:00 in Berlin on 29 March 2026, at 01:00 UTC.
  const at = new Date('2026-03-28T23:00:00Z');
  expect(quietUntil(at, berlin('22:00', '02:30'))?.toISOString()).toBe('2026-03-29T01:00:00.000Z');
  expect(quietUntil(at, berlin('22:00', '07:00'))?.toISOString()).toBe('2026-03-29T05:00:00.000Z');
});

it('lasts an hour longer when clocks are put back', () => {
  // 03:00 becomes 02:00 in Berlin on 25 October 2026, at 01:00 UTC.
  const at = new Date('2026-10-24T20:00:00Z');
  expect(quietUntil(at, berlin('22:00', '07:00'))?.toISOString()).toBe('2026-10-25T06:00:00.000Z');
});

const time = fc
  .tuple(fc.integer({ min: 0, max: 23 }), fc.integer({ min: 0, max: 59 }))
  .map((parts) => parts.map((part) => String(part).padStart(2, '0')).join(':'));

it('is over when it says, and not a minute before, whatever the hours, the zone and the day', () => {
  const hours = fc
    .record({
      from: time,
      to: time,
      timeZone: fc.constantFrom(
        'Europe/Berlin',
        'Asia/Kolkata',
        'America/New_York',
        'Australia/Lord_Howe',
        'UTC',
      ),
    })
    .filter(({ from, to }) => from !== to);
  const moment = fc.date({
    min: new Date('2026-01-01T00:00:00Z'),
    max: new Date('2027-12-31T00:00:00Z'),
    noInvalidDate: true,
  });
  fc.assert(
    fc.property(moment, hours, (now, quiet) => {
      const until = quietUntil(now, quiet);
      // Quiet hours and the others of the same clock: it is always one of the two.
      const others = quietUntil(now, { ...quiet, from: quiet.to, to: quiet.from });
      expect(until === null).toBe(others !== null);
      if (until === null) return;
      expect(until.getTime()).toBeGreaterThan(now.getTime());
      expect(until.getTime() - now.getTime()).toBeLessThan(27 * 3_600_000);
      expect(quietUntil(until, quiet)).toBeNull();
      expect(quietUntil(new Date(until.getTime() - 1), quiet)).not.toBeNull();
    }),
    { numRuns: 60 },
  );
});
