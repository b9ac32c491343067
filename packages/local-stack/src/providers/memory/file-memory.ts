import { closeSync, openSync, readFileSync, renameSync, writeFileSync, writeSync } from 'node:fs';
import { z } from 'zod';
import { systemCodeOf } from '../../errors/system-error.ts';
import type { Memory } from './memory.ts';

const entrySchema = z.object({ kind: z.string(), id: z.string(), value: z.unknown() });
type Entry = z.infer<typeof entrySchema>;

/**
 * A memory in one file, to which each change adds a line before anybody hears of it: whatever is killed, at most the
 * line that was being written is lost. A file that cannot be read is put aside, and everything begins anew.
 */
export function openFileMemory(path: string): Memory & Disposable {
  const before = readEntries(path);
  const file = beginAnew(path, before);
  let isWritable = file !== null;

  return {
    keep(kind, id, value) {
      if (file === null || !isWritable) return;
      try {
        writeSync(file, toLine({ kind, id, value }));
      } catch (error) {
        isWritable = false;
        complain('What the simulated vendors do from here on is lost when they stop', error);
      }
    },
    recall: (kind, schema) =>
      before.flatMap((entry) => {
        const parsed = entry.kind === kind ? schema.safeParse(entry.value) : null;
        return parsed?.success ? [parsed.data] : [];
      }),
    [Symbol.dispose]: () => {
      isWritable = false;
      if (file !== null) closeSync(file);
    },
  };
}

/** The last of each thing, without those that are gone, in the order in which they came. */
function readEntries(path: string): Entry[] {
  try {
    const lines = readFileSync(path, 'utf8').split('\n');
    // Behind the last line's end stands nothing, or what was being written when the process was killed.
    lines.pop();
    const latest = new Map<string, Entry>();
    for (const line of lines) {
      const entry = entrySchema.parse(JSON.parse(line));
      latest.set(`${entry.kind} ${entry.id}`, entry);
    }
    return [...latest.values()].filter(({ value }) => value !== null);
  } catch (error) {
    if (systemCodeOf(error) !== 'ENOENT') putAside(path, error);
    return [];
  }
}

/** Writes what is left of a file, whole or not at all, and opens it for more; null where that cannot be done. */
function beginAnew(path: string, entries: readonly Entry[]): number | null {
  try {
    const beside = `${path}.new`;
    writeFileSync(beside, entries.map(toLine).join(''), { mode: 0o600, flush: true });
    renameSync(beside, path);
    return openSync(path, 'a', 0o600);
  } catch (error) {
    complain('What the simulated vendors do is lost when they stop', error);
    return null;
  }
}

function putAside(path: string, error: unknown): void {
  const aside = `${path}.unreadable`;
  try {
    renameSync(path, aside);
    complain(`The simulated vendors begin anew; what they were at lies in ${aside}`, error);
  } catch {
    complain('The simulated vendors begin anew', error);
  }
}

const toLine = (entry: Entry) => `${JSON.stringify(entry)}\n`;

const complain = (consequence: string, error: unknown) =>
  console.warn(
    `${consequence} (${systemCodeOf(error) ?? (error instanceof SyntaxError ? 'damaged' : 'unreadable')}).`,
  );
