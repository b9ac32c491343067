-- Whatever is deleted still counts: deleting gives back neither a day's limits nor a month's money.
--
-- A line says how much was asked for and when, and no more. It goes when its brand deletes something after nothing counts it
-- any more. Days and months are UTC's: the zone of a session is its caller's to choose. People delete no pictures that are still being made: the provider would go on, and its answer would find no row.

create function private.month_start() returns timestamptz
language sql stable set search_path = '' as $$
  select date_trunc('month', now(), 'UTC')
$$;
create function private.today() returns date
language sql stable set search_path = '' as $$
  select (now() at time zone 'UTC')::date
$$;
comment on function private.month_start is 'When this month began, the same for everybody.';
comment on function private.today is 'The day that limits count by, the same for everybody.';

create table private.past_usage (
  work_id      uuid primary key,
  brand_id     text not null references public.brands (id) on delete cascade,
  created_at   timestamptz not null,
  trainings    integer not null default 0,
  pictures     integer not null default 0,
  cost_usd     numeric not null,
  is_automatic boolean not null default false
);
comment on table private.past_usage is 'What deleted trainings and generations count in limits and budget, for a month at most.';
create index past_usage_newest_idx on private.past_usage (brand_id, created_at);
alter table private.past_usage enable row level security;
create trigger keep_brand before update on private.past_usage for each row execute function private.keep_brand();

create function private.remember_usage(usage private.past_usage) returns void
language plpgsql security definer set search_path = '' as $$
declare
  oldest timestamptz := least(private.month_start(), now() - interval '1 day');
begin
  delete from private.past_usage as past where past.brand_id = usage.brand_id and past.created_at < oldest;
  insert into private.past_usage select usage.* where usage.created_at >= oldest on conflict do nothing;
end $$;
comment on function private.remember_usage is 'Keeps what something deleted counts, while it counts; forgets what does not any more.';

create function private.keep_painting_generation() returns trigger language plpgsql security definer set search_path = '' as $$
begin
  if old.status in ('pending', 'running', 'saving') and (select auth.uid()) is not null then
    raise sqlstate 'PT409' using message = 'These pictures are still being made.',
      hint = 'Cancel them, and delete them when that has ended.';
  end if;
  return old;
end $$;
create function private.count_deleted_generation() returns trigger language plpgsql security definer set search_path = '' as $$
begin
  perform private.remember_usage(row(old.id, old.brand_id, old.created_at, 0, old.image_count,
    coalesce(old.cost_usd, private.expected_cost(old.brand_id, old.id, old.status, old.provider_job_id,
                                                 old.cancel_requested_at, old.lease_expires_at, old.estimated_cost_usd), 0), false));
  return old;
end $$;
create function private.count_deleted_job() returns trigger language plpgsql security definer set search_path = '' as $$
begin
  perform private.remember_usage(row(old.id, old.brand_id, old.created_at, 1, 0,
    coalesce(old.cost_usd, private.expected_cost(old.brand_id, old.id, old.status, old.provider_job_id,
                                                 old.cancel_requested_at, old.lease_expires_at, old.estimated_cost_usd), 0), old.is_automatic));
  return old;
end $$;
comment on function private.keep_painting_generation is 'Lets nobody delete pictures that are being made, and paid.';
comment on function private.count_deleted_generation is 'Remembers what a deleted generation counts.';
comment on function private.count_deleted_job is 'Remembers what a deleted training counts.';
create trigger keep_painting before delete on public.generations
  for each row execute function private.keep_painting_generation();
create trigger then_count_deleted before delete on public.generations
  for each row execute function private.count_deleted_generation();
create trigger then_count_deleted before delete on public.lora_training_jobs
  for each row execute function private.count_deleted_job();

-- What counts it --------------------------------------------------------------------------------------------------------

create function private.count_trainings_today(brand_id text) returns bigint
language sql stable security definer set search_path = '' as $$
  select (select count(*) from public.lora_training_jobs as job
          where job.brand_id = count_trainings_today.brand_id and job.created_at > now() - interval '1 day')
       + (select coalesce(sum(past.trainings), 0) from private.past_usage as past
          where past.brand_id = count_trainings_today.brand_id and past.created_at > now() - interval '1 day')
$$;
create function private.count_pictures_today(brand_id text) returns bigint
language sql stable security definer set search_path = '' as $$
  select (select coalesce(sum(generation.image_count), 0) from public.generations as generation
          where generation.brand_id = count_pictures_today.brand_id and generation.created_at > now() - interval '1 day')
       + (select coalesce(sum(past.pictures), 0) from private.past_usage as past
          where past.brand_id = count_pictures_today.brand_id and past.created_at > now() - interval '1 day')
$$;
comment on function private.count_trainings_today is 'Trainings that a brand has asked for in a day, also those that were deleted since.';
comment on function private.count_pictures_today is 'Pictures that a brand has asked for in a day, also those that were deleted since.';

create or replace function private.spent_this_month(brand_id text) returns numeric
language sql stable security definer set search_path = '' as $$
  select coalesce((select sum(coalesce(job.cost_usd, private.expected_cost(job.brand_id, job.id, job.status, job.provider_job_id,
                                job.cancel_requested_at, job.lease_expires_at, job.estimated_cost_usd)))
                   from public.lora_training_jobs as job
                   where job.brand_id = spent_this_month.brand_id and job.created_at >= private.month_start()), 0)
       + coalesce((select sum(coalesce(generation.cost_usd, private.expected_cost(generation.brand_id, generation.id,
                                generation.status, generation.provider_job_id, generation.cancel_requested_at,
                                generation.lease_expires_at, generation.estimated_cost_usd)))
                   from public.generations as generation
                   where generation.brand_id = spent_this_month.brand_id and generation.created_at >= private.month_start()), 0)
       + coalesce((select sum(past.cost_usd) from private.past_usage as past
                   where past.brand_id = spent_this_month.brand_id and past.created_at >= private.month_start()), 0)
$$;

comment on function private.spent_this_month is
  'What a brand''s runs of this month cost, or will, where that is not known yet; also those that were deleted since.';

create or replace function private.spent_automatically(brand_id text) returns numeric
language sql stable security definer set search_path = '' as $$
  select coalesce((select sum(coalesce(job.cost_usd, private.expected_cost(job.brand_id, job.id, job.status, job.provider_job_id,
                        job.cancel_requested_at, job.lease_expires_at, job.estimated_cost_usd)))
                   from public.lora_training_jobs as job
                   where job.brand_id = spent_automatically.brand_id and job.is_automatic
                     and job.created_at >= private.month_start()), 0)
       + coalesce((select sum(past.cost_usd) from private.past_usage as past
                   where past.brand_id = spent_automatically.brand_id and past.is_automatic
                     and past.created_at >= private.month_start()), 0)
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
  if new.image_count + private.count_pictures_today(new.brand_id) > most_a_day then
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
  if private.count_trainings_today(new.brand_id) >= most_a_day then
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

create function private.last_automatic_at(brand_id text) returns timestamptz
language sql stable security definer set search_path = '' as $$
  select greatest((select max(job.created_at) from public.lora_training_jobs as job
                   where job.brand_id = last_automatic_at.brand_id and job.is_automatic),
                  (select max(past.created_at) from private.past_usage as past
                   where past.brand_id = last_automatic_at.brand_id and past.is_automatic))
$$;
comment on function private.last_automatic_at is 'When this brand was trained by itself last, also where that training was deleted since.';

create or replace function private.admit_automatic_training() returns trigger language plpgsql security definer set search_path = '' as $$
declare
  hours  numeric := private.number_setting(new.brand_id, 24, 'training', 'autoRetrain', 'minimumHoursBetween');
  budget numeric := private.number_setting(new.brand_id, null, 'training', 'autoRetrain', 'monthlyBudgetUsd');
begin
  -- The brand is locked since admit_training_job: workers that come at once come one after the other.
  if not private.is_retraining_on(new.brand_id) then
    raise sqlstate 'PT409' using message = 'This brand does not train by itself.';
  end if;
  if private.last_automatic_at(new.brand_id) > now() - make_interval(secs => (hours * 3600)::double precision) then
    raise sqlstate 'PT409' using message = format('The last automatic training is less than %s hours old.', hours);
  end if;
  if budget is not null and private.spent_automatically(new.brand_id) + coalesce(new.estimated_cost_usd, 0) > budget then
    raise sqlstate 'PT402' using message = 'This month''s budget for automatic trainings does not cover it.';
  end if;
  return new;
end $$;

create or replace function private.admit_caption_request() returns trigger language plpgsql security definer set search_path = '' as $$
declare
  picture    public.brand_assets;
  most_a_day integer := private.number_setting(new.brand_id, 200, 'captions', 'maximumPerDay');
  asked_now  integer;
begin
  perform private.require_membership(new.brand_id, 'caption_requests');
  perform from public.brands where id = new.brand_id for no key update;
  select * into picture from public.brand_assets as asset where asset.brand_id = new.brand_id and asset.id = new.asset_id;
  -- Somebody else's private picture looks like one that is not there.
  if (select auth.uid()) is not null
     and (picture.id is null or (picture.visibility = 'owner' and picture.user_id is distinct from (select auth.uid()))) then
    raise insufficient_privilege using message = 'new row violates row-level security policy for table "caption_requests"';
  end if;
  new.user_id := picture.user_id;
  new.visibility := coalesce(picture.visibility, 'owner');

  if exists (select from public.caption_requests as open
             where open.brand_id = new.brand_id and open.asset_id = new.asset_id and open.due_at is not null) then
    return null; -- asked for already: one caption is enough
  end if;
  if private.setting(new.brand_id, 'features', 'autoCaption') = 'false'::jsonb then
    raise sqlstate 'PT422' using message = 'This brand writes its captions by hand.',
      hint = 'Write it yourself, or ask an admin to allow captions by a model.';
  end if;
  if picture.status <> 'ready' then
    raise sqlstate 'PT422' using message = 'A picture that is still being checked, or was rejected, gets no caption.',
      hint = 'Wait until it is ready.';
  end if;
  insert into private.caption_days as today (brand_id, day, asked) values (new.brand_id, private.today(), 1)
  on conflict on constraint caption_days_pkey do update set asked = today.asked + 1
  returning today.asked into asked_now;
  if asked_now > most_a_day then
    raise sqlstate 'PT429' using
      message = 'As many captions were asked for today as this brand may ask for in a day.',
      detail = format('The limit is %s.', most_a_day), hint = 'Try again tomorrow.';
  end if;
  delete from private.caption_days as earlier where earlier.brand_id = new.brand_id and earlier.day < private.today();
  -- More than one costs, so that the last cent of a month is not passed.
  perform private.check_budget(new.brand_id, 0.01);
  return new;
end $$;

create or replace function public.get_retraining_facts(brand_id text) returns jsonb
language plpgsql stable security definer set search_path = '' as $$
declare
  brand    text := get_retraining_facts.brand_id;
  earlier  public.lora_training_jobs;
  quiet    jsonb;
  -- What was spent, and what others have running, is not for those who only look.
  is_told  boolean := coalesce(brand in (select private.my_brand_ids('member')), false)
                      or coalesce(brand = (select private.system_brand_id()), false);
begin
  if (brand in (select private.my_brand_ids())) is not true and (brand = (select private.system_brand_id())) is not true then
    raise sqlstate 'PT404' using message = format('There is no brand %s for you.', brand);
  end if;
  select * into earlier from public.lora_training_jobs as job
  where job.brand_id = brand and job.visibility = 'brand' and job.status = 'completed' and job.deleted_at is null
  order by job.created_at desc, job.id desc limit 1;
  quiet := private.setting(brand, 'training', 'autoRetrain', 'quietHours');
  return jsonb_build_object(
    'visibility', (select row.default_visibility from public.brands as row where row.id = brand),
    'is_on', private.is_retraining_on(brand),
    'wanted_images', private.number_setting(brand, 20, 'training', 'autoRetrain', 'newImages'),
    'new_images', private.count_new_pictures(brand, 1000),
    'hours_between', private.number_setting(brand, 24, 'training', 'autoRetrain', 'minimumHoursBetween'),
    'quiet_hours', case jsonb_typeof(quiet) when 'object' then jsonb_build_object(
      'from', coalesce(quiet ->> 'from', '22:00'), 'to', coalesce(quiet ->> 'to', '07:00'),
      'time_zone', coalesce(quiet ->> 'timeZone', 'Europe/Berlin')) end,
    'last_automatic_at', private.last_automatic_at(brand),
    'automatic_budget_usd', private.number_setting(brand, null, 'training', 'autoRetrain', 'monthlyBudgetUsd'),
    'spent_automatically_usd', case when is_told then private.spent_automatically(brand) end,
    'budget_usd', private.number_setting(brand, null, 'budget', 'monthlyUsd'),
    'spent_usd', case when is_told then private.spent_this_month(brand) end,
    'running', case when is_told then private.count_running_trainings(brand) end,
    'most_running', private.number_setting(brand, 3, 'training', 'maximumRunningJobs'),
    'started_today', case when is_told then private.count_trainings_today(brand) end,
    'most_a_day', private.number_setting(brand, 20, 'training', 'maximumJobsPerDay'),
    'model_types', coalesce(private.setting(brand, 'training', 'allowedModelTypes'), '["flux", "sdxl", "sd15"]'),
    'estimated_cost_usd', coalesce(private.estimate_cost('training', coalesce(earlier.model_type, 'flux'),
      private.training_units(coalesce(earlier.model_type, 'flux'), earlier.training_config)), 0),
    'pictures', private.training_policy(brand, coalesce(earlier.subject_kind, 'style')),
    'earlier', case when earlier.id is not null then jsonb_build_object(
      'name', earlier.name, 'model_type', earlier.model_type, 'subject_kind', earlier.subject_kind,
      'trigger_word', earlier.trigger_word, 'training_config', earlier.training_config, 'metadata', earlier.metadata) end
  );
end $$;

revoke all on function private.remember_usage, private.keep_painting_generation, private.count_deleted_generation,
  private.count_deleted_job, private.count_trainings_today, private.count_pictures_today, private.last_automatic_at, private.month_start, private.today from public;
