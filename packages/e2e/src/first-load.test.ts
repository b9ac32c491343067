import { expect, it } from 'vitest';
import { measureScripts } from './browser/measure-scripts.ts';
import { signInAs } from './pages/sign-in.ts';
import { openWorld } from './world/open-world.ts';

/** An empty page of Next 16 is 138 kB of it. */
const barBytes = 180_000;

it('loads the jobs list with no more than 180 kB of scripts', async () => {
  await using world = await openWorld();
  const { page } = await world.openPage();
  await signInAs(page, 'ctMember');
  const scripts = await measureScripts(page, '/training/jobs');
  expect(scripts.length).toBeGreaterThan(5);
  const largest = scripts.toSorted((one, other) => other.gzipBytes - one.gzipBytes);
  const sum = scripts.reduce((bytes, script) => bytes + script.gzipBytes, 0);
  expect(sum, largest.map(({ path, gzipBytes }) => `${gzipBytes} ${path}`).join('\n')).toBeLessThan(barBytes);
});
