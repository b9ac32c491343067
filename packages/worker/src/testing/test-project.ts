import { randomUUID } from 'node:crypto';
import { type AiModels, createAiModels, createSystemSigner } from '@act/ai-models';
import { createReplicateProvider } from '@act/ai-models/providers/replicate';
import { createRunpodProvider } from '@act/ai-models/providers/runpod';
import {
  type ProviderSimulators,
  type StartProviderSimulatorsOptions,
  startProviderSimulators,
  startStack,
  type TestStack,
} from '@act/local-stack/testing';
import pg from 'pg';
import { startWorker } from '../start-worker.ts';
import type { Worker, WorkerOptions } from '../worker-options.ts';
import { paintPicture } from './paint-picture.ts';
import { silentLogger } from './silent-logger.ts';
import { spawnWorker, type WorkerProcess } from './spawn-worker.ts';
import { until } from './until.ts';

export const brand = 'creativetechnologists';
export const otherBrand = 'acmecompany';

/** A project with simulated providers, in which tests start workers. */
export interface TestProject extends AsyncDisposable {
  readonly stack: TestStack;
  readonly simulators: ProviderSimulators;
  /** As the superuser. */
  query<Row extends Record<string, unknown>>(sql: string, values?: readonly unknown[]): Promise<Row[]>;
  /** What a worker of this project is started with. */
  options(changes?: Partial<WorkerOptions>): WorkerOptions;
  /** A worker of this process; it ends with the project. */
  startWorker(changes?: Partial<WorkerOptions>): Promise<Worker>;
  /** A brand's member, who only asks. */
  member(brandId?: string): Promise<AiModels>;
  /** A brand as its system, without a worker. */
  system(brandId?: string): AiModels;
  /** Four pictures that were inspected. */
  addPictures(brandId?: string): Promise<string[]>;
  /** Asks for a training of few steps; of rank 1, where the weights are to be as small as can be. */
  askForTraining(pictures: readonly string[], brandId?: string, loraRank?: number): Promise<string>;
  /** Every training has ended. */
  untilAllEnded(options?: { withinMs?: number }): Promise<{ status: string; error_code: string | null }[]>;
  /** A worker in a process of its own; killed with the project. */
  spawnWorker(settings?: Readonly<Record<string, string>>): Promise<WorkerProcess>;
}

export interface TestProjectOptions {
  /** Default: a stack of its own on the server that all tests share. It goes with the project. */
  readonly stack?: TestStack;
  readonly simulators?: StartProviderSimulatorsOptions;
  /** Where the workers' project is, if something stands before its stack. */
  readonly url?: string;
  /** How long a provider has for an answer. Default: as usual. */
  readonly providerTimeoutMs?: number;
}

const members = { [brand]: 'ctMember', [otherBrand]: 'acmeMember' } as const;

export async function createTestProject({
  stack: given,
  simulators: settings,
  url,
  providerTimeoutMs,
}: TestProjectOptions = {}): Promise<TestProject> {
  await using cleanup = new AsyncDisposableStack();
  const stack = cleanup.use(given ?? (await startStack({ listen: true })));
  const simulators = cleanup.use(
    await startProviderSimulators({
      speed: 2_000,
      replicate: { weightsBytes: 1 },
      runpod: { weightsBytes: 1 },
      ...settings,
    }),
  );
  // One connection answers one question after the other, and another one where it broke.
  const pool = new pg.Pool({ ...stack.database.superuser, max: 1 });
  pool.on('error', () => undefined);
  cleanup.defer(() => pool.end());
  const query: TestProject['query'] = async (sql, values = []) => (await pool.query(sql, [...values])).rows;
  await query(`update public.brands set settings = settings || '${JSON.stringify(noLimits)}'`);

  const supabase = { url: url ?? stack.url, publishableKey: stack.secrets.publishableKey };
  const options = (changes: Partial<WorkerOptions> = {}): WorkerOptions => ({
    supabase,
    signer: createSystemSigner({ signingKey: stack.secrets.jwtSecret }),
    databaseUrl: stack.workerDatabaseUrl,
    providers: openProviders(simulators, providerTimeoutMs),
    pollIntervalMs: 100,
    logger: silentLogger,
    ...changes,
  });
  const system = (brandId = brand) =>
    createAiModels({
      supabase,
      access: { brandId, signer: createSystemSigner({ signingKey: stack.secrets.jwtSecret }) },
    });
  const settingsOf = (changes: Readonly<Record<string, string>>) => ({
    SUPABASE_URL: supabase.url,
    SUPABASE_PUBLISHABLE_KEY: stack.secrets.publishableKey,
    ACT_SYSTEM_SIGNING_KEY: stack.secrets.jwtSecret,
    ACT_WORKER_DATABASE_URL: stack.workerDatabaseUrl,
    ACT_WORKER_PORT: '0',
    ACT_WORKER_POLL_MS: '100',
    REPLICATE_API_TOKEN: simulators.replicate.token,
    REPLICATE_USERNAME: simulators.replicate.username,
    ACT_REPLICATE_URL: simulators.replicate.url,
    RUNPOD_API_KEY: simulators.runpod.apiKey,
    RUNPOD_TRAINING_ENDPOINT: simulators.runpod.endpointId,
    RUNPOD_IMAGE_ENDPOINT: simulators.runpod.endpointId,
    ACT_RUNPOD_URL: simulators.runpod.url,
    ...changes,
  });
  const workers: Worker[] = [];
  cleanup.defer(async () => {
    await Promise.all(workers.map((worker) => worker.stop({ graceMs: 0 })));
  });
  const cleanupProcesses = cleanup.use(new AsyncDisposableStack());
  const owned = cleanup.move();
  return {
    stack,
    simulators,
    query,
    options,
    async startWorker(changes) {
      const worker = await startWorker(options(changes));
      workers.push(worker);
      return worker;
    },
    async member(brandId = brand) {
      const actor = members[brandId === otherBrand ? otherBrand : brand];
      return createAiModels({ supabase, access: { accessToken: () => stack.tokenFor(actor) } });
    },
    system,
    async addPictures(brandId) {
      const ai = system(brandId);
      const uploaded = await ai.uploadTrainingImages({
        files: await Promise.all([1, 2, 3, 4].map((seed) => paintPicture(seed))),
        names: ['one', 'two', 'three', 'four'].map((name) => `${name}-${randomUUID()}`),
        captions: ['a [brand] cup', 'a [brand] bag', 'a [brand] box', 'a [brand] hat'],
      });
      await ai.inspectPictures();
      return uploaded.map(({ id }) => id);
    },
    async askForTraining(pictures, brandId, loraRank = 1) {
      const job = await system(brandId).createTrainingJob({
        modelType: 'flux',
        subjectKind: 'product',
        trainingAssetIds: pictures,
        config: { steps: 3, loraRank, autocaption: false },
        trainAnyway: true,
      });
      return job.id;
    },
    untilAllEnded: (options) =>
      until(
        () =>
          query<{ status: string; error_code: string | null }>(
            'select status, error_code from public.lora_training_jobs order by created_at',
          ),
        (rows) => rows.every(({ status }) => ['completed', 'failed', 'cancelled'].includes(status)),
        options,
      ),
    async spawnWorker(changes = {}) {
      const worker = await spawnWorker(settingsOf(changes));
      // The test may have ended while it started.
      if (cleanupProcesses.disposed) await worker.kill();
      else cleanupProcesses.defer(() => worker.kill());
      return worker;
    },
    [Symbol.asyncDispose]: () => owned.disposeAsync(),
  };
}

const noLimits = {
  training: { maximumRunningJobs: 1_000, maximumJobsPerDay: 100_000 },
  generation: { maximumPerDay: 100_000 },
};

function openProviders({ replicate, runpod }: ProviderSimulators, timeoutMs?: number) {
  const usual = { retry: { firstDelayMs: 5, maximumDelayMs: 20 }, ...(timeoutMs && { timeoutMs }) };
  return [
    createReplicateProvider({
      apiToken: replicate.token,
      baseUrl: replicate.url,
      username: replicate.username,
      ...usual,
    }),
    createRunpodProvider({
      apiKey: runpod.apiKey,
      baseUrl: runpod.url,
      endpoints: { training: runpod.endpointId, images: runpod.endpointId },
      ...usual,
    }),
  ];
}
