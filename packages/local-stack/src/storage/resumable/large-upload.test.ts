import { execFile } from 'node:child_process';
import { createHash } from 'node:crypto';
import { createReadStream } from 'node:fs';
import { mkdtemp, open, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pipeline } from 'node:stream/promises';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';
import { expect, it } from 'vitest';
import { isFullRun } from '../../testing/load-setting.ts';
import { startStack } from '../../testing/start-stack.ts';
import { measure } from '../testing/measure.ts';
import { ask, newKey } from '../testing/storage-files.ts';
import { tusOptions } from './testing/upload-resumably.ts';

const megabyte = 1024 * 1024;
const script = fileURLToPath(new URL('./testing/upload-file.ts', import.meta.url));

async function hashOf(chunks: AsyncIterable<Uint8Array>): Promise<string> {
  const hash = createHash('md5');
  await pipeline(chunks, hash);
  return hash.digest('hex');
}

it.runIf(isFullRun())(
  'holds none of 500 MB that come in chunks',
  async () => {
    await using stack = await startStack({ listen: true });
    const folder = await mkdtemp(join(tmpdir(), 'act-large-'));
    const path = join(folder, 'file');
    {
      await using file = await open(path, 'w');
      for (let part = 0; part < 500; part += 1) await file.write(Buffer.alloc(megabyte, `part ${part};`));
    }
    const contentType = 'application/octet-stream';
    const key = newKey('weights');
    const prepared = await tusOptions(stack, 'secretKey', { bucketId: 'models', key, contentType });
    const { fingerprint: _function, ...options } = prepared;
    const args = [script, path, JSON.stringify(options), join(folder, 'memory')];
    const measured = await measure(() => promisify(execFile)(process.execPath, args));
    console.log({ seconds: measured.seconds, peakMegabytes: measured.peakBytes / megabyte });

    expect(measured.output).toMatch(/done$/);
    expect(measured.peakBytes / megabyte).toBeLessThan(20);
    const { body } = await ask(stack, `/object/models/${key}`, { as: 'secretKey' });
    expect(await hashOf(body ?? createReadStream(path, { end: 0 }))).toBe(
      await hashOf(createReadStream(path)),
    );
    await rm(folder, { recursive: true });
  },
  120_000,
);
