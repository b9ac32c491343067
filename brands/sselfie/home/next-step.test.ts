import { expect, it } from 'vitest';
import { nextStep } from './next-step.ts';

const job = (id: string, status: Parameters<typeof nextStep>[0]['jobs'][number]['status']) => ({
  id,
  status,
});
const model = { id: 'm' };

it('begins with selfies', () => {
  expect(nextStep({ jobs: [], models: [] })).toBe('/training');
  expect(nextStep({ jobs: [job('a', 'cancelled')], models: [] })).toBe('/training');
});

it('goes to what is being made, also where there is a model already', () => {
  const jobs = [job('new', 'failed'), job('now', 'queued'), job('old', 'completed')];
  expect(nextStep({ jobs, models: [model] })).toBe('/training/progress?job=now');
});

it('goes to the studio once there is a model, whatever failed since', () => {
  expect(nextStep({ jobs: [job('b', 'failed'), job('a', 'completed')], models: [model] })).toBe('/studio');
});

it('says why the only try failed', () => {
  expect(nextStep({ jobs: [job('b', 'failed')], models: [] })).toBe('/training/progress?job=b');
});
