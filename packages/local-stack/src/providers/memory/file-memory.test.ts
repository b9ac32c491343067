import { appendFileSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, it, vi } from 'vitest';
import { z } from 'zod';
import { openFileMemory } from './file-memory.ts';

let folder: string;
let warn: { mock: { calls: unknown[][] } };
beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'act-memory-'));
  warn = vi.spyOn(console, 'warn').mockReturnValue();
});
afterEach(async () => {
  vi.restoreAllMocks();
  await rm(folder, { recursive: true });
});

const fileOf = () => join(folder, 'simulated-runs.jsonl');
const runSchema = z.object({ id: z.string(), state: z.string() });

function open() {
  const memory = openFileMemory(fileOf());
  return {
    keep: (id: string, state: string | null) => memory.keep('run', id, state && { id, state }),
    runs: () => memory.recall('run', runSchema).map(({ id, state }) => `${id} ${state}`),
  };
}

it('recalls the last of each thing, the oldest first, without those that are gone', () => {
  const memory = open();
  memory.keep('a', 'queued');
  memory.keep('b', 'queued');
  memory.keep('c', 'queued');
  memory.keep('a', 'running');
  memory.keep('b', null);
  expect(memory.runs()).toEqual([]);
  expect(open().runs()).toEqual(['a running', 'c queued']);
  expect(readFileSync(fileOf(), 'utf8').trim().split('\n')).toHaveLength(2);
});

it('loses no more than the line that was being written', () => {
  open().keep('a', 'running');
  appendFileSync(fileOf(), '{"kind":"run","id":"b","val');
  expect(open().runs()).toEqual(['a running']);
  expect(warn.mock.calls).toEqual([]);
});

it('passes over what does not fit any more', () => {
  writeFileSync(fileOf(), '{"kind":"run","id":"a","value":{"id":"a"}}\n');
  expect(open().runs()).toEqual([]);
});

it.each([
  ['is no JSON', '{"kind":"run","id":"a","value":{}}\n\u0000\u0000\n{}\n'],
  ['holds something else', '{"name":"package.json"}\n'],
])('puts a file aside that %s, and begins anew', (_, text) => {
  writeFileSync(fileOf(), text);
  const memory = open();
  expect(memory.runs()).toEqual([]);
  memory.keep('b', 'queued');
  expect(open().runs()).toEqual(['b queued']);
  expect(readFileSync(`${fileOf()}.unreadable`, 'utf8')).toBe(text);
  expect(warn.mock.calls).toEqual([[expect.stringContaining('begin anew')]]);
});

it('goes on without memory where none can be kept, and says so once', async () => {
  mkdirSync(join(`${fileOf()}.new`, 'in the way'), { recursive: true });
  const memory = open();
  memory.keep('a', 'queued');
  memory.keep('a', 'running');
  expect(memory.runs()).toEqual([]);
  expect(warn.mock.calls).toEqual([[expect.stringContaining('lost when they stop')]]);
});
