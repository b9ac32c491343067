-- Whatever is deleted still counts: deleting gives back neither a day's limits nor a month's money.
--
-- A line says how much was asked for and when, and no more; it is kept as long as something counts it. What still runs is
-- deleted by nobody: the provider would go on, and its answer would find no row.

create table private.past_usage (
  work_id    uuid primary key,
  brand_id   text not null references public.brands (id) on delete cascade,
  created_at timestamptz not null,
  trainings  integer not null default 0,
  pictures   integer not null default 0,
  cost_usd   numeric not null
);
comment on table private.past_usage is 'What deleted trainings and generations count in limits and budget, for a month at most.';
create index past_usage_newest_idx on private.past_usage (brand_id, created_at);
alter table private.past_usage enable row level security;
create trigger keep_brand before update on private.past_usage for each row execute function private.keep_brand();

create function private.remember_usage(
  brand_id text, work_id uuid, created_at timestamptz, trainings integer, pictures integer, cost_usd numeric
) returns void language plpgsql security definer set search_path = '' as $$
begin
  delete from private.past_usage as past
  where past.brand_id = remember_usage.brand_id and past.created_at < least(date_trunc('month', now()), now() - interval '1 day');
  insert into private.past_usage (brand_id, work_id, created_at, trainings, pictures, cost_usd)
  select remember_usage.brand_id, remember_usage.work_id, remember_usage.created_at, remember_usage.trainings,
         remember_usage.pictures, coalesce(remember_usage.cost_usd, 0)
  where remember_usage.created_at >= least(date_trunc('month', now()), now() - interval '1 day')
  on conflict do nothing;
end $$;
comment on function private.remember_usage is 'Keeps what something deleted counts, while it counts; forgets what does not any more.';

create function private.trace_deleted_generation() returns trigger language plpgsql security definer set search_path = '' as $$
begin
  if old.status in ('pending', 'running', 'saving') and (select auth.uid()) is not null then
    raise sqlstate 'PT409' using message = 'These pictures are still being made.',
      hint = 'Cancel them, and delete them when that has ended.';
  end if;
  perform private.remember_usage(old.brand_id, old.id, old.created_at, 0, old.image_count,
    coalesce(old.cost_usd, private.expected_cost(old.brand_id, old.id, old.status, old.provider_job_id,
                                                 old.cancel_requested_at, old.lease_expires_at, old.estimated_cost_usd)));
  return old;
end $$;
create function private.count_deleted_job() returns trigger language plpgsql security definer set search_path = '' as $$
begin
  perform private.remember_usage(old.brand_id, old.id, old.created_at, 1, 0,
    coalesce(old.cost_usd, private.expected_cost(old.brand_id, old.id, old.status, old.provider_job_id,
                                                 old.cancel_requested_at, old.lease_expires_at, old.estimated_cost_usd)));
  return old;
end $$;
comment on function private.trace_deleted_generation is 'Lets a generation go that has ended, and remembers what it counts.';
comment on function private.count_deleted_job is 'Remembers what a deleted training counts.';
create trigger trace_deleted before delete on public.generations
  for each row execute function private.trace_deleted_generation();
create trigger count_deleted before delete on public.lora_training_jobs
  for each row execute function private.count_deleted_job();

-- What counts it --------------------------------------------------------------------------------------------------------

create or replace function private.spent_this_month(brand_id text) returns numeric
language sql stable security definer set search_path = '' as $$
  select coalesce((select sum(coalesce(job.cost_usd, private.expected_cost(job.brand_id, job.id, job.status, job.provider_job_id,
                                job.cancel_requested_at, job.lease_expires_at, job.estimated_cost_usd)))
                   from public.lora_training_jobs as job
                   where job.brand_id = spent_this_month.brand_id and job.created_at >= date_trunc('month', now())), 0)
       + coalesce((select sum(coalesce(generation.cost_usd, private.expected_cost(generation.brand_id, generation.id,
                                generation.status, generation.provider_job_id, generation.cancel_requested_at,
                                generation.lease_expires_at, generation.estimated_cost_usd)))
                   from public.generations as generation
                   where generation.brand_id = spent_this_month.brand_id and generation.created_at >= date_trunc('month', now())), 0)
       + coalesce((select sum(past.cost_usd) from private.past_usage as past
                   where past.brand_id = spent_this_month.brand_id and past.created_at >= date_trunc('month', now())), 0)
$$;

create or replace function private.admit_generation() returns trigger language plpgsql security definer set search_path = '' as $$
declare
  most_at_once integer := private.number_setting(new.brand_id, 8, 'generation', 'maximumImagesPerRequest');
  most_a_day   integer := private.number_setting(new.brand_id, 500, 'generation', 'maximumPerDay');
  base         text;
begin
  perform private.require_membership(new.brand_id, 'generations');
  perform from public.brands where id = new.brand_id for no key update;

  if new.image_count > most_at_once then
    raise sqlstate 'PT422' using message = format('At most %s pictures at once.', most_at_once);
  end if;
  if new.image_count + (select coalesce(sum(generation.image_count), 0) from public.generations as generation
      where generation.brand_id = new.brand_id and generation.created_at > now() - interval '1 day')
     + (select coalesce(sum(past.pictures), 0) from private.past_usage as past where past.brand_id = new.brand_id
        and past.created_at > now() - interval '1 day') > most_a_day then
    raise sqlstate 'PT429' using
      message = 'As many pictures were asked for today as this brand may make in a day.',
      detail = format('The limit is %s.', most_a_day), hint = 'Try again tomorrow.';
  end if;

  select min(model.base_model) into base from public.brand_models as model
  where model.brand_id = new.brand_id and model.id in (new.model_id, new.second_model_id) and model.status = 'ready'
    and (model.visibility = 'brand' or (new.visibility = 'owner' and model.user_id = new.user_id))
  having count(*) = case when new.second_model_id is null or new.second_model_id = new.model_id then 1 else 2 end
     and count(distinct model.base_model) = 1;
  if base is null then
    raise sqlstate 'PT422' using
      message = 'This model cannot be used.',
      detail = 'There is none of this id for you, it was retired, or the two are of different kinds.',
      hint = 'Choose from the models of this brand.';
  end if;

  new.estimated_cost_usd := private.estimate_cost('generation', base, new.image_count);
  perform private.check_budget(new.brand_id, coalesce(new.estimated_cost_usd, 0));
  return new;
end $$;

create or replace function private.admit_training_job() returns trigger language plpgsql security definer set search_path = '' as $$
declare
  most_running integer := private.number_setting(new.brand_id, 3, 'training', 'maximumRunningJobs');
  most_a_day   integer := private.number_setting(new.brand_id, 20, 'training', 'maximumJobsPerDay');
  allowed      jsonb := coalesce(private.setting(new.brand_id, 'training', 'allowedModelTypes'), '["flux", "sdxl", "sd15"]');
  policy       jsonb := private.training_policy(new.brand_id, new.subject_kind);
  least_images integer := policy -> 'minimum_images';
  good_images  integer := policy -> 'recommended_images';
  most_images  integer := policy -> 'maximum_images';
  image_count  integer := cardinality(new.training_asset_ids);
  usable       integer;
  again        public.lora_training_jobs;
begin
  perform private.require_membership(new.brand_id, 'lora_training_jobs');
  perform from public.brands where id = new.brand_id for no key update;

  if new.retry_of is not null and not exists (
    select from public.lora_training_jobs as job where job.brand_id = new.brand_id and job.id = new.retry_of
      and job.status in ('failed', 'cancelled') and (job.visibility = 'brand' or job.user_id = new.user_id)
  ) then
    raise sqlstate 'PT422' using message = 'Only a training that failed or was cancelled can be tried again.';
  end if;
  -- Whoever sends the same wish again is told so by its key.
  select * into again from public.lora_training_jobs as job
  where job.brand_id = new.brand_id and job.retry_of = new.retry_of and job.status not in ('failed', 'cancelled')
    and (job.user_id = new.user_id and job.idempotency_key = new.idempotency_key) is not true
  limit 1;
  if found then
    raise sqlstate 'PT409' using
      message = 'This training is being tried again already, or was with success.',
      hint = case when again.visibility = 'brand' or again.user_id = new.user_id
        then format('Look at %s.', again.id) else 'Create another training.' end;
  end if;
  if not allowed ? new.model_type then
    raise sqlstate 'PT422' using message = format('This brand does not train %s models.', new.model_type);
  end if;
  if private.count_running_trainings(new.brand_id) >= most_running then
    raise sqlstate 'PT429' using
      message = 'As many trainings run as this brand may run at once.',
      detail = format('The limit is %s.', most_running),
      hint = 'Wait until one ends, or cancel one.';
  end if;
  if (select count(*) from public.lora_training_jobs as job where job.brand_id = new.brand_id
      and job.created_at > now() - interval '1 day')
     + (select coalesce(sum(past.trainings), 0) from private.past_usage as past where past.brand_id = new.brand_id
        and past.created_at > now() - interval '1 day') >= most_a_day then
    raise sqlstate 'PT429' using
      message = 'As many trainings were started today as this brand may start in a day.',
      detail = format('The limit is %s.', most_a_day), hint = 'Try again tomorrow.';
  end if;

  select count(distinct asset.id) into usable from public.brand_assets as asset
  where asset.brand_id = new.brand_id and asset.id = any (new.training_asset_ids) and asset.status = 'ready'
    and (asset.visibility = 'brand' or (new.visibility = 'owner' and asset.user_id = new.user_id));
  if usable < image_count then
    raise sqlstate 'PT422' using
      message = 'Not all of these pictures can be used.',
      detail = format('%s of %s are ready and yours to use; one that is named twice counts once.', usable, image_count),
      hint = 'Leave out pictures that are still being checked or were rejected.';
  end if;
  if image_count < least_images or image_count > most_images then
    raise sqlstate 'PT422' using
      message = format('A %s needs %s to %s pictures; these are %s.', new.subject_kind, least_images, most_images, image_count),
      hint = case when image_count < least_images then 'Add more pictures.' else 'Choose the best ones.' end;
  end if;
  if image_count < good_images and not new.readiness_override then
    raise sqlstate 'PT422' using
      message = format('The pictures need attention: %s are fewer than the %s that give good results.', image_count, good_images),
      hint = 'Add more, or set readiness_override to train all the same.';
  end if;

  new.estimated_cost_usd := private.estimate_cost('training', new.model_type,
    private.training_units(new.model_type, new.training_config));
  perform private.check_budget(new.brand_id, coalesce(new.estimated_cost_usd, 0));
  return new;
end $$;

revoke all on function private.remember_usage, private.trace_deleted_generation, private.count_deleted_job from public;
