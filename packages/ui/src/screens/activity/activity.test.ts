import { expect, it } from 'vitest';
import { toFailureCause } from './failure-cause.ts';
import { namesOf, numberOf, pathOf, textOf } from './notice-facts.ts';

it.each([
  [{ kind: 'training.failed', jobId: 'a b', facts: {} }, '/training/monitor?job=a%20b'],
  [{ kind: 'sharing.ended', jobId: 'a', facts: { name: 'Signs' } }, '/training/monitor?job=a'],
  [{ kind: 'pictures.rejected', jobId: null, facts: {} }, '/training/upload'],
  [{ kind: 'budget.low', jobId: null, facts: {} }, '/settings?section=usage'],
  [{ kind: 'webhook.disabled', jobId: null, facts: {} }, '/settings?section=notices'],
  [{ kind: 'generation.completed', jobId: null, facts: {} }, '/generate/gallery'],
  [{ kind: 'training.completed', jobId: null, facts: { modelId: 'flux-lora-v1' } }, '/models'],
] as const)('leads from %j to %s', (notice, path) => {
  expect(pathOf(notice)).toBe(path);
});

it('reads only what has the right form', () => {
  const facts = { name: 7, pictures: '3', names: ['a.jpg', 5] };
  expect([textOf(facts, 'name'), numberOf(facts, 'pictures'), namesOf(facts), namesOf({})]).toEqual([
    '',
    0,
    ['a.jpg'],
    [],
  ]);
});

it('tells causes apart as far as they differ for people, and takes one that it does not know as passing', () => {
  expect([toFailureCause('no_credit'), toFailureCause('what'), toFailureCause(undefined)]).toEqual([
    'operator',
    'later',
    'later',
  ]);
});
