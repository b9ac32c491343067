import { execFile } from 'node:child_process';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';
import { expect, it } from 'vitest';
import { isFullRun } from '../../testing/load-setting.ts';
import { startStack } from '../../testing/start-stack.ts';
import { measure } from '../testing/measure.ts';
import { newKey } from '../testing/storage-files.ts';

const megabyte = 1024 * 1024;
const isFull = isFullRun();
const sizeBytes = (isFull ? 500 : 150) * megabyte;
const script = fileURLToPath(new URL('../testing/transfer.ts', import.meta.url));
const run = promisify(execFile);

it(`holds none of ${sizeBytes / megabyte} MB that pass through`, async () => {
  await using stack = await startStack({ listen: true });
  const url = `${stack.url}/storage/v1/object/models/${newKey('weights')}`;
  const headers = { ...(await stack.headersFor('secretKey')), 'content-type': 'application/octet-stream' };
  const transfer = (direction: 'up' | 'down') =>
    measure(() =>
      run(process.execPath, [script, direction, url, JSON.stringify(headers), String(sizeBytes)]),
    );

  const up = await transfer('up');
  const down = await transfer('down');
  if (isFull) console.log({ up, down });
  expect(down.output).toBe(up.output);
  expect(up.peakBytes / megabyte).toBeLessThan(20);
  expect(down.peakBytes / megabyte).toBeLessThan(20);
}, 120_000);
