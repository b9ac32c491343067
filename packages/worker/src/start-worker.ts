import { randomUUID } from 'node:crypto';
import { hostname } from 'node:os';
import { redacting } from '@act/ai-models';
import { createDuties } from './duties/all-duties.ts';
import type { Duty } from './duties/duty.ts';
import { createEngine } from './engine.ts';
import { type HealthParts, type HealthServer, serveHealth } from './health/health-server.ts';
import { createMeters } from './health/meters.ts';
import { createReadiness } from './health/readiness.ts';
import { storageCheck } from './health/storage-check.ts';
import { quietRepeats } from './logging/quiet-repeats.ts';
import { createWorkerLogger } from './logging/worker-logger.ts';
import { openProviders } from './providers/open-providers.ts';
import { createProviderWatch } from './providers/provider-watch.ts';
import type { Worker, WorkerOptions } from './worker-options.ts';
import { createWorld } from './world/create-world.ts';
import { openDueDatabase } from './world/due-database.ts';

const usualGraceMs = 25_000;

/**
 * Takes work forward until it is stopped: waits for the database where that is away, and goes on by itself when it is
 * back. Any number of workers share the work of one project, and each may be killed at any moment.
 */
export async function startWorker(options: WorkerOptions): Promise<Worker> {
  const { databaseUrl, graceMs: usualGrace = usualGraceMs, fetch = globalThis.fetch } = options;
  const name = options.name ?? `${hostname()}-${randomUUID().slice(0, 8)}`;
  const logger = redacting(options.logger ?? createWorkerLogger({ level: 'info', name }));
  const quiet = quietRepeats(logger);
  await using cleanup = new AsyncDisposableStack();

  const due = openDueDatabase(databaseUrl, {
    maxConnections: 8,
    onError: (cause) => quiet.warn('a connection to the database broke', { cause }),
  });
  cleanup.defer(() => due.close());
  const meters = createMeters(due);
  const now = options.now ?? (() => new Date());
  const watch = createProviderWatch(now);
  const providers = openProviders({
    providers: options.providers,
    callsAtOnce: options.providerCallsAtOnce ?? 8,
    pollIntervalMs: options.pollIntervalMs ?? 5_000,
    meter: meters.calls,
    watch,
    due,
    now,
  });
  const world = createWorld(options, { name, due, logger, providers });
  const engine = createEngine({
    world,
    databaseUrl,
    logger: quiet,
    meter: meters.slots,
    duties: (wake) =>
      withSlots(options.duties ?? createDuties({ wake, notices: options.notices ?? null }), options.slots),
  });
  cleanup.defer(() => engine.stop({ graceMs: 0 }));
  const readiness = createReadiness({
    checks: {
      database: () => due.check(),
      queue: () => engine.check(),
      storage: storageCheck(options.supabase, fetch),
    },
    providers: () => watch.states(),
  });
  const health = await openHealth(options, { readiness, meters, isStopping: () => engine.isStopping });
  if (health) cleanup.defer(() => health.close());

  await engine.start(options.signal);
  logger.info('the worker works', { duties: engine.dutyNames, healthUrl: health?.url ?? null });
  const owned = cleanup.move();
  let stopping: Promise<void> | null = null;
  const stop = async (graceMs: number) => {
    logger.info('the worker stops', { graceMs });
    await engine.stop({ graceMs });
    await owned.disposeAsync();
    logger.info('the worker has stopped');
  };
  return {
    name,
    healthUrl: health?.url ?? null,
    stop: ({ graceMs = usualGrace } = {}) => {
      stopping ??= stop(graceMs);
      return stopping;
    },
  };
}

const withSlots = (duties: readonly Duty[], slots: WorkerOptions['slots'] = {}): readonly Duty[] =>
  duties.map((duty) => ({ ...duty, slots: slots[duty.name] ?? duty.slots }));

const openHealth = async ({ health }: WorkerOptions, parts: HealthParts): Promise<HealthServer | null> =>
  health ? serveHealth(health, parts) : null;
