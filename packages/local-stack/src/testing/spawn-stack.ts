import { type ChildProcess, spawn } from 'node:child_process';
import { mkdtemp, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { createClient, type SupabaseClient } from '@supabase/supabase-js';
import { z } from 'zod';
import { type DemoPersonName, demoPeople } from '../database/demo-people.ts';
import { stopAbandonedCluster } from '../postgres/cluster.ts';
import { listDescendants } from './processes.ts';
import { until } from './until.ts';

const startCommand = fileURLToPath(new URL('../commands/start.ts', import.meta.url));

const stackFileSchema = z.object({
  url: z.string(),
  publishableKey: z.string(),
  secretKey: z.string(),
  systemSigningKey: z.string(),
  providers: z.object({
    url: z.string(),
    replicate: z.object({
      url: z.string(),
      token: z.string(),
      username: z.string(),
      webhookSecret: z.string(),
    }),
    runpod: z.object({ url: z.string(), apiKey: z.string(), endpointId: z.string() }),
  }),
  people: z.array(z.object({ email: z.string(), password: z.string() })),
});
type StackFile = z.infer<typeof stackFileSchema>;

/** The stack as `npm start` runs it: in processes of its own, which a test may kill. */
export interface SpawnedStack extends AsyncDisposable {
  pid: number;
  home: string;
  /** What it has printed so far. */
  output(): string;
  exited: Promise<number | null>;
  /** Waits until it says where it is; fails with what it printed when it ends instead. */
  ready(): Promise<StackFile>;
  /** The pid of one of its parts. */
  getPart(part: 'postgres' | 'gateway' | 'provider'): Promise<number>;
  signIn(person: DemoPersonName): Promise<SupabaseClient>;
}

export interface SpawnStackOptions {
  home: string;
  environment?: Record<string, string>;
  /** Of the command line. */
  words?: readonly string[];
}

export function spawnStack({ home, environment = {}, words = [] }: SpawnStackOptions): SpawnedStack {
  const { ACT_TEST_CLUSTER: _, ...inherited } = process.env;
  const child = spawn(process.execPath, [startCommand, ...words], {
    // In a process group of its own, as a terminal would have it: `process.kill(-pid)` is Ctrl-C.
    detached: true,
    // Samples take seconds, and few tests look at them.
    env: { ACT_DEMO_CONTENT: 'off', ...inherited, ...environment, ACT_HOME: home },
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  const pid = child.pid ?? 0;
  let printed = '';
  for (const stream of [child.stdout, child.stderr]) {
    stream.setEncoding('utf8').on('data', (text: string) => {
      printed += text;
    });
  }
  const exited = exitOf(child);
  const ready = () => becomesReady(home, exited, () => printed);

  return {
    pid,
    home,
    exited,
    ready,
    output: () => printed,
    getPart: async (part) => {
      const pattern = part === 'postgres' ? /postgres -D/ : new RegExp(`${part}-process`);
      const found = (await listDescendants(pid)).find(({ command }) => pattern.test(command));
      if (!found) throw new Error(`The stack has no ${part}.`);
      return found.pid;
    },
    signIn: async (person) => {
      const { url, publishableKey, people } = await ready();
      const { email } = demoPeople[person];
      const password = people.find((entry) => entry.email === email)?.password ?? '';
      const client = createClient(url, publishableKey, {
        auth: { persistSession: false, autoRefreshToken: false },
      });
      const { error } = await client.auth.signInWithPassword({ email, password });
      if (error) throw error;
      return client;
    },
    [Symbol.asyncDispose]: async () => {
      if (child.exitCode === null && child.signalCode === null) child.kill('SIGTERM');
      await exited;
    },
  };
}

/** A home that is closed to others, with a space in its path; what a killed stack left in it is cleared away. */
export async function createTestHome(): Promise<{ path: string } & AsyncDisposable> {
  const folder = await mkdtemp(join(tmpdir(), 'act home ü '));
  const path = join(folder, '.act');
  return {
    path,
    [Symbol.asyncDispose]: async () => {
      await stopAbandonedCluster(path);
      await rm(folder, { recursive: true, force: true });
    },
  };
}

function exitOf(child: ChildProcess): Promise<number | null> {
  return new Promise((resolve, reject) => child.once('close', resolve).once('error', reject));
}

async function becomesReady(
  home: string,
  exited: Promise<number | null>,
  output: () => string,
): Promise<StackFile> {
  const ended = exited.then((code) => {
    throw new Error(`The stack ended with exit code ${code}:\n${output()}`);
  });
  const announced = until('the stack has started', async () => output().includes('Stop with Ctrl-C'), 60_000);
  await Promise.race([announced, ended]);
  return stackFileSchema.parse(JSON.parse(await readFile(join(home, 'stack.json'), 'utf8')));
}
