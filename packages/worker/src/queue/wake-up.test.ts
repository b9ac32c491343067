import { expect, it } from 'vitest';
import { createTestProject } from '../testing/test-project.ts';
import { until } from '../testing/until.ts';
import { createWorkDuty } from '../work/work-duty.ts';

it('claims a training as soon as it was asked for, without clocks', { timeout: 60_000 }, async () => {
  await using project = await createTestProject();
  const pictures = await project.addPictures();
  const duty = createWorkDuty('submit', { slots: 2, wake: () => undefined });
  await project.startWorker({ duties: [{ ...duty, everySeconds: 3_600 }] });
  const readClaims = () =>
    project.query<{ fence: string }>('select fence from public.lora_training_jobs where fence > 0');
  for (const asked of [1, 2, 3]) {
    await project.askForTraining(pictures);
    // Where nobody listened, an hour would pass.
    await until(readClaims, ({ length }) => length === asked);
  }
  expect(await readClaims()).toHaveLength(3);
});
