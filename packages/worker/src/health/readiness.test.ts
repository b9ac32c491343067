import { setTimeout as pause } from 'node:timers/promises';
import { expect, it } from 'vitest';
import { createReadiness } from './readiness.ts';

/** Parts that answer as soon as they are let. */
function createParts({ rememberedForMs }: { rememberedForMs: number }) {
  const asked = { database: 0, queue: 0, storage: 0 };
  const waiting: (() => void)[] = [];
  const check = (part: keyof typeof asked) => () => {
    asked[part] += 1;
    return new Promise<void>((resolve) => waiting.push(resolve));
  };
  const checks = { database: check('database'), queue: check('queue'), storage: check('storage') };
  return {
    asked,
    readiness: createReadiness({ checks, providers: () => ({}), patienceMs: 20, rememberedForMs }),
    answer: () => {
      for (const resolve of waiting.splice(0)) resolve();
    },
  };
}

it('asks each part once for as long as its answer is good, however many want to know', async () => {
  const { asked, readiness, answer } = createParts({ rememberedForMs: 3_600_000 });
  const all = Array.from({ length: 1_000 }, readiness);
  answer();
  expect((await Promise.all(all)).every(({ isReady }) => isReady)).toBe(true);
  expect(await readiness()).toMatchObject({ isReady: true });
  expect(asked).toEqual({ database: 1, queue: 1, storage: 1 });
});

it('asks again after that', async () => {
  const { asked, readiness, answer } = createParts({ rememberedForMs: 1 });
  for (const times of [1, 2]) {
    const one = readiness();
    answer();
    await one;
    expect(asked).toEqual({ database: times, queue: times, storage: times });
    await pause(5);
  }
});

it('asks nothing again that has not been answered', async () => {
  const { asked, readiness, answer } = createParts({ rememberedForMs: 0 });
  for (let tries = 0; tries < 5; tries += 1) {
    expect(await readiness()).toMatchObject({ isReady: false, parts: { database: 'away', queue: 'away' } });
  }
  expect(asked).toEqual({ database: 1, queue: 1, storage: 1 });
  answer();
  await pause(5);
  const late = readiness();
  answer();
  expect(await late).toMatchObject({ isReady: true });
});
