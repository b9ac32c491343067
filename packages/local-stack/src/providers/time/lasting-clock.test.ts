import { expect, it, onTestFinished, vi } from 'vitest';
import type { Memory } from '../memory/memory.ts';
import { createLastingClock } from './lasting-clock.ts';

function createTestMemory(): Memory {
  const kept = new Map<string, unknown>();
  return {
    keep: (kind, id, value) => void kept.set(`${kind} ${id}`, value),
    recall: (kind, schema) =>
      [...kept].flatMap(([key, value]) => (key.startsWith(kind) ? [schema.parse(value)] : [])),
  };
}

it('went on while its process was away, at the speed that it had', async () => {
  vi.useFakeTimers({ toFake: ['performance', 'Date'] });
  onTestFinished(() => void vi.useRealTimers());
  const memory = createTestMemory();
  const first = createLastingClock(40, memory);
  await vi.advanceTimersByTimeAsync(1_000);
  first.setSpeed(10);
  await vi.advanceTimersByTimeAsync(1_000);
  first.stop();
  await vi.advanceTimersByTimeAsync(2_000);
  const second = createLastingClock(400, memory);
  expect(second.elapsedMs()).toBe(40_000 + 10_000 + 20_000);
  await vi.advanceTimersByTimeAsync(1_000);
  expect(second.elapsedMs()).toBe(70_000 + 400_000);
});

it('does not go back where the clock of the wall did', () => {
  vi.useFakeTimers({ toFake: ['performance', 'Date'] });
  onTestFinished(() => void vi.useRealTimers());
  const memory = createTestMemory();
  createLastingClock(40, memory);
  vi.setSystemTime(Date.now() - 60_000);
  expect(createLastingClock(40, memory).elapsedMs()).toBe(0);
});
