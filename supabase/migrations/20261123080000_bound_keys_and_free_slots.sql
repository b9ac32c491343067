-- Keys are as long as everything else of ours takes them, what was cancelled before it cost anything is in nobody's way and
-- in no sum, and a picture is found by the name that it was uploaded under.

-- Storage keeps a file under project, bucket, key and version, in 1,024 bytes together; our own code takes 512 for the key.
-- A longer one would lie there, be named by no row and be removed by nobody.
create or replace function private.is_plain_key(name text) returns boolean
language sql immutable set search_path = '' as $$
  select name ~ '^[a-z0-9][a-z0-9-]{1,62}(/[^/]+)+$' and name !~ '(^|/)\.\.?(/|$)' and octet_length(name) <= 512
$$;
comment on function private.is_plain_key is
  'A brand, then at least one more part, none of them empty, "." or ".."; 512 bytes at most.';

create index brand_assets_name_idx on public.brand_assets (brand_id, name);

create function private.may_have_been_sent(brand_id text, work_id uuid) returns boolean
language sql stable security definer set search_path = '' as $$
  select exists (select from public.provider_attempts as attempt
                 where attempt.brand_id = may_have_been_sent.brand_id and attempt.outcome <> 'refused' and attempt.job_id = work_id)
      or exists (select from public.provider_attempts as attempt
                 where attempt.brand_id = may_have_been_sent.brand_id and attempt.outcome <> 'refused' and attempt.generation_id = work_id)
$$;
comment on function private.may_have_been_sent is 'Whether a provider may have been asked to do this training or generation, and did not refuse.';

create function private.count_running_trainings(brand_id text) returns integer
language sql stable security definer set search_path = '' as $$
  select count(*)::integer from public.lora_training_jobs as job
  where job.brand_id = count_running_trainings.brand_id
    and job.status in ('pending', 'uploading', 'queued', 'training', 'saving')
    -- What a provider may be running costs until it has ended there. What was cancelled and never sent will not be, unless
    -- somebody began before the wish was made and still holds it.
    and (
      job.cancel_requested_at is null
      or job.provider_job_id is not null
      or job.lease_expires_at > now()
      or private.may_have_been_sent(job.brand_id, job.id)
    )
$$;
comment on function private.count_running_trainings is
  'Trainings of a brand that run or will; those that were cancelled before anything was sent are none.';

create function private.expected_cost(
  brand_id text, work_id uuid, status text, provider_job_id text, cancel_requested_at timestamptz, lease_expires_at timestamptz,
  estimate numeric
) returns numeric language sql stable security definer set search_path = '' as $$
  select case
    when status in ('failed', 'cancelled') or (cancel_requested_at is not null and (lease_expires_at > now()) is not true)
    then case when provider_job_id is not null or private.may_have_been_sent(expected_cost.brand_id, work_id) then estimate else 0 end
    else estimate
  end
$$;
comment on function private.expected_cost is
  'The estimate of a training or generation; nothing where it is over or was cancelled, and nothing was sent.';

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
$$;
revoke all on function private.may_have_been_sent, private.count_running_trainings, private.expected_cost from public;

-- A row that people send by themselves may leave out what the engine fills in, or name what it refuses: it is expected to
-- cost what the engine would make of it, and never less than the least that there is.
create function private.training_units(model_type text, config jsonb) returns numeric
language sql immutable set search_path = '' as $$
  select least(greatest(case jsonb_typeof(config -> 'steps') when 'number' then (config ->> 'steps')::numeric
           else case config ->> 'preset' when 'quick' then 500 when 'best' then case model_type when 'flux' then 2000 else 2500 end
                else 1000 end
         end, 3), 100000)
       * case jsonb_typeof(config -> 'batchSize') when 'number' then least(greatest((config ->> 'batchSize')::numeric, 1), 8) else 1 end
$$;
comment on function private.training_units is
  'Steps of a training, times the pictures in each. The presets are those of @act/ai-models; its tests compare them with these.';
revoke all on function private.training_units from public;

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
      and job.created_at > now() - interval '1 day') >= most_a_day then
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
