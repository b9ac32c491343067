-- How work moves: one place knows the legal moves, and a lease with a growing fence decides who may make them.
--
-- A worker claims work (its login may only call functions that return ids), then speaks as act_system for that brand.
-- Every move names the fence it was claimed under and the state it expects; whoever comes late changes nothing.

do $$
begin
  if not exists (select from pg_roles where rolname = 'act_worker') then
    create role act_worker nologin noinherit;
  end if;
end $$;
comment on role act_worker is 'Asks which work is due, and learns nothing but ids; an operator gives it a login.';
grant usage on schema private to act_worker;

create table private.turns (
  brand_id     text primary key references public.brands (id) on delete cascade,
  last_claimed timestamptz not null default '-infinity',
  is_waiting   boolean not null default true
);
comment on table private.turns is 'When each brand was last served, so that one with 500 jobs delays another by one at most.';
comment on column private.turns.is_waiting is 'Whether it may have open work; claims pass over the others without a look.';
create index turns_waiting_idx on private.turns (last_claimed) where is_waiting;
alter table private.turns enable row level security;
create trigger keep_brand before update on private.turns for each row execute function private.keep_brand();
create index lora_training_jobs_turn_idx on public.lora_training_jobs (brand_id, due_at) where due_at is not null;
create index generations_turn_idx on public.generations (brand_id, due_at) where due_at is not null;

-- The row is locked also where nothing changes in it: a claim that is about to let this brand rest waits and looks again.
create function private.queue_brand() returns trigger language plpgsql security definer set search_path = '' as $$
begin
  insert into private.turns as turn (brand_id) values (new.brand_id)
  on conflict on constraint turns_pkey do update set is_waiting = true where not turn.is_waiting;
  return null;
end $$;
comment on function private.queue_brand is 'Lines a brand up when it has work.';
revoke all on function private.queue_brand from public;
create trigger queue_brand after insert on public.lora_training_jobs
  for each row when (new.due_at is not null) execute function private.queue_brand();
create trigger queue_brand_again after update of due_at on public.lora_training_jobs
  for each row when (new.due_at is not null and old.due_at is distinct from new.due_at) execute function private.queue_brand();
create trigger queue_brand after insert on public.generations
  for each row when (new.due_at is not null) execute function private.queue_brand();
create trigger queue_brand_again after update of due_at on public.generations
  for each row when (new.due_at is not null and old.due_at is distinct from new.due_at) execute function private.queue_brand();

create function private.is_legal_move(from_status text, to_status text) returns boolean
language sql immutable set search_path = '' as $$
  select (from_status, to_status) in (
    ('pending', 'uploading'), ('uploading', 'queued'), ('queued', 'training'), ('training', 'saving'), ('saving', 'completed'),
    -- Signals may be skipped or come out of order: a run that was never seen queued may be found training, or done.
    ('uploading', 'training'), ('uploading', 'saving'), ('queued', 'saving'),
    -- A success that comes after a failure is paid for.
    ('failed', 'saving')
  ) or (to_status in ('failed', 'cancelled') and from_status in ('pending', 'uploading', 'queued', 'training', 'saving'))
$$;
comment on function private.is_legal_move is 'The one list of the moves that a training may make.';

create function public.move_training_job(job_id uuid, fence bigint, from_status text, to_status text, changes jsonb default '{}')
returns boolean language plpgsql security definer set search_path = '' as $$
declare
  moved public.lora_training_jobs;
  unknown text := (select string_agg(key, ', ') from jsonb_object_keys(changes) as key where key not in (
    'stage', 'progress', 'error_code', 'error_message', 'due_at', 'deadline_at', 'provider', 'provider_job_id',
    'trainer_version', 'dataset_id', 'estimated_completion', 'gpu_seconds', 'cost_usd', 'model_url', 'sample_images_urls',
    'trigger_word'));
begin
  if unknown is not null then
    raise sqlstate 'PT400' using message = format('A move cannot change %s.', unknown);
  end if;
  if from_status <> to_status and not private.is_legal_move(from_status, to_status) then
    raise sqlstate 'PT409' using message = format('A training does not go from %s to %s.', from_status, to_status);
  end if;

  update public.lora_training_jobs as job set
    status = to_status,
    stage = coalesce(changes ->> 'stage', case when from_status = to_status then job.stage end),
    progress = greatest(job.progress, coalesce((changes ->> 'progress')::integer, 0), private.least_progress(to_status)),
    error_code = case when to_status = 'failed' then changes ->> 'error_code' when to_status = 'cancelled' then 'cancelled' end,
    error_message = case when to_status in ('failed', 'cancelled') then changes ->> 'error_message' end,
    due_at = case when to_status in ('completed', 'failed', 'cancelled') then null
                  else coalesce((changes ->> 'due_at')::timestamptz, job.due_at) end,
    deadline_at = coalesce((changes ->> 'deadline_at')::timestamptz, case when from_status = to_status then job.deadline_at end),
    provider = coalesce(changes ->> 'provider', job.provider),
    provider_job_id = coalesce(changes ->> 'provider_job_id', job.provider_job_id),
    trainer_version = coalesce(changes ->> 'trainer_version', job.trainer_version),
    dataset_id = coalesce((changes ->> 'dataset_id')::uuid, job.dataset_id),
    estimated_completion = coalesce((changes ->> 'estimated_completion')::timestamptz, job.estimated_completion),
    gpu_seconds = coalesce((changes ->> 'gpu_seconds')::numeric, job.gpu_seconds),
    cost_usd = coalesce((changes ->> 'cost_usd')::numeric, job.cost_usd),
    model_url = coalesce(changes ->> 'model_url', job.model_url),
    sample_images_urls = coalesce((select array_agg(url) from jsonb_array_elements_text(changes -> 'sample_images_urls') as url), job.sample_images_urls),
    trigger_word = coalesce(changes ->> 'trigger_word', job.trigger_word),
    last_signal_at = now(),
    started_at = coalesce(job.started_at, case when to_status = 'training' then now() end),
    completed_at = case when to_status in ('completed', 'failed', 'cancelled') then now() end
  where job.id = move_training_job.job_id
    and job.brand_id = (select private.system_brand_id())
    and job.fence = move_training_job.fence
    and job.lease_expires_at > now()
    and job.status = from_status
  returning * into moved;
  if not found then
    return false;
  end if;
  if from_status <> to_status then
    insert into public.training_events (brand_id, job_id, kind, status, stage, progress, message)
    values (moved.brand_id, moved.id, 'state', moved.status, moved.stage, moved.progress, moved.error_message);
  end if;
  return true;
end $$;
comment on function public.move_training_job is
  'Moves a job if it is still where the caller thinks, under the caller''s lease; false if somebody else was faster.';

create function private.least_progress(status text) returns integer language sql immutable set search_path = '' as $$
  select case status when 'queued' then 20 when 'training' then 30 when 'saving' then 95 when 'completed' then 100 else 0 end
$$;
comment on function private.least_progress is 'Progress never goes down: each state begins at least here.';

-- The same two functions for generations, whose states are fewer.
create function private.is_legal_generation_move(from_status text, to_status text) returns boolean
language sql immutable set search_path = '' as $$
  select (from_status, to_status) in (
    ('pending', 'running'), ('running', 'saving'), ('saving', 'completed'), ('failed', 'saving')
  ) or (to_status in ('failed', 'cancelled') and from_status in ('pending', 'running', 'saving'))
$$;
comment on function private.is_legal_generation_move is 'The one list of the moves that a generation may make.';

create function public.move_generation(generation_id uuid, fence bigint, from_status text, to_status text, changes jsonb default '{}')
returns boolean language plpgsql security definer set search_path = '' as $$
declare
  unknown text := (select string_agg(key, ', ') from jsonb_object_keys(changes) as key where key not in (
    'progress', 'error_code', 'error_message', 'due_at', 'deadline_at', 'provider', 'provider_job_id', 'cost_usd'));
begin
  if unknown is not null then
    raise sqlstate 'PT400' using message = format('A move cannot change %s.', unknown);
  end if;
  if from_status <> to_status and not private.is_legal_generation_move(from_status, to_status) then
    raise sqlstate 'PT409' using message = format('A generation does not go from %s to %s.', from_status, to_status);
  end if;
  update public.generations as generation set
    status = to_status,
    progress = greatest(generation.progress, coalesce((changes ->> 'progress')::integer, 0),
                        case when to_status = 'completed' then 100 else 0 end),
    error_code = case when to_status = 'failed' then changes ->> 'error_code' when to_status = 'cancelled' then 'cancelled' end,
    error_message = case when to_status in ('failed', 'cancelled') then changes ->> 'error_message' end,
    due_at = case when to_status in ('completed', 'failed', 'cancelled') then null
                  else coalesce((changes ->> 'due_at')::timestamptz, generation.due_at) end,
    deadline_at = coalesce((changes ->> 'deadline_at')::timestamptz, case when from_status = to_status then generation.deadline_at end),
    provider = coalesce(changes ->> 'provider', generation.provider),
    provider_job_id = coalesce(changes ->> 'provider_job_id', generation.provider_job_id),
    cost_usd = coalesce((changes ->> 'cost_usd')::numeric, generation.cost_usd),
    last_signal_at = now(),
    completed_at = case when to_status in ('completed', 'failed', 'cancelled') then now() end
  where generation.id = move_generation.generation_id
    and generation.brand_id = (select private.system_brand_id())
    and generation.fence = move_generation.fence
    and generation.lease_expires_at > now()
    and generation.status = from_status;
  return found;
end $$;
comment on function public.move_generation is
  'Moves a generation if it is still where the caller thinks, under the caller''s lease; false if somebody else was faster.';

create function public.extend_lease(work_id uuid, fence bigint, seconds integer default 60) returns boolean
language plpgsql security definer set search_path = '' as $$
declare
  until timestamptz := now() + make_interval(secs => least(greatest(seconds, 1), 3600));
begin
  update public.lora_training_jobs as job set lease_expires_at = until
  where job.id = work_id and job.brand_id = (select private.system_brand_id()) and job.fence = extend_lease.fence and job.lease_expires_at > now();
  if found then
    return true;
  end if;
  update public.generations as generation set lease_expires_at = until
  where generation.id = work_id and generation.brand_id = (select private.system_brand_id()) and generation.fence = extend_lease.fence and generation.lease_expires_at > now();
  return found;
end $$;
comment on function public.extend_lease is 'Keeps work that takes longer; false when it was lost to somebody else.';

create function public.release_lease(work_id uuid, fence bigint, next_at timestamptz default null) returns boolean
language plpgsql security definer set search_path = '' as $$
begin
  update public.lora_training_jobs as job
  set lease_expires_at = now(), due_at = case when job.status in ('completed', 'failed', 'cancelled') then null else next_at end
  where job.id = work_id and job.brand_id = (select private.system_brand_id()) and job.fence = release_lease.fence;
  if found then
    return true;
  end if;
  update public.generations as generation
  set lease_expires_at = now(), due_at = case when generation.status in ('completed', 'failed', 'cancelled') then null else next_at end
  where generation.id = work_id and generation.brand_id = (select private.system_brand_id()) and generation.fence = release_lease.fence;
  return found;
end $$;
comment on function public.release_lease is 'Gives work back, and says when it is to be looked at next.';

-- Across brands: ids only -----------------------------------------------------------------------------------------------

create function private.claim_work(worker text, seconds integer default 60)
returns table (kind text, brand_id text, work_id uuid, fence bigint)
language plpgsql security definer set search_path = '' as $$
declare
  turn text;
begin
  -- The brand that waited longest comes first, whatever the others have piled up; one that another worker is just
  -- serving is passed over. Read without a lock: a locking cursor would take the next ten brands along.
  if not exists (select from public.lora_training_jobs as job where job.due_at <= now())
     and not exists (select from public.generations as generation where generation.due_at <= now()) then
    return;
  end if;
  for turn in select turns.brand_id from private.turns as turns where turns.is_waiting order by turns.last_claimed
  loop
    -- Nothing to claim, and not yet time to rest: not worth a lock, which would hide the brand from other workers.
    continue when not exists (select from public.lora_training_jobs as job
                              where job.brand_id = turn and job.due_at <= now() and coalesce(job.lease_expires_at, now()) <= now())
              and not exists (select from public.generations as generation
                              where generation.brand_id = turn and generation.due_at <= now() and coalesce(generation.lease_expires_at, now()) <= now())
              and (exists (select from public.lora_training_jobs as job where job.brand_id = turn and job.due_at is not null)
                or exists (select from public.generations as generation where generation.brand_id = turn and generation.due_at is not null));
    perform from private.turns as turns where turns.brand_id = turn for update skip locked;
    continue when not found;

    return query
      with oldest as (
        select job.id from public.lora_training_jobs as job
        where job.brand_id = turn and job.due_at <= now() and coalesce(job.lease_expires_at, now()) <= now()
        order by job.due_at limit 1 for update skip locked
      )
      update public.lora_training_jobs as job
      set lease_owner = worker, lease_expires_at = now() + make_interval(secs => seconds), fence = job.fence + 1
      from oldest where job.id = oldest.id
      returning 'training'::text, job.brand_id, job.id, job.fence;
    if not found then
      return query
        with oldest as (
          select generation.id from public.generations as generation
          where generation.brand_id = turn and generation.due_at <= now() and coalesce(generation.lease_expires_at, now()) <= now()
          order by generation.due_at limit 1 for update skip locked
        )
        update public.generations as generation
        set lease_owner = worker, lease_expires_at = now() + make_interval(secs => seconds), fence = generation.fence + 1
        from oldest where generation.id = oldest.id
        returning 'generation'::text, generation.brand_id, generation.id, generation.fence;
    end if;
    if found then
      update private.turns as turns set last_claimed = clock_timestamp() where turns.brand_id = turn;
      return;
    end if;
    update private.turns as turns set is_waiting = false
    where turns.brand_id = turn
      and not exists (select from public.lora_training_jobs as job where job.brand_id = turn and job.due_at is not null)
      and not exists (select from public.generations as generation where generation.brand_id = turn and generation.due_at is not null);
  end loop;
end $$;
comment on function private.claim_work is 'The next piece of work for a worker, fairly among brands, under a new lease.';

create function private.due_pictures(most integer default 100) returns table (brand_id text, asset_id uuid)
language sql stable security definer set search_path = '' as $$
  select asset.brand_id, asset.id from public.brand_assets as asset where asset.status = 'received' order by asset.created_at limit most
$$;
comment on function private.due_pictures is 'Pictures that wait to be inspected.';

create function public.ring_doorbell(capability text) returns void
language plpgsql security definer set search_path = '' as $$
declare
  rung public.webhook_capabilities;
begin
  select * into rung from public.webhook_capabilities
  where token_hash = encode(sha256(convert_to(capability, 'UTF8')), 'hex') and expires_at > now();
  -- Whether it was a real one is not for the caller to learn.
  if not found then
    return;
  end if;
  update public.lora_training_jobs as job set due_at = now(), last_signal_at = now()
  where job.brand_id = rung.brand_id and job.id = rung.job_id and job.status <> 'completed' and job.status <> 'cancelled';
  update public.generations as generation set due_at = now(), last_signal_at = now()
  where generation.brand_id = rung.brand_id and generation.id = rung.generation_id
    and generation.status <> 'completed' and generation.status <> 'cancelled';
  perform pg_notify('act_work', coalesce(rung.job_id, rung.generation_id)::text);
end $$;
comment on function public.ring_doorbell is
  'A provider''s webhook: makes the engine ask the provider for the truth. Knowing the capability is the right to ring.';

revoke all on function private.is_legal_move, private.least_progress, private.is_legal_generation_move,
  private.claim_work, private.due_pictures from public;
revoke all on function public.move_training_job, public.move_generation, public.extend_lease, public.release_lease,
  public.ring_doorbell from public, anon, authenticated, service_role;
grant execute on function public.move_training_job, public.move_generation, public.extend_lease, public.release_lease to act_system;
grant execute on function private.claim_work, private.due_pictures to act_worker;
grant execute on function public.ring_doorbell to anon, authenticated;

-- Versions ----------------------------------------------------------------------------------------------------------

create function private.owner_scope(visibility text, user_id uuid) returns text
language sql immutable set search_path = '' as $$ select case visibility when 'owner' then coalesce(user_id::text, 'nobody') else '' end $$;
comment on function private.owner_scope is 'Whose names and numbers a model counts among: the brand''s, or its owner''s where it is private.';

create function public.reserve_model_version(job_id uuid, fence bigint, name text) returns integer
language plpgsql security definer set search_path = '' as $$
declare
  job public.lora_training_jobs;
  taken integer;
begin
  select * into job from public.lora_training_jobs as candidate
  where candidate.id = reserve_model_version.job_id and candidate.brand_id = (select private.system_brand_id())
    and candidate.fence = reserve_model_version.fence and candidate.lease_expires_at > now() and candidate.status = 'saving';
  if not found then
    raise sqlstate 'PT409' using message = 'This job is not being saved under this lease.';
  end if;
  insert into private.model_counters as counter (brand_id, owner_scope, name, last_version)
  values (job.brand_id, private.owner_scope(job.visibility, job.user_id), reserve_model_version.name, 1)
  on conflict on constraint model_counters_pkey do update set last_version = counter.last_version + 1
  returning last_version into taken;
  return taken;
end $$;
comment on function public.reserve_model_version is 'Takes the next number of a name, for ever.';

create function public.register_model(job_id uuid, fence bigint, model jsonb) returns uuid
language plpgsql security definer set search_path = '' as $$
declare
  job public.lora_training_jobs;
  made public.brand_models;
begin
  select * into job from public.lora_training_jobs as candidate
  where candidate.id = register_model.job_id and candidate.brand_id = (select private.system_brand_id())
    and candidate.fence = register_model.fence and candidate.lease_expires_at > now() and candidate.status = 'saving';
  if not found then
    raise sqlstate 'PT409' using message = 'This job is not being saved under this lease.';
  end if;
  if not exists (
    select from private.model_counters as counter
    where counter.brand_id = job.brand_id and counter.owner_scope = private.owner_scope(job.visibility, job.user_id)
      and counter.name = model ->> 'name' and counter.last_version >= (model ->> 'version')::integer
  ) then
    raise sqlstate 'PT409' using message = 'This version was not reserved.';
  end if;
  insert into public.brand_models
    (brand_id, user_id, visibility, owner_scope, name, version, base_model, job_id, path, sha256, size_bytes, rank,
     trigger_word, provider, provider_model, provider_version, metadata)
  values
    (job.brand_id, job.user_id, job.visibility, private.owner_scope(job.visibility, job.user_id), model ->> 'name',
     (model ->> 'version')::integer, job.model_type, job.id, model ->> 'path', model ->> 'sha256',
     (model ->> 'size_bytes')::bigint, (model ->> 'rank')::integer, job.trigger_word, job.provider,
     model ->> 'provider_model', model ->> 'provider_version', job.metadata)
  returning * into made;
  -- The first version of a name is live at once; later ones when somebody says so.
  insert into public.model_aliases (brand_id, owner_scope, name, alias, model_id, user_id, visibility)
  values (made.brand_id, made.owner_scope, made.name, 'live', made.id, made.user_id, made.visibility)
  on conflict do nothing;
  return made.id;
end $$;
comment on function public.register_model is 'Enters weights that lie in our bucket as a version that was reserved.';

revoke all on function private.owner_scope from public;
revoke all on function public.reserve_model_version, public.register_model from public, anon, authenticated, service_role;
grant execute on function public.reserve_model_version, public.register_model to act_system;
