import { link, readFile, rename, rm, writeFile } from 'node:fs/promises';
import { z } from 'zod';
import { explainSystemError } from '../errors/explain-system-error.ts';
import { StackError } from '../errors/stack-error.ts';
import { systemCodeOf } from '../errors/system-error.ts';
import { identifyProcess, isRunning } from './processes.ts';

const ownerSchema = z.object({ pid: z.number(), startedAt: z.string(), url: z.string().nullable() });
type Owner = z.infer<typeof ownerSchema>;

/** Held by the one process that may touch a home's data. */
export interface OwnerLock extends AsyncDisposable {
  /** Notes where the stack answers, so that a second start can say it. */
  announce(url: string): Promise<void>;
}

/**
 * Takes a home for this process. An owner that is gone is displaced at once, however it ended; one that lives is not,
 * and the refusal says where it runs.
 */
export async function takeOwnership(file: string): Promise<OwnerLock> {
  const identity = await identifyProcess(process.pid);
  const mine: Owner = { pid: process.pid, startedAt: identity?.startedAt ?? '', url: null };
  const draft = `${file}.${process.pid}`;
  try {
    await writeFile(draft, JSON.stringify(mine), { mode: 0o600 });
    while (!(await tryLink(draft, file))) await displaceDeadOwner(file);
  } catch (error) {
    throw explainSystemError(error, file);
  } finally {
    await rm(draft, { force: true });
  }
  return {
    announce: async (url) => {
      await writeFile(draft, JSON.stringify({ ...mine, url }), { mode: 0o600 });
      await rename(draft, file);
    },
    [Symbol.asyncDispose]: () => rm(file, { force: true }),
  };
}

/** Whether somebody holds the home, or held it and is gone without clearing up. */
export async function findOwner(file: string): Promise<'living' | 'dead' | 'none'> {
  const text = await readFile(file, 'utf8').catch(() => null);
  if (text === null) return 'none';
  const owner = parseOwner(text);
  return owner && (await isRunning(owner)) ? 'living' : 'dead';
}

/** A link is made whole or not at all, and never over another: the file system is the referee. */
async function tryLink(draft: string, file: string): Promise<boolean> {
  try {
    await link(draft, file);
    return true;
  } catch (error) {
    if (systemCodeOf(error) === 'EEXIST') return false;
    throw error;
  }
}

async function displaceDeadOwner(file: string): Promise<void> {
  const text = await readIfThere(file);
  if (text === null) return; // it left between our two looks
  const owner = parseOwner(text);
  if (owner && (await isRunning(owner))) throw alreadyRunning(owner);

  // Of several that find the same dead owner one moves it; a living one that a loser moved by mistake is put back.
  const aside = `${file}.${process.pid}.dead`;
  await rename(file, aside).catch(() => undefined);
  const moved = await readFile(aside, 'utf8').catch(() => text);
  if (moved !== text) await tryLink(aside, file);
  await rm(aside, { force: true });
}

/** What cannot be read is not gone: to try again would be to try for ever. */
async function readIfThere(file: string): Promise<string | null> {
  return readFile(file, 'utf8').catch((error: unknown) => {
    if (systemCodeOf(error) === 'ENOENT') return null;
    throw error;
  });
}

function parseOwner(text: string): Owner | null {
  try {
    return ownerSchema.parse(JSON.parse(text));
  } catch {
    return null;
  }
}

function alreadyRunning({ pid, url }: Owner): StackError {
  return new StackError({
    code: 'already_running',
    message: `It is running already: ${url ? `at ${url}` : 'still starting'} (process ${pid}).`,
    remedy:
      'Use that one, or stop it with Ctrl-C where it was started, or set ACT_HOME to run another beside it.',
  });
}
