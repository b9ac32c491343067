import type { BrandScope } from '../context.ts';
import { AiModelsError } from '../errors/index.ts';
import type { LossPoint } from '../providers/training-provider.ts';
import { done, rowOf, rowsOf } from './answer.ts';
import type { Json, Tables, TablesInsert } from './database.types.ts';
import type { Lease } from './leases.ts';

/** A training as its row has it. */
export type JobRow = Tables<'lora_training_jobs'>;

/** The states of a training, in their order. */
export const jobStatuses = [
  'pending',
  'uploading',
  'queued',
  'training',
  'saving',
  'completed',
  'failed',
  'cancelled',
] as const;
/** `pending`, `uploading`, `queued`, `training` and `saving` on its way; then `completed`, `failed` or `cancelled`. */
export type JobStatus = (typeof jobStatuses)[number];

/** A row's state. @throws AiModelsError `database_failed` for one that this version does not know */
export function statusOf({ id, status }: Pick<JobRow, 'id' | 'status'>): JobStatus {
  const known = jobStatuses.find((one) => one === status);
  if (known) return known;
  throw new AiModelsError({
    code: 'database_failed',
    message: `Training ${id} is in a state that this version does not know: ${status}.`,
    hint: 'Update this package.',
  });
}

/** What a move may change besides the state. */
export interface JobChanges {
  /** What happens inside of the state, as words for people. */
  readonly stage?: string;
  /** 0 to 100; never goes down, whatever is sent. */
  readonly progress?: number;
  /** Why it failed, as a word for programs. */
  readonly error_code?: string;
  /** The same as sentences for people. */
  readonly error_message?: string;
  /** Until when the new state may last, as ISO 8601. */
  readonly deadline_at?: string;
  /** Who trains it. */
  readonly provider?: string;
  /** What the provider calls its run. */
  readonly provider_job_id?: string;
  /** With which version of its program the provider trains. */
  readonly trainer_version?: string;
  /** The snapshot that it is trained on. */
  readonly dataset_id?: string;
  /** When it is expected to end, as ISO 8601. */
  readonly estimated_completion?: string;
  /** How long it ran at the provider. */
  readonly gpu_seconds?: number;
  /** What it cost, in US dollars. */
  readonly cost_usd?: number;
  /** Bucket and key of its weights, noted before they are stored. */
  readonly model_url?: string;
  /** Buckets and keys of pictures that were painted on the way. */
  readonly sample_images_urls?: readonly string[];
  /** What calls the subject in a prompt. */
  readonly trigger_word?: string;
}

/** The one way in which a job changes. Throws `lease_lost` where somebody else was faster. */
export async function moveJob(
  { database }: BrandScope,
  lease: Lease,
  [from, to]: readonly [string, JobStatus],
  changes: JobChanges = {},
): Promise<void> {
  const moved = await rowsOf(
    database.rpc('move_training_job', {
      job_id: lease.workId,
      fence: lease.fence,
      from_status: from,
      to_status: to,
      changes: { ...changes } as Json,
    }),
  );
  if (!moved) throw leaseLost(lease);
}

/** Whoever gets this error stops, and changes nothing. */
export const leaseLost = ({ workId }: Lease) =>
  new AiModelsError({
    code: 'lease_lost',
    message: `Somebody else has taken over ${workId}.`,
    hint: 'Leave it to them.',
  });

/** Asks for a training. */
export async function insertJob(
  { database }: BrandScope,
  wish: TablesInsert<'lora_training_jobs'>,
): Promise<JobRow> {
  return rowsOf(database.from('lora_training_jobs').insert(wish).select('*').single());
}

/** What people may change in a job: an empty result means there is none for this caller. */
export async function changeJob(
  { database, brandId }: BrandScope,
  jobId: string,
  changes: Partial<Pick<JobRow, 'name' | 'description' | 'cancel_requested_at' | 'deleted_at'>>,
): Promise<JobRow | null> {
  return rowOf(
    database
      .from('lora_training_jobs')
      .update(changes)
      .eq('brand_id', brandId)
      .eq('id', jobId)
      .select('*')
      .maybeSingle(),
  );
}

/** Has the engine share its model with the brand. For its owner. */
export const share = ({ database }: BrandScope, jobId: string): Promise<void> =>
  done(database.rpc('share_training', { job_id: jobId, is_shared: true }));

/** Takes its model back from the brand. For its owner and admins. */
export const withdraw = ({ database }: BrandScope, jobId: string): Promise<void> =>
  done(database.rpc('share_training', { job_id: jobId, is_shared: false }));

/** Deletes a job for good; false where there is none that this caller may delete. */
export async function removeJob({ database, brandId }: BrandScope, jobId: string): Promise<boolean> {
  const removed = await rowsOf(
    database.from('lora_training_jobs').delete().eq('brand_id', brandId).eq('id', jobId).select('id'),
  );
  return removed.length > 0;
}

/** Adds to what happened to a job. */
export async function noteEvent(
  { database, brandId }: BrandScope,
  jobId: string,
  event: Pick<TablesInsert<'training_events'>, 'kind' | 'stage' | 'message' | 'path' | 'progress'>,
): Promise<void> {
  await done(database.from('training_events').insert({ brand_id: brandId, job_id: jobId, ...event }));
}

/** The last lines of the log that were kept. */
export async function lastLog({ database, brandId }: BrandScope, jobId: string): Promise<string | null> {
  const [last] = await rowsOf(
    database
      .from('training_events')
      .select('message')
      .match({ brand_id: brandId, job_id: jobId, kind: 'log' })
      .order('id', { ascending: false })
      .limit(1),
  );
  return last?.message ?? null;
}

/** Adds points to the loss curve; those that are there already stay as they are. */
export async function noteLosses(
  { database, brandId }: BrandScope,
  jobId: string,
  losses: readonly LossPoint[],
): Promise<void> {
  if (losses.length === 0) return;
  const rows = losses.map(({ step, loss, learningRate }) => ({
    brand_id: brandId,
    job_id: jobId,
    step,
    loss,
    learning_rate: learningRate ?? null,
  }));
  await done(
    database
      .from('training_metrics')
      .upsert(rows, { onConflict: 'brand_id,job_id,step', ignoreDuplicates: true }),
  );
}
