import { expect, it } from 'vitest';
import type { Policy } from '../../../api/settings-answers.ts';
import { findProblems, toDraft, toWish } from './policy-draft.ts';

const counts = { minimumImages: 5, recommendedImages: 12, maximumImages: 30 };
const policy: Policy = {
  subjects: { style: counts, character: counts, product: counts, person: counts },
  autoRetrain: {
    enabled: false,
    newImages: 20,
    minimumHoursBetween: 24,
    quietHours: null,
    monthlyBudgetUsd: null,
  },
  budget: { monthlyUsd: null, warnAtShare: 0.8 },
  retention: { generationDays: null, deletedDays: 30 },
  language: 'en',
  operator: {
    maximumRunningJobs: 3,
    maximumJobsPerDay: 20,
    maximumPicturesPerDay: 500,
    maximumAssets: 2000,
    modelTypes: ['flux'],
  },
  mayChange: true,
};
const draft = toDraft(policy);

it('asks for nothing where nothing was changed, and has no problem with what stands', () => {
  expect(toWish(draft, policy)).toBeNull();
  expect(findProblems(draft)).toEqual({});
});

it('asks for what was changed, with what belongs to it', () => {
  const changed = { ...draft, 'person.maximumImages': '40', monthlyUsd: '99,50', generationDays: '90' };
  expect(toWish(changed, policy)).toEqual({
    subjects: { person: { ...counts, maximumImages: 40 } },
    budget: { monthlyUsd: 99.5, warnAtShare: 0.8 },
    retention: { generationDays: 90, deletedDays: 30 },
  });
});

it('sends quiet hours as a whole, and none where they were switched off', () => {
  const quiet = { ...draft, isQuiet: true, quietFrom: '21:00', quietTo: '06:00', timeZone: 'Europe/Moscow' };
  const hours = { from: '21:00', to: '06:00', timeZone: 'Europe/Moscow' };
  expect(toWish(quiet, policy)?.autoRetrain).toMatchObject({ quietHours: hours });
  const kept = { ...policy, autoRetrain: { ...policy.autoRetrain, quietHours: hours } };
  expect(toWish({ ...toDraft(kept), isQuiet: false }, kept)?.autoRetrain).toMatchObject({ quietHours: null });
});

it.each([
  ['monthlyUsd', '-1', 'bounds'],
  ['monthlyUsd', '', undefined],
  ['monthlyUsd', 'much', 'number'],
  ['deletedDays', '', 'number'],
  ['deletedDays', '1.5', 'number'],
  ['deletedDays', '366', 'bounds'],
  ['warnAtPercent', '0', 'bounds'],
  ['style.recommendedImages', '4', 'order'],
  ['style.maximumImages', '11', 'order'],
] as const)('says of %s "%s": %s', (field, text, problem) => {
  expect(findProblems({ ...draft, [field]: text })[field]).toBe(problem);
});

it('wants quiet hours to have a length', () => {
  const hours = { isQuiet: true, quietFrom: '22:00', quietTo: '22:00' };
  expect(findProblems({ ...draft, ...hours })).toEqual({ quietTo: 'sameTime' });
  expect(findProblems({ ...draft, ...hours, isQuiet: false })).toEqual({});
});
