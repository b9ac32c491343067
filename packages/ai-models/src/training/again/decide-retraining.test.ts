import fc from 'fast-check';
import { expect, it } from 'vitest';
import { decideRetraining, type RetrainingFacts } from './decide-retraining.ts';

const now = new Date('2026-11-20T12:00:00Z');
const good: RetrainingFacts = {
  isOn: true,
  isShared: true,
  newImages: 25,
  wantedImages: 20,
  usableImages: 40,
  recommendedImages: 20,
  isModelTypeAllowed: true,
  lastAutomaticAt: null,
  hoursBetween: 24,
  quietHours: null,
  estimatedCostUsd: 2,
  automaticBudgetUsd: null,
  spentAutomaticallyUsd: 0,
  budgetUsd: null,
  spentUsd: 0,
  running: 0,
  mostRunning: 3,
  startedToday: 0,
  mostADay: 20,
};
const codes = (changes: Partial<RetrainingFacts>) =>
  decideRetraining({ ...good, ...changes }, now).reasons.map(({ code }) => code);

it('trains again where enough is new and nothing speaks against it, and says so', () => {
  expect(decideRetraining(good, now)).toEqual({
    retrain: true,
    reasons: [
      {
        code: 'enough_new_pictures',
        message: '25 pictures are new; 20 are enough to train again.',
        until: null,
      },
    ],
  });
});

it.each<[string, Partial<RetrainingFacts>]>([
  ['switched_off', { isOn: false }],
  ['private_pictures', { isShared: false }],
  ['too_few_new_pictures', { newImages: 19 }],
  ['too_few_pictures', { usableImages: 19 }],
  ['model_type_not_allowed', { isModelTypeAllowed: false }],
  ['too_soon', { lastAutomaticAt: new Date('2026-11-19T12:00:01Z') }],
  ['quiet_hours', { quietHours: { from: '12:00', to: '14:00', timeZone: 'Europe/Berlin' } }],
  ['automatic_budget_spent', { automaticBudgetUsd: 5, spentAutomaticallyUsd: 3.5 }],
  ['budget_spent', { budgetUsd: 100, spentUsd: 98.01 }],
  ['too_many_running', { running: 3 }],
  ['too_many_today', { startedToday: 20 }],
])('does not because of %s', (code, changes) => {
  expect(codes(changes)).toEqual([code]);
});

it('says when it passes', () => {
  const untilOf = (changes: Partial<RetrainingFacts>) =>
    decideRetraining({ ...good, ...changes }, now).reasons[0]?.until;
  expect(untilOf({ lastAutomaticAt: new Date('2026-11-20T06:00:00Z') })).toBe('2026-11-21T06:00:00.000Z');
  expect(untilOf({ automaticBudgetUsd: 0 })).toBe('2026-12-01T00:00:00.000Z');
  expect(untilOf({ isOn: false })).toBeNull();
});

it('takes what just fits', () => {
  expect(codes({ automaticBudgetUsd: 5.5, spentAutomaticallyUsd: 3.5 })).toEqual(['enough_new_pictures']);
  expect(codes({ lastAutomaticAt: new Date('2026-11-19T12:00:00Z') })).toEqual(['enough_new_pictures']);
  expect(codes({ newImages: 20, usableImages: 20 })).toEqual(['enough_new_pictures']);
});

const amount = fc.integer({ min: 0, max: 60 });
const money = fc.option(fc.integer({ min: 0, max: 10 }));
const chances: { [Name in keyof RetrainingFacts]: fc.Arbitrary<RetrainingFacts[Name]> } = {
  isOn: fc.boolean(),
  isShared: fc.boolean(),
  newImages: amount,
  wantedImages: amount,
  usableImages: amount,
  recommendedImages: amount,
  isModelTypeAllowed: fc.boolean(),
  lastAutomaticAt: fc.option(
    fc.integer({ min: 0, max: 72 }).map((hours) => new Date(now.getTime() - hours * 3_600_000)),
  ),
  hoursBetween: fc.integer({ min: 1, max: 48 }),
  quietHours: fc.constantFrom(null, { from: '22:00', to: '14:00', timeZone: 'UTC' }),
  estimatedCostUsd: fc.integer({ min: 0, max: 5 }),
  automaticBudgetUsd: money,
  spentAutomaticallyUsd: fc.integer({ min: 0, max: 10 }),
  budgetUsd: money,
  spentUsd: fc.integer({ min: 0, max: 10 }),
  running: fc.integer({ min: 0, max: 4 }),
  mostRunning: fc.integer({ min: 0, max: 4 }),
  startedToday: fc.integer({ min: 0, max: 4 }),
  mostADay: fc.integer({ min: 0, max: 4 }),
};
/** Mostly good: where everything is left to chance, hardly anything is ever trained. */
const anyFacts: fc.Arbitrary<RetrainingFacts> = fc
  .record(chances, { requiredKeys: [] })
  .map((changes) => ({ ...good, ...changes }));

it('spends no more than it may, trains with nothing private, and always says why', () => {
  fc.assert(
    fc.property(anyFacts, (facts) => {
      const { retrain, reasons } = decideRetraining(facts, now);
      expect(reasons.length).toBeGreaterThan(0);
      expect(new Set(reasons.map(({ code }) => code)).size).toBe(reasons.length);
      expect(retrain).toBe(reasons.every(({ code }) => code === 'enough_new_pictures'));
      if (!retrain) return;
      expect(facts.isOn && facts.isShared).toBe(true);
      expect(facts.newImages).toBeGreaterThanOrEqual(facts.wantedImages);
      expect(facts.spentUsd + facts.estimatedCostUsd).toBeLessThanOrEqual(
        facts.budgetUsd ?? Number.POSITIVE_INFINITY,
      );
      expect(facts.spentAutomaticallyUsd + facts.estimatedCostUsd).toBeLessThanOrEqual(
        facts.automaticBudgetUsd ?? Number.POSITIVE_INFINITY,
      );
      expect(facts.running).toBeLessThan(facts.mostRunning);
    }),
    { numRuns: 3_000 },
  );
});

it('never begins to train because something got worse', () => {
  const worse = fc.constantFrom<(facts: RetrainingFacts) => RetrainingFacts>(
    (facts) => ({ ...facts, newImages: Math.max(0, facts.newImages - 1) }),
    (facts) => ({ ...facts, usableImages: Math.max(0, facts.usableImages - 1) }),
    (facts) => ({ ...facts, estimatedCostUsd: facts.estimatedCostUsd + 1 }),
    (facts) => ({ ...facts, running: facts.running + 1 }),
    (facts) => ({ ...facts, hoursBetween: facts.hoursBetween + 1 }),
    (facts) => ({ ...facts, isOn: false }),
  );
  fc.assert(
    fc.property(anyFacts, worse, (facts, worsen) => {
      if (!decideRetraining(facts, now).retrain) {
        expect(decideRetraining(worsen(facts), now).retrain).toBe(false);
      }
    }),
    { numRuns: 3_000 },
  );
});
