import { expect, it } from 'vitest';
import { flattenChanges, overlayChanges } from './policy-changes.ts';

it('calls every value by its path, and what is taken as a whole by its own', () => {
  expect(
    flattenChanges({
      language: 'ru',
      budget: { monthlyUsd: null },
      training: { autoRetrain: { quietHours: { from: '22:00', to: '07:00', timeZone: 'UTC' } } },
      retention: undefined,
    }),
  ).toEqual({
    language: 'ru',
    'budget.monthlyUsd': null,
    'training.autoRetrain.quietHours': { from: '22:00', to: '07:00', timeZone: 'UTC' },
  });
});

it('lays values over settings and leaves the rest, and the settings themselves, as they are', () => {
  const settings = { budget: { warnAtShare: 0.5 }, hosts: ['a.example'] };
  const changes = { 'budget.monthlyUsd': 5, 'training.autoRetrain.enabled': true };
  expect(overlayChanges(settings, changes)).toEqual({
    budget: { warnAtShare: 0.5, monthlyUsd: 5 },
    hosts: ['a.example'],
    training: { autoRetrain: { enabled: true } },
  });
  expect(settings.budget).toEqual({ warnAtShare: 0.5 });
});
