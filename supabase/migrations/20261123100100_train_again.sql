-- Training again by itself as pictures come in: which brands may be due, and what the decision is made of.
--
-- The decision itself is the library's, which can explain it. What must hold whoever decides is held here: a brand that
-- switched it off, whose last one is too fresh, or whose money for it is spent, gets none.

-- A picture is new until a training that it was in is completed.
alter table public.brand_assets add column trained_at timestamptz;
comment on column public.brand_assets.trained_at is 'When a training with this picture was first completed; survives the training.';
update public.brand_assets as asset set trained_at = now()
where exists (
  select from public.lora_training_job_assets as used
  join public.lora_training_jobs as job on job.brand_id = used.brand_id and job.id = used.job_id
  where used.brand_id = asset.brand_id and used.asset_id = asset.id and job.status = 'completed'
);
create index brand_assets_new_idx on public.brand_assets (brand_id, created_at desc)
  where trained_at is null and status = 'ready' and is_training_data and visibility = 'brand';

create function private.mark_trained_pictures() returns trigger language plpgsql security definer set search_path = '' as $$
begin
  -- In order, so that two trainings that end at once do not wait for each other in a circle.
  with fresh as (
    select asset.id from public.brand_assets as asset
    join public.lora_training_job_assets as used on used.brand_id = asset.brand_id and used.asset_id = asset.id
    where used.brand_id = new.brand_id and used.job_id = new.id and asset.trained_at is null
    order by asset.id for no key update of asset
  )
  update public.brand_assets as asset set trained_at = now() from fresh where asset.id = fresh.id;
  return null;
end $$;
comment on function private.mark_trained_pictures is 'Pictures of a training that is completed are new no more.';
create trigger mark_trained_pictures after update of status on public.lora_training_jobs
  for each row when (new.status = 'completed' and old.status <> 'completed') execute function private.mark_trained_pictures();

alter table public.lora_training_jobs add column is_automatic boolean not null default false;
comment on column public.lora_training_jobs.is_automatic is 'Begun by the engine because enough new pictures came in.';
create index lora_training_jobs_automatic_idx on public.lora_training_jobs (brand_id, created_at desc) where is_automatic;

create function private.stamp_automatic() returns trigger language plpgsql security definer set search_path = '' as $$
begin
  if (select auth.role()) is not null then
    new.is_automatic := (select auth.role()) = 'act_system' and new.user_id is null
      and coalesce(starts_with(new.idempotency_key, 'auto-retrain:'), false);
  end if;
  return new;
end $$;
comment on function private.stamp_automatic is 'Nobody says of a training that it is automatic: its key does, and only where the system asks.';
create trigger stamp_automatic before insert on public.lora_training_jobs for each row execute function private.stamp_automatic();

create function private.spent_automatically(brand_id text) returns numeric
language sql stable security definer set search_path = '' as $$
  select coalesce(sum(coalesce(job.cost_usd, private.expected_cost(job.brand_id, job.id, job.status, job.provider_job_id,
                        job.cancel_requested_at, job.lease_expires_at, job.estimated_cost_usd))), 0)
  from public.lora_training_jobs as job
  where job.brand_id = spent_automatically.brand_id and job.is_automatic and job.created_at >= date_trunc('month', now())
$$;
comment on function private.spent_automatically is 'What this month''s automatic trainings cost, or will.';

create function private.is_retraining_on(brand_id text) returns boolean
language sql stable security definer set search_path = '' as $$
  select coalesce(private.setting(is_retraining_on.brand_id, 'training', 'autoRetrain', 'enabled') = 'true'::jsonb, false)
$$;
comment on function private.is_retraining_on is 'Whether this brand wants to be trained again by itself.';

create function private.admit_automatic_training() returns trigger language plpgsql security definer set search_path = '' as $$
declare
  hours  numeric := private.number_setting(new.brand_id, 24, 'training', 'autoRetrain', 'minimumHoursBetween');
  budget numeric := private.number_setting(new.brand_id, null, 'training', 'autoRetrain', 'monthlyBudgetUsd');
begin
  -- The brand is locked since admit_training_job: workers that come at once come one after the other.
  if not private.is_retraining_on(new.brand_id) then
    raise sqlstate 'PT409' using message = 'This brand does not train by itself.';
  end if;
  if exists (select from public.lora_training_jobs as job
             where job.brand_id = new.brand_id and job.is_automatic and job.created_at > now() - make_interval(secs => (hours * 3600)::double precision)) then
    raise sqlstate 'PT409' using message = format('The last automatic training is less than %s hours old.', hours);
  end if;
  if budget is not null and private.spent_automatically(new.brand_id) + coalesce(new.estimated_cost_usd, 0) > budget then
    raise sqlstate 'PT402' using message = 'This month''s budget for automatic trainings does not cover it.';
  end if;
  return new;
end $$;
comment on function private.admit_automatic_training is 'Lets a training in that the engine begins by itself, as far as the brand allows it.';
create trigger then_admit_automatic before insert on public.lora_training_jobs
  for each row when (new.is_automatic) execute function private.admit_automatic_training();

create function private.count_new_pictures(brand_id text, most integer) returns integer
language sql stable security definer set search_path = '' as $$
  select count(*)::integer from (
    select from public.brand_assets as asset
    where asset.brand_id = count_new_pictures.brand_id
      and asset.trained_at is null and asset.status = 'ready' and asset.is_training_data and asset.visibility = 'brand'
      and not exists (
        select from public.lora_training_job_assets as used
        join public.lora_training_jobs as job on job.brand_id = used.brand_id and job.id = used.job_id
        where used.brand_id = asset.brand_id and used.asset_id = asset.id
          and job.status in ('pending', 'uploading', 'queued', 'training', 'saving')
      )
    limit most
  ) as fresh
$$;
comment on function private.count_new_pictures is
  'Pictures that the whole brand sees, that may be trained with and that no training has used or is using; counted up to so many.';

create table private.retrain_turns (
  brand_id text primary key references public.brands (id) on delete cascade,
  look_at  timestamptz not null default now()
);
comment on table private.retrain_turns is 'Brands that want to be trained again by themselves, and when to look at each.';
create index retrain_turns_look_idx on private.retrain_turns (look_at);
alter table private.retrain_turns enable row level security;
create trigger keep_brand before update on private.retrain_turns for each row execute function private.keep_brand();

create function private.follow_retraining() returns trigger language plpgsql security definer set search_path = '' as $$
begin
  if private.is_retraining_on(new.id) then
    insert into private.retrain_turns (brand_id) values (new.id)
    on conflict on constraint retrain_turns_pkey do update set look_at = now();
  else
    delete from private.retrain_turns as turn where turn.brand_id = new.id;
  end if;
  return null;
end $$;
comment on function private.follow_retraining is 'Lines a brand up that wants to be trained again by itself.';
create trigger follow_retraining after insert or update of settings on public.brands
  for each row execute function private.follow_retraining();
insert into private.retrain_turns (brand_id) select brand.id from public.brands as brand where private.is_retraining_on(brand.id);

create function private.claim_retraining(seconds integer default 600) returns table (brand_id text)
language plpgsql security definer set search_path = '' as $$
declare
  turn text;
  enough integer;
begin
  for turn in select turns.brand_id from private.retrain_turns as turns where turns.look_at <= now() order by turns.look_at
  loop
    perform from private.retrain_turns as turns where turns.brand_id = turn and turns.look_at <= now() for update skip locked;
    continue when not found;
    update private.retrain_turns as turns set look_at = now() + make_interval(secs => seconds) where turns.brand_id = turn;
    enough := private.number_setting(turn, 20, 'training', 'autoRetrain', 'newImages');
    if private.count_new_pictures(turn, enough) >= enough then
      brand_id := turn;
      return next;
      return;
    end if;
  end loop;
end $$;
comment on function private.claim_retraining is 'A brand with enough new pictures, which nobody else looks at for a while.';

create function public.get_retraining_facts(brand_id text) returns jsonb
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
    'last_automatic_at', (select max(job.created_at) from public.lora_training_jobs as job where job.brand_id = brand and job.is_automatic),
    'automatic_budget_usd', private.number_setting(brand, null, 'training', 'autoRetrain', 'monthlyBudgetUsd'),
    'spent_automatically_usd', case when is_told then private.spent_automatically(brand) end,
    'budget_usd', private.number_setting(brand, null, 'budget', 'monthlyUsd'),
    'spent_usd', case when is_told then private.spent_this_month(brand) end,
    'running', case when is_told then private.count_running_trainings(brand) end,
    'most_running', private.number_setting(brand, 3, 'training', 'maximumRunningJobs'),
    'started_today', case when is_told then
      (select count(*) from public.lora_training_jobs as job where job.brand_id = brand and job.created_at > now() - interval '1 day') end,
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
comment on function public.get_retraining_facts is
  'What decides whether a brand is trained again by itself, defaults included; for those in it, without sums for viewers, and for the system.';

revoke all on function private.mark_trained_pictures, private.stamp_automatic, private.spent_automatically, private.is_retraining_on,
  private.admit_automatic_training, private.count_new_pictures, private.follow_retraining, private.claim_retraining from public;
revoke all on function public.get_retraining_facts from public, anon, authenticated, service_role;
grant execute on function private.claim_retraining to act_worker;
grant execute on function public.get_retraining_facts to authenticated, act_system;
