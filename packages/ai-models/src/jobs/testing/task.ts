import { randomUUID } from 'node:crypto';
import type { AiModelsContext } from '../../context.ts';
import { hasEnded } from '../../database/ended-statuses.ts';
import { generateImage } from '../../inference/image-generator.ts';
import { createTrainingJob } from '../../training/create-training-job.ts';
import type { ModelType } from '../../training/model-type.ts';
import { workOnGeneration } from '../generation/work-on-generation.ts';
import { workOnTraining } from '../training/work-on-training.ts';
import type { Episode } from './episode.ts';
import type { JobWorld } from './job-world.ts';

/** A piece of work that somebody wants done, however often it is asked for. */
export interface Task {
  readonly table: 'lora_training_jobs' | 'generations';
  /** The same at every call: whoever was killed asks again. */
  ask(context: AiModelsContext): Promise<string>;
  work(context: AiModelsContext, id: string): Promise<unknown>;
}

export interface TrainingTaskOptions {
  readonly key?: string;
  /** Default `flux`, which Replicate trains; RunPod the others. */
  readonly modelType?: ModelType;
}

/** A training of four pictures in three steps. */
export function trainingTask(
  { assetIds }: Pick<JobWorld, 'assetIds'>,
  { key = randomUUID(), modelType = 'flux' }: TrainingTaskOptions = {},
): Task {
  return {
    table: 'lora_training_jobs',
    ask: async (context) => {
      const job = await createTrainingJob(context, {
        modelType,
        subjectKind: 'product',
        trainingAssetIds: assetIds,
        config: { steps: 3, loraRank: 1, autocaption: false },
        trainAnyway: true,
        idempotencyKey: key,
      });
      return job.id;
    },
    work: workOnTraining,
  };
}

/** Small pictures: five take two requests. */
export function generationTask(
  modelId: string,
  { key = randomUUID(), numImages = 5 }: { key?: string; numImages?: number } = {},
): Task {
  return {
    table: 'generations',
    ask: async (context) => {
      const generation = await generateImage(context, {
        modelId,
        prompt: `a [brand] cup ${key}`,
        numImages,
        megapixels: '0.25',
        outputFormat: 'jpg',
        inferenceSteps: 4,
        idempotencyKey: key,
        waitMs: 0,
      });
      return generation.id;
    },
    work: workOnGeneration,
  };
}

export interface TaskState {
  readonly [column: string]: unknown;
  readonly status: string;
  readonly progress: number;
  readonly due_at: Date | null;
  readonly error_code: string | null;
}

export async function readTask(
  { world }: Pick<Episode, 'world'>,
  { table }: Task,
  id: string,
): Promise<TaskState> {
  const [row] = await world.query<TaskState & Record<string, unknown>>(
    `select status, progress, due_at, error_code from public.${table} where id = $1`,
    [id],
  );
  if (!row) throw new Error(`There is no ${id} in ${table}.`);
  return row;
}

/** Whoever held them is gone: what waits for their leases to run out waits no longer. Default: everybody's. */
export async function endLeases({ world }: Pick<Episode, 'world'>, ownerName = '%'): Promise<void> {
  for (const table of ['lora_training_jobs', 'generations']) {
    await world.query(
      `update public.${table} set lease_expires_at = now() where lease_expires_at > now() and lease_owner like $1`,
      [ownerName],
    );
  }
}

/** A training waits for a machine, trains, and is done; whatever takes longer takes minutes. */
const betweenLooksMs = [10_000, 50_000, 60_000, 60_000];

/**
 * As an engine does it: looks again and again, with time between, until nothing is left to be done. Throws where work is
 * open that nobody would look at, or has no end.
 */
export async function finishTask(
  episode: Episode,
  context: AiModelsContext,
  task: Task,
  id: string,
): Promise<TaskState> {
  for (let looks = 1; looks <= 60; looks += 1) {
    const state = await readTask(episode, task, id);
    if (state.due_at === null) {
      if (hasEnded(state.status)) return state;
      throw new Error(`${task.table} ${id} is ${state.status}, and nobody would look at it again.`);
    }
    await task.work(context, id);
    await episode.clock.advance(betweenLooksMs[looks - 1] ?? 5 * 60_000);
  }
  throw new Error(`${task.table} ${id} never ends: ${JSON.stringify(await readTask(episode, task, id))}.`);
}

/** A model to paint with: `flux-lora-v1`, where it is the first. */
export async function trainModel(episode: Episode): Promise<void> {
  const context = await episode.openWorker({ name: 'trainer' });
  const task = trainingTask(episode.world);
  await finishTask(episode, context, task, await task.ask(context));
}
