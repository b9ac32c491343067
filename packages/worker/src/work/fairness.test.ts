import { setTimeout as pause } from 'node:timers/promises';
import { expect, it } from 'vitest';
import { brand, createTestProject, otherBrand } from '../testing/test-project.ts';
import { until } from '../testing/until.ts';

it('serves a brand with one training beside another with many', { timeout: 90_000 }, async () => {
  await using project = await createTestProject();
  const many = await project.addPictures(brand);
  const few = await project.addPictures(otherBrand);
  for (let number = 0; number < 15; number += 1) await project.askForTraining(many, brand);
  await project.startWorker({ slots: { submit: 1, reconcile: 1, save: 1 } });
  await until(
    () => project.simulators.runs().length,
    (count) => count >= 2,
  );
  const id = await project.askForTraining(few, otherBrand);
  // The row's own time is from before anybody could see it.
  const [asked] = await project.query<{ at: Date }>('select clock_timestamp() as at');
  await until(
    () => project.query(`select from public.provider_attempts where job_id = '${id}'`),
    (rows) => rows.length === 1,
  );
  // Those before it, the one that was in hand when it came, and one more.
  const [row] = await project.query<{ before: number }>(
    `select count(*)::int as before from public.provider_attempts as other
     where other.created_at > $1
       and other.created_at < (select created_at from public.provider_attempts where job_id = '${id}')`,
    [asked?.at],
  );
  expect(row?.before).toBeLessThanOrEqual(2);
});

it('asks a provider no more at once than it may', { timeout: 90_000 }, async () => {
  let inFlight = 0;
  let most = 0;
  await using project = await createTestProject();
  const [replicate, ...others] = project.options().providers;
  if (!replicate?.training) throw new Error('Nobody trains.');
  const { training } = replicate;
  const watched: typeof training = {
    ...training,
    getTrainingStatus: async (handle, call) => {
      inFlight += 1;
      most = Math.max(most, inFlight);
      try {
        // Held until two are inside; a third has a moment then to show itself.
        await until(
          () => most,
          (count) => count >= 2,
        );
        await pause(50);
        return await training.getTrainingStatus(handle, call);
      } finally {
        inFlight -= 1;
      }
    },
  };
  const pictures = await project.addPictures();
  for (let number = 0; number < 10; number += 1) await project.askForTraining(pictures);
  await project.startWorker({
    providers: [{ ...replicate, training: watched }, ...others],
    providerCallsAtOnce: 2,
    slots: { reconcile: 8, save: 4 },
  });
  const ends = await project.untilAllEnded({ withinMs: 60_000 });
  expect(ends.every(({ status }) => status === 'completed')).toBe(true);
  expect(most).toBe(2);
});
