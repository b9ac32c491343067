import { existsSync } from 'node:fs';
import { chmod, mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { startTestCluster } from './test-cluster.ts';

it('clears away what a killed run left, and nothing that others could have put there', async () => {
  const abandon = async () => {
    const folder = await mkdtemp(join(tmpdir(), 'act-test-'));
    await writeFile(join(folder, 'owner.json.1'), 'garbage');
    return folder;
  };
  const [ours, open] = [await abandon(), await abandon()];
  await chmod(open, 0o777);
  await mkdir(join(open, 'postgres'));

  await using _cluster = await startTestCluster();
  expect(existsSync(ours)).toBe(false);
  expect(existsSync(open)).toBe(true);
  await rm(open, { recursive: true });
});
