import { spawnSync } from 'node:child_process';
import { expect, it } from 'vitest';
import type { RunningHandler } from './testing/start-handler.ts';
import { startStorage } from './testing/storage.ts';
import { trainingInput } from './testing/training-input.ts';
import { beginRun, describeHandler, readRaised } from './testing/use-handler.ts';

const midway = (handler: RunningHandler) =>
  new Promise<void>((resolve) => {
    handler.onReport(() => {
      const { report } = handler.reports.at(-1) ?? {};
      if (JSON.stringify(report).includes('"stage":"training"')) resolve();
    });
  });

const isAlive = (folder: string) =>
  spawnSync('ps', ['-A', '-ww', '-o', 'args='], { encoding: 'utf8' }).stdout.includes(folder);

describeHandler('a run that is to stop', () => {
  it('ends its trainer and leaves no file when RunPod cancels it', async () => {
    await using storage = await startStorage();
    const input = await trainingInput(storage, { config: { steps: 40 } });
    const handler = await beginRun(input, { behaviour: 'hang' });
    await midway(handler);
    handler.cancel();
    expect(await handler.ended).toEqual({ stopped: true });
    const output = handler.seen()?.options.find((option) => option.startsWith('--output_dir='));
    expect(output).toBeDefined();
    expect(isAlive(output ?? '')).toBe(false);
    expect(storage.read(input.upload_urls[0] ?? '')).toBeNull();
  });

  it('does not wait for a trainer that will not end', async () => {
    await using storage = await startStorage();
    const handler = await beginRun(await trainingInput(storage), { behaviour: 'stubborn' });
    await midway(handler);
    handler.cancel();
    expect(await handler.ended).toEqual({ stopped: true });
    const output = handler.seen()?.options.find((option) => option.startsWith('--output_dir='));
    expect(isAlive(output ?? '')).toBe(false);
  });

  it('says so when its worker is taken away', async () => {
    await using storage = await startStorage();
    const handler = await beginRun(await trainingInput(storage), { behaviour: 'hang' });
    await midway(handler);
    handler.terminate();
    expect(readRaised(await handler.ended)).toBe('WorkerError: The run was told to stop.');
  });

  it('hangs up in the middle of a download', async () => {
    await using storage = await startStorage();
    const { promise: asked, resolve } = Promise.withResolvers<void>();
    const dataset_url = storage.publish((response) => {
      response.writeHead(200).write('PK');
      resolve();
    });
    const handler = await beginRun(await trainingInput(storage, { dataset_url }));
    await asked;
    const since = performance.now();
    handler.cancel();
    expect(await handler.ended).toEqual({ stopped: true });
    expect(performance.now() - since).toBeLessThan(5_000);
  });
});
