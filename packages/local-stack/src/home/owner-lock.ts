import { link, readdir, readFile, rename, rm, writeFile } from 'node:fs/promises';
import { basename, dirname } from 'node:path';
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
 *
 * Every owner has a number above the last one's, and the last number is never taken away, only marked as given up: so
 * that of many that find the same dead owner one gets the next number, and a late one cannot get a number again.
 */
export async function takeOwnership(file: string): Promise<OwnerLock> {
  const identity = await identifyProcess(process.pid);
  const mine: Owner = { pid: process.pid, startedAt: identity?.startedAt ?? '', url: null };
  const draft = `${file}.draft-${process.pid}`;
  const replace = async (claim: string, text: string) => {
    await writeFile(draft, text, { mode: 0o600 });
    await rename(draft, claim);
  };
  try {
    await writeFile(draft, JSON.stringify(mine), { mode: 0o600 });
    let claim: string | null = null;
    while (claim === null) claim = await tryClaim(draft, file);
    const held = claim;
    return {
      announce: (url) => replace(held, JSON.stringify({ ...mine, url })),
      [Symbol.asyncDispose]: () => replace(held, givenUp),
    };
  } catch (error) {
    throw explainSystemError(error, file);
  } finally {
    await rm(draft, { force: true });
  }
}

/** Whether somebody holds the home, or held it and is gone without giving it up. */
export async function findOwner(file: string): Promise<'living' | 'dead' | 'none'> {
  const last = (await listClaims(file)).at(-1);
  const text = last ? await readIfThere(last.path) : null;
  if (text === null || text === givenUp) return 'none';
  const owner = parseOwner(text);
  return owner && (await isRunning(owner)) ? 'living' : 'dead';
}

const givenUp = '';

interface Claim {
  number: number;
  path: string;
}

/** Where mine is now the last number; null where another was faster. */
async function tryClaim(draft: string, file: string): Promise<string | null> {
  const last = (await listClaims(file)).at(-1);
  if (last) {
    const text = await readIfThere(last.path);
    if (text === null) return null; // somebody has a higher one by now
    const owner = parseOwner(text);
    if (owner && (await isRunning(owner))) throw alreadyRunning(owner);
  }
  const mine: Claim = claimOf(file, (last?.number ?? 0) + 1);
  if (!(await tryLink(draft, mine.path))) return null;
  const others = (await listClaims(file)).filter(({ number }) => number !== mine.number);
  if (others.some(({ number }) => number > mine.number)) {
    await rm(mine.path, { force: true });
    return null;
  }
  for (const { path } of others) await rm(path, { force: true });
  return mine.path;
}

function claimOf(file: string, number: number): Claim {
  return { number, path: `${file}.${number}` };
}

async function listClaims(file: string): Promise<Claim[]> {
  const name = `${basename(file)}.`;
  const entries = await readdir(dirname(file)).catch((error: unknown) => {
    if (systemCodeOf(error) === 'ENOENT') return [];
    throw explainSystemError(error, dirname(file));
  });
  return entries
    .filter((entry) => entry.startsWith(name) && /^\d+$/.test(entry.slice(name.length)))
    .map((entry) => claimOf(file, Number(entry.slice(name.length))))
    .toSorted((one, other) => one.number - other.number);
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

/** What cannot be read is not gone: to try again would be to try for ever. */
async function readIfThere(file: string): Promise<string | null> {
  return readFile(file, 'utf8').catch((error: unknown) => {
    if (systemCodeOf(error) === 'ENOENT') return null;
    throw explainSystemError(error, file);
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
