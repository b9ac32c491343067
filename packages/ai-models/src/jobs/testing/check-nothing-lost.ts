import type { Episode } from './episode.ts';

/**
 * What is wrong with the jobs, the files and the money of a project in which nothing is going on any more; empty where
 * all is well. Looks at everything that is there, whichever story it is from, and at the runs of this one.
 */
export async function findLosses({
  world,
  simulators,
}: Pick<Episode, 'world' | 'simulators'>): Promise<string[]> {
  const found = await world.query<{ problem: string }>(sql);
  return [...found.map(({ problem }) => problem), ...(await findUnknownRuns({ world, simulators }))];
}

/** Every question gives sentences; all of them are about rows and files. */
const questions: Readonly<Record<string, string>> = {
  'no row knows file': `
    select bucket_id || '/' || name as what from storage.objects as file
    where bucket_id in ('training-data', 'models', 'generated-content', 'brand-documents', 'archives')
      and not private.is_known_file(split_part(name, '/', 1), bucket_id || '/' || name)
      -- A run that comes late must find its lock taken.
      and name !~ '/incoming/[^/]+/lock\\.json$'`,
  'there is no file': `
    select path as what from (
      select file_url as path from public.brand_assets union all select thumbnail_url from public.brand_assets
      union all select path from public.brand_models
      union all select path from public.generation_images union all select thumbnail_path from public.generation_images
      union all select archive_path from public.training_datasets
      union all select unnest(sample_images_urls) from public.lora_training_jobs
    ) as named where path is not null and not exists (
      select from storage.objects as file where file.bucket_id || '/' || file.name = named.path)`,
  'was to be removed and lies there': `
    select bucket_id || '/' || name as what from public.deleted_files`,
  'is open, and nobody would look at it': `
    select 'training ' || id as what from public.lora_training_jobs
    where status not in ('completed', 'failed', 'cancelled') and due_at is null
    union all select 'generation ' || id from public.generations
    where status not in ('completed', 'failed', 'cancelled') and due_at is null`,
  'has ended, and its doorbells still ring': `
    select coalesce(job_id, generation_id)::text as what from public.webhook_capabilities as doorbell
    where exists (select from public.lora_training_jobs as job where job.id = doorbell.job_id and job.status in ('completed', 'cancelled'))
       or exists (select from public.generations as generation where generation.id = doorbell.generation_id
                  and generation.status in ('completed', 'failed', 'cancelled'))`,
  'is an archive that no job needs': `
    select archive_path as what from public.training_datasets as dataset where archive_path is not null
      and not exists (select from public.lora_training_jobs as job where job.dataset_id = dataset.id
                      and job.status in ('pending', 'uploading', 'queued', 'training'))`,
  'was delivered and is not needed': `
    select name as what from storage.objects where bucket_id = 'archives' and name ~ '/incoming/' and name !~ '/lock\\.json$'
      and not exists (select from public.lora_training_jobs as job where job.status = 'failed' and strpos(name, job.id::text) > 0)`,
  'has not as many models as it should': `
    select format('training %s (%s): %s', job.id, job.status, count(model.id)) as what
    from public.lora_training_jobs as job left join public.brand_models as model on model.job_id = job.id
    where job.status in ('completed', 'failed', 'cancelled')
    group by job.id having count(model.id) <> case job.status when 'completed' then 1 else 0 end`,
  'has no pictures, or too many': `
    select format('generation %s: %s of %s', generation.id, count(image.id), generation.image_count) as what
    from public.generations as generation left join public.generation_images as image on image.generation_id = generation.id
    where generation.status = 'completed' group by generation.id
    having count(image.id) not between 1 and generation.image_count`,
  'has no live version': `
    select model.name as what from public.brand_models as model group by model.brand_id, model.owner_scope, model.name
    having (select count(*) from public.model_aliases as alias where alias.brand_id = model.brand_id and alias.name = model.name
            and alias.owner_scope = model.owner_scope and alias.alias = 'live') <> 1`,
  'went where it may not, or back': `
    select format('training %s: %s to %s at %s after %s', job_id, before, status, progress, progress_before) as what from (
      select job_id, status, progress, id, lag(status, 1, 'pending') over steps as before, lag(progress, 1, 0) over steps as progress_before
      from public.training_events where kind = 'state' window steps as (partition by job_id order by id)
    ) as moves
    where progress < progress_before or not private.is_legal_move(before, status)`,
  'says something else than its last event': `
    select format('training %s: %s, not %s', job.id, job.status, event.status) as what from public.lora_training_jobs as job
    cross join lateral (select * from public.training_events where kind = 'state' and job_id = job.id order by id desc limit 1) as event
    where event.status <> job.status`,
  'was noted as sent, and nobody knows what became of it': `
    select format('attempt %s of %s: %s', attempt, coalesce(job_id, generation_id), outcome) as what
    from public.provider_attempts as sent where outcome in ('intended', 'unknown')
      and exists (select from public.lora_training_jobs as job where job.id = sent.job_id and job.status = 'completed')`,
};

const sql = Object.entries(questions)
  .map(
    ([problem, question]) =>
      `select '${problem.replaceAll("'", "''")}: ' || what as problem from (${question}) as found`,
  )
  .join(' union all ');

/** Money: every run is known to the work it is for and to one request at most, and none goes on for work that has ended. */
async function findUnknownRuns({
  world,
  simulators,
}: Pick<Episode, 'world' | 'simulators'>): Promise<string[]> {
  const known = await world.query<{ run: string; is_request: boolean; is_open: boolean }>(`
    select attempt.provider_job_id as run, true as is_request,
      coalesce(job.status, generation.status) not in ('completed', 'failed', 'cancelled') as is_open
    from public.provider_attempts as attempt
    left join public.lora_training_jobs as job on job.id = attempt.job_id
    left join public.generations as generation on generation.id = attempt.generation_id
    where attempt.provider_job_id is not null
    union all
    select provider_job_id, false, status not in ('completed', 'failed', 'cancelled')
    from public.lora_training_jobs where provider_job_id is not null`);
  // A run of ours that found the lock taken has cost nothing.
  const paid = simulators.runs().filter(({ isPaid }) => isPaid);
  return paid.flatMap(({ id, kind, state }) => {
    const of = known.filter(({ run }) => run.includes(id));
    if (of.length === 0) return [`a ${kind} was paid, and nobody knows of it: ${id} (${state})`];
    if (of.filter(({ is_request }) => is_request).length > 1)
      return [`a ${kind} is counted as the run of several requests: ${id}`];
    const goesOn = ['starting', 'processing', 'IN_QUEUE', 'IN_PROGRESS'].includes(state);
    return goesOn && !of.some(({ is_open }) => is_open)
      ? [`a ${kind} goes on for work that has ended: ${id}`]
      : [];
  });
}
