import { execFile } from 'node:child_process';
import { randomUUID } from 'node:crypto';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';
import { type ProviderSimulators, startProviderSimulators } from '@act/local-stack/testing';
import { expect, it } from 'vitest';
import { brand } from '../../node/testing/brand-context.ts';
import { findLosses } from '../testing/check-nothing-lost.ts';
import { createJobWorld, type JobWorld } from '../testing/job-world.ts';
import { pickSome } from '../testing/pick-some.ts';
import { reconcile } from '../testing/reconcile.ts';

const script = fileURLToPath(new URL('../testing/mortal-worker.ts', import.meta.url));
const run = promisify(execFile);

interface Mortal {
  readonly idempotencyKey: string;
  readonly diesAt: number;
  readonly delayMs: number;
}

/** Starts the script; null where it was killed. */
async function train(
  { stack: { url, secrets }, assetIds }: JobWorld,
  { replicate }: ProviderSimulators,
  mortal: Mortal,
): Promise<{ status: string; calls: string[] } | null> {
  const options = {
    url,
    publishableKey: secrets.publishableKey,
    signingKey: secrets.jwtSecret,
    brandId: brand,
    replicate: { baseUrl: replicate.url, apiToken: replicate.token },
    assetIds,
    ...mortal,
  };
  try {
    const { stdout } = await run(process.execPath, [script, JSON.stringify(options)]);
    return JSON.parse(stdout);
  } catch (error) {
    if (error instanceof Error && 'signal' in error && error.signal === 'SIGKILL') return null;
    throw error;
  }
}

it('pays once and loses nothing, whenever a real process is killed', { timeout: 3_600_000 }, async () => {
  await using world = await createJobWorld({ listen: true });
  // So large that they are sent in parts.
  const simulators = { speed: 4_000, replicate: { weightsBytes: 9_000_000 } };
  await using orderly = await startProviderSimulators(simulators);
  const first = await train(world, orderly, { idempotencyKey: randomUUID(), diesAt: 0, delayMs: 0 });
  expect(first?.status).toBe('completed');
  const calls = first?.calls ?? [];
  expect(calls.length).toBeGreaterThan(50);
  let killed = 0;
  const moments = calls.map((_name, index) => index + 1);
  for (const diesAt of pickSome(moments, Math.ceil(moments.length / 3))) {
    await using episode = await startProviderSimulators(simulators);
    const idempotencyKey = randomUUID();
    const delayMs = [-1, 0, 1, 2, 5][diesAt % 5] ?? 0;
    if ((await train(world, episode, { idempotencyKey, diesAt, delayMs })) === null) killed += 1;
    // The next process comes a quarter of an hour later: what was noted and not sent is believed to be so after ten minutes.
    await world.query(
      'update public.lora_training_jobs set lease_expires_at = now() where lease_expires_at > now()',
    );
    await world.query(
      `update public.provider_attempts set created_at = created_at - interval '15 minutes' where outcome = 'intended'`,
    );
    const about = `killed at ${diesAt}, after ${delayMs} ms`;
    const end = await train(world, episode, { idempotencyKey, diesAt: 0, delayMs: 0 });
    expect(end?.status, about).toMatch(/^(completed|failed)$/);
    expect(episode.runs(), about).toHaveLength(end?.status === 'completed' ? 1 : 0);
    await reconcile({ world });
    expect(await findLosses({ world, simulators: episode }), about).toEqual([]);
  }
  // One that is to die a moment after its last call may be done by then.
  expect(killed).toBeGreaterThan(0);
});
