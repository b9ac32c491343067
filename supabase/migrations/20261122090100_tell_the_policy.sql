-- What a brand's policy says about trainings, with the defaults filled in: said in one place, asked by the database when
-- it lets a training in and by everybody who wants to say beforehand what is missing.

create function private.training_policy(brand_id text, subject_kind text) returns jsonb
language sql stable security definer set search_path = '' as $$
  select jsonb_build_object(
    'minimum_images', private.number_setting(training_policy.brand_id,
      case subject_kind when 'style' then 10 when 'person' then 5 else 4 end, 'training', 'subjects', subject_kind, 'minimumImages'),
    'recommended_images', private.number_setting(training_policy.brand_id,
      case subject_kind when 'character' then 12 when 'person' then 12 else 20 end, 'training', 'subjects', subject_kind, 'recommendedImages'),
    'maximum_images', private.number_setting(training_policy.brand_id,
      case subject_kind when 'style' then 100 when 'product' then 50 else 30 end, 'training', 'subjects', subject_kind, 'maximumImages'),
    'maximum_file_bytes', private.number_setting(training_policy.brand_id,
      10485760, 'training', 'subjects', subject_kind, 'maximumFileBytes'),
    'file_types', coalesce(private.setting(training_policy.brand_id, 'training', 'subjects', subject_kind, 'fileTypes'),
                           '["image/jpeg", "image/png", "image/webp"]')
  )
$$;
comment on function private.training_policy is 'What this brand asks of the pictures of a training, defaults included.';
revoke all on function private.training_policy from public;

create function public.get_brand_policy(brand_id text) returns jsonb
language plpgsql stable security definer set search_path = '' as $$
begin
  if (get_brand_policy.brand_id in (select private.my_brand_ids())) is not true
     and (get_brand_policy.brand_id = (select private.system_brand_id())) is not true then
    raise sqlstate 'PT404' using message = format('There is no brand %s for you.', brand_id);
  end if;
  return jsonb_build_object(
    'visibility', (select brand.default_visibility from public.brands as brand where brand.id = get_brand_policy.brand_id),
    'auto_detect_threshold', private.number_setting(get_brand_policy.brand_id, 20, 'training', 'autoDetectThreshold'),
    'subjects', (select jsonb_object_agg(kind, private.training_policy(get_brand_policy.brand_id, kind))
                 from unnest('{style,character,product,person}'::text[]) as kind)
  );
end $$;
comment on function public.get_brand_policy is 'What a brand asks of pictures and trainings, defaults included; for its members and for the system.';
revoke all on function public.get_brand_policy from public, anon, authenticated, service_role;
grant execute on function public.get_brand_policy to authenticated, act_system;

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
  if (select count(*) from public.lora_training_jobs as job where job.brand_id = new.brand_id
      and job.status in ('pending', 'uploading', 'queued', 'training', 'saving')) >= most_running then
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
