-- Limits, readiness and budget, where the row is made: a member can call the REST interface directly.
--
-- Whatever counts rows locks the brand first, so that fifty who insert at the same moment come one after the other.
-- Defaults are those of @act/tenant-config; its tests compare them with these.

create table public.provider_prices (
  kind               text not null check (kind in ('training', 'generation')),
  base_model         text not null check (base_model in ('flux', 'sdxl', 'sd15')),
  provider           text not null check (provider in ('replicate', 'runpod')),
  hardware           text not null,
  usd_per_gpu_second numeric(12, 8) not null check (usd_per_gpu_second >= 0),
  fixed_seconds      numeric(10, 2) not null default 0 check (fixed_seconds >= 0),
  seconds_per_unit   numeric(10, 4) not null check (seconds_per_unit >= 0),
  primary key (kind, base_model, provider)
);
comment on table public.provider_prices is 'What GPU time costs, for quotes and budgets; the same for every brand.';
comment on column public.provider_prices.seconds_per_unit is 'Of a step in a training, of a picture in a generation.';
insert into public.provider_prices values
  ('training',   'flux', 'replicate', 'H100',     0.001525, 180, 1.2),
  ('training',   'sdxl', 'runpod',    'RTX 4090', 0.000190, 120, 0.9),
  ('training',   'sd15', 'runpod',    'RTX 4090', 0.000190,  90, 0.4),
  ('generation', 'flux', 'replicate', 'H100',     0.001525,   1, 2.5),
  ('generation', 'sdxl', 'runpod',    'RTX 4090', 0.000190,   2, 4.0),
  ('generation', 'sd15', 'runpod',    'RTX 4090', 0.000190,   1, 2.0);
alter table public.provider_prices enable row level security;
revoke all on public.provider_prices from anon, authenticated, service_role;
grant select on public.provider_prices to authenticated, act_system;
create policy "Everybody signed in reads prices" on public.provider_prices for select to authenticated using (true);
create policy "The system reads prices" on public.provider_prices for select to act_system using (true);

create function private.estimate_cost(kind text, base_model text, units numeric) returns numeric
language sql stable security definer set search_path = '' as $$
  select round(price.usd_per_gpu_second * (price.fixed_seconds + price.seconds_per_unit * units), 4)
  from public.provider_prices as price
  where price.kind = estimate_cost.kind and price.base_model = estimate_cost.base_model
  order by price.usd_per_gpu_second desc limit 1
$$;
comment on function private.estimate_cost is 'What a run will cost, by the table of prices.';

create function private.number_setting(brand_id text, fallback numeric, variadic path text[]) returns numeric
language sql stable security definer set search_path = '' as $$
  select case jsonb_typeof(value) when 'number' then (value #>> '{}')::numeric else fallback end
  from (select private.setting(number_setting.brand_id, variadic path)) as found (value)
$$;
comment on function private.number_setting is 'A number in a brand''s settings, or what holds where it says none.';

create function private.spent_this_month(brand_id text) returns numeric
language sql stable security definer set search_path = '' as $$
  select coalesce((select sum(coalesce(job.cost_usd, job.estimated_cost_usd)) from public.lora_training_jobs as job
                   where job.brand_id = spent_this_month.brand_id and job.created_at >= date_trunc('month', now())), 0)
       + coalesce((select sum(coalesce(generation.cost_usd, generation.estimated_cost_usd)) from public.generations as generation
                   where generation.brand_id = spent_this_month.brand_id and generation.created_at >= date_trunc('month', now())), 0)
$$;
comment on function private.spent_this_month is 'What a brand''s runs of this month cost, or will, where that is not known yet.';

create function private.check_budget(brand_id text, estimate numeric) returns void
language plpgsql stable security definer set search_path = '' as $$
declare
  budget numeric := private.number_setting(check_budget.brand_id, null, 'budget', 'monthlyUsd');
begin
  if budget is not null and private.spent_this_month(check_budget.brand_id) + estimate > budget then
    raise sqlstate 'PT402' using
      message = 'The budget of this month does not cover it.',
      detail = format('It would cost about %s USD, and of %s USD a month %s USD are spent.', estimate, budget,
                      private.spent_this_month(check_budget.brand_id)),
      hint = 'Ask an admin to raise the budget, or wait for next month.';
  end if;
end $$;
comment on function private.check_budget is 'Refuses what the month''s budget does not cover.';

create function private.require_membership(brand_id text, relation text) returns void
language plpgsql stable security definer set search_path = '' as $$
begin
  -- Triggers run before policies: what they say must not depend on a brand that is not the caller's.
  if (select auth.uid()) is not null and brand_id not in (select private.my_brand_ids('member')) then
    raise insufficient_privilege using message = format('new row violates row-level security policy for table "%s"', relation);
  end if;
end $$;
comment on function private.require_membership is 'Refuses strangers as the policy will, before a trigger looks into the brand.';

create function private.admit_asset() returns trigger language plpgsql security definer set search_path = '' as $$
declare
  most integer := private.number_setting(new.brand_id, 2000, 'uploads', 'maximumAssets');
begin
  perform private.require_membership(new.brand_id, 'brand_assets');
  perform from public.brands where id = new.brand_id for no key update;
  if (select count(*) from public.brand_assets as asset where asset.brand_id = new.brand_id) >= most then
    raise sqlstate 'PT409' using
      message = 'The brand holds as many pictures as it may.',
      detail = format('The limit is %s.', most),
      hint = 'Delete pictures that are not needed, or ask for a higher limit.';
  end if;
  new.is_training_data := coalesce(new.is_training_data, true);
  return new;
end $$;

create function private.admit_training_job() returns trigger language plpgsql security definer set search_path = '' as $$
declare
  most_running integer := private.number_setting(new.brand_id, 3, 'training', 'maximumRunningJobs');
  most_a_day   integer := private.number_setting(new.brand_id, 20, 'training', 'maximumJobsPerDay');
  allowed      jsonb := coalesce(private.setting(new.brand_id, 'training', 'allowedModelTypes'), '["flux", "sdxl", "sd15"]');
  least_images integer := private.number_setting(new.brand_id,
    case new.subject_kind when 'style' then 10 when 'person' then 5 else 4 end, 'training', 'subjects', new.subject_kind, 'minimumImages');
  good_images  integer := private.number_setting(new.brand_id,
    case new.subject_kind when 'character' then 12 when 'person' then 12 else 20 end, 'training', 'subjects', new.subject_kind, 'recommendedImages');
  most_images  integer := private.number_setting(new.brand_id,
    case new.subject_kind when 'style' then 100 when 'product' then 50 else 30 end, 'training', 'subjects', new.subject_kind, 'maximumImages');
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

create function private.mirror_training_assets() returns trigger language plpgsql security definer set search_path = '' as $$
begin
  insert into public.lora_training_job_assets (brand_id, job_id, asset_id, position)
  select new.brand_id, new.id, listed.asset_id, listed.position
  from unnest(new.training_asset_ids) with ordinality as listed (asset_id, position);
  perform pg_notify('act_work', new.id::text);
  return null;
end $$;

create function private.follow_wish() returns trigger language plpgsql security definer set search_path = '' as $$
begin
  if new.training_asset_ids is distinct from old.training_asset_ids or new.model_type is distinct from old.model_type then
    raise sqlstate 'PT409' using message = 'What a training is made of does not change.', hint = 'Start another one.';
  end if;
  -- A person says that, not when; and a wish to cancel is not taken back.
  new.cancel_requested_at := coalesce(old.cancel_requested_at, case when new.cancel_requested_at is not null then now() end);
  new.deleted_at := case when new.deleted_at is not null then coalesce(old.deleted_at, now()) end;
  if new.cancel_requested_at is distinct from old.cancel_requested_at and new.status in ('pending', 'uploading', 'queued', 'training', 'saving') then
    new.due_at := now();
    perform pg_notify('act_work', new.id::text);
  end if;
  return new;
end $$;

create function private.admit_generation() returns trigger language plpgsql security definer set search_path = '' as $$
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
      where generation.brand_id = new.brand_id and generation.created_at > now() - interval '1 day') > most_a_day then
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

create function private.follow_generation_wish() returns trigger language plpgsql security definer set search_path = '' as $$
begin
  new.cancel_requested_at := coalesce(old.cancel_requested_at, case when new.cancel_requested_at is not null then now() end);
  if new.cancel_requested_at is distinct from old.cancel_requested_at and new.status in ('pending', 'running', 'saving') then
    new.due_at := now();
    perform pg_notify('act_work', new.id::text);
  end if;
  return new;
end $$;

create function private.wake_worker() returns trigger language plpgsql security definer set search_path = '' as $$
begin
  perform pg_notify('act_work', new.id::text);
  return null;
end $$;

comment on function private.admit_asset is 'Keeps a brand''s pictures within its limit.';
comment on function private.admit_training_job is 'Lets a training in if limits, pictures and budget allow it, and says which does not.';
comment on function private.mirror_training_assets is 'Writes the list of pictures as rows, whose keys hold them to the brand.';
comment on function private.follow_wish is 'What people may change in a job, made precise.';
comment on function private.admit_generation is 'Lets a generation in if limits, models and budget allow it, and says which does not.';
comment on function private.follow_generation_wish is 'What people may change in a generation, made precise.';
comment on function private.wake_worker is 'Tells the engine that there is something to do.';
revoke all on function private.estimate_cost, private.number_setting, private.spent_this_month, private.check_budget,
  private.require_membership, private.admit_asset, private.admit_training_job, private.mirror_training_assets,
  private.follow_wish, private.admit_generation, private.follow_generation_wish, private.wake_worker from public;

-- Triggers of one kind run by name: these come after stamp_visibility.
create trigger then_admit before insert on public.brand_assets for each row execute function private.admit_asset();
create trigger then_admit before insert on public.lora_training_jobs for each row execute function private.admit_training_job();
create trigger then_admit before insert on public.generations for each row execute function private.admit_generation();
create trigger mirror_training_assets after insert on public.lora_training_jobs for each row execute function private.mirror_training_assets();
create trigger then_follow_wish before update on public.lora_training_jobs for each row execute function private.follow_wish();
create trigger then_follow_wish before update on public.generations for each row execute function private.follow_generation_wish();
create trigger wake_worker after insert on public.brand_assets for each row execute function private.wake_worker();
create trigger wake_worker after insert on public.generations for each row execute function private.wake_worker();
