import { fork } from 'node:child_process';
import { mkdtemp, readdir, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, it } from 'vitest';
import { findOwner, takeOwnership } from './owner-lock.ts';

let folder: string;
let file: string;

beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'act-owner-'));
  file = join(folder, 'owner.json');
});
afterEach(() => rm(folder, { recursive: true }));

it('refuses a home that a living process holds, and says where it answers', async () => {
  await using lock = await takeOwnership(file);
  await expect(takeOwnership(file)).rejects.toMatchObject({
    code: 'already_running',
    message: /still starting/,
  });
  await lock.announce('http://127.0.0.1:54321');
  await expect(takeOwnership(file)).rejects.toMatchObject({ message: /at http:\/\/127\.0\.0\.1:54321/ });
});

it('leaves no more than its number behind when it is given up', async () => {
  {
    await using _lock = await takeOwnership(file);
    expect(await findOwner(file)).toBe('living');
  }
  expect(await findOwner(file)).toBe('none');
  expect(await readdir(folder)).toEqual(['owner.json.1']);
  await using _next = await takeOwnership(file);
  expect(await readdir(folder)).toEqual(['owner.json.2']);
});

it.each([
  ['is gone', { pid: 2 ** 22 + 1, startedAt: '1', url: null }],
  ['had the number of another process that lives', { pid: process.pid, startedAt: 'long ago', url: null }],
  ['left half a file', 'garbage'],
])('displaces an owner that %s', async (_, owner) => {
  await writeFile(`${file}.1`, JSON.stringify(owner));
  expect(await findOwner(file)).toBe('dead');
  await using _lock = await takeOwnership(file);
  expect(await findOwner(file)).toBe('living');
});

it('lets one of many win that find a dead owner at the same moment', async () => {
  await writeFile(`${file}.1`, 'garbage');
  const contender = join(folder, 'contender.mjs');
  const module = new URL('./owner-lock.ts', import.meta.url).href;
  await writeFile(
    contender,
    `import { takeOwnership } from ${JSON.stringify(module)};
     process.send('loaded');
     process.once('message', async () => {
       const outcome = await takeOwnership(${JSON.stringify(file)}).then(() => 'won', (error) => error.code);
       process.send(outcome);
     });
     setInterval(() => undefined, 1000);`,
  );
  const contenders = await Promise.all(
    Array.from({ length: 6 }, async () => {
      const child = fork(contender);
      await new Promise((resolve) => child.once('message', resolve));
      return child;
    }),
  );
  const outcomes = await Promise.all(
    contenders.map((child) => {
      const answer = new Promise<unknown>((resolve) => child.once('message', resolve));
      child.send('go');
      return answer;
    }),
  );
  for (const child of contenders) child.kill('SIGKILL');
  expect(outcomes.toSorted()).toEqual([...Array.from({ length: 5 }, () => 'already_running'), 'won']);
});
