-- Keys are as long as everything else of ours takes them, and a training that was cancelled before it cost anything is in
-- nobody's way.

-- Storage keeps a file under project, bucket, key and version, in 1,024 bytes together; our own code takes 512 for the key.
-- A longer one would lie there, be named by no row and be removed by nobody.
create or replace function private.is_plain_key(name text) returns boolean
language sql immutable set search_path = '' as $$
  select name ~ '^[a-z0-9][a-z0-9-]{1,62}(/[^/]+)+$' and name !~ '(^|/)\.\.?(/|$)' and octet_length(name) <= 512
$$;
comment on function private.is_plain_key is
  'A brand, then at least one more part, none of them empty, "." or ".."; 512 bytes at most.';

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
      or exists (select from public.provider_attempts as attempt
                 where attempt.brand_id = job.brand_id and attempt.job_id = job.id and attempt.outcome <> 'refused')
    )
$$;
comment on function private.count_running_trainings is
  'Trainings of a brand that run or will; those that were cancelled before anything was sent are none.';
revoke all on function private.count_running_trainings from public;

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
begin
  perform private.require_membership(new.brand_id, 'lora_training_jobs');
  perform from public.brands where id = new.brand_id for no key update;

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
  if new.retry_of is not null and not exists (
    select from public.lora_training_jobs as job where job.brand_id = new.brand_id and job.id = new.retry_of
      and job.status in ('failed', 'cancelled') and (job.visibility = 'brand' or job.user_id = new.user_id)
  ) then
    raise sqlstate 'PT422' using message = 'Only a training that failed or was cancelled can be tried again.';
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
    case jsonb_typeof(new.training_config -> 'steps') when 'number' then least((new.training_config ->> 'steps')::numeric, 100000) else 1000 end);
  perform private.check_budget(new.brand_id, coalesce(new.estimated_cost_usd, 0));
  return new;
end $$;
