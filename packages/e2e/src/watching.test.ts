import { type Fault, isFullRun } from '@act/local-stack/testing';
import { expect, it } from 'vitest';
import { measureShift } from './browser/measure-shift.ts';
import { signInAs } from './pages/sign-in.ts';
import { bringPictures, setUpTraining } from './pages/train.ts';
import { openWorld } from './world/open-world.ts';
import { startEngine } from './world/start-engine.ts';

const endings: readonly (readonly [string, readonly Fault[]])[] = [
  ['Your model is ready.', []],
  [
    'This training ended early.',
    [{ on: 'replicate.trainings.run', kind: 'fail-run', message: 'CUDA out of memory' }],
  ],
];

it.runIf(isFullRun()).each(endings)(
  'does not move by itself, narrow or wide, while somebody watches a training until: %s',
  { timeout: 240_000 },
  async (ending, faults) => {
    await using world = await openWorld();
    await using engine = await startEngine(world.stack);
    const { page } = await world.openPage();
    page.setDefaultTimeout(60_000);
    await signInAs(page, 'ctMember');
    await bringPictures(page, 10);
    for (const width of [390, 1024, 1600]) {
      for (const fault of faults) engine.providers.faults.add(fault);
      await page.setViewportSize({ width, height: width === 390 ? 844 : 900 });
      await setUpTraining(page, `signs-${width}`);
      // As somebody who comes by its address: what is measured is this page alone.
      await page.reload();
      await page.getByRole('heading', { name: ending }).waitFor();
      expect.soft(await measureShift(page), `${width}`).toBeLessThanOrEqual(0.02);
    }
  },
);
