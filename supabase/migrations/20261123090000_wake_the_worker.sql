-- What the engine needs of the database: a place for its queue, work by lanes, pictures in turn, and failures that are
-- counted until somebody has to look.
--
-- Its login calls functions that return ids and counts, and keeps its tickets in a schema of its own. Nothing there is
-- ours: a ticket only wakes a worker, which asks here what there is to do.

create schema pgboss;
comment on schema pgboss is 'The queue of @act/worker: tickets that wake workers, and nothing of any brand.';
revoke all on schema pgboss from public;
grant usage, create on schema pgboss to act_worker;

-- Failures ------------------------------------------------------------------------------------------------------------

create table private.work_failures (
  work_id       uuid primary key,
  brand_id      text not null references public.brands (id) on delete cascade,
  kind          text not null check (kind in ('training', 'generation', 'picture')),
  failures      integer not null default 0,
  delays        integer not null default 0,
  error_code    text not null check (char_length(error_code) <= 80),
  error_message text not null check (char_length(error_message) <= 1000),
  first_at      timestamptz not null default now(),
  last_at       timestamptz not null default now(),
  next_try      timestamptz not null
);
comment on table private.work_failures is
  'Work that failed for a reason that nobody foresaw, and when it is tried again; gone as soon as the work gets on.';
comment on column private.work_failures.failures is 'With the sixth, the work waits for the operator, or for its deadline.';
comment on column private.work_failures.delays is 'What passes by itself is not held against the work, but waits longer each time.';
create index work_failures_brand_idx on private.work_failures (brand_id);
create index work_failures_dead_idx on private.work_failures (last_at) where failures >= 6;
alter table private.work_failures enable row level security;
create trigger keep_brand before update on private.work_failures for each row execute function private.keep_brand();

create function private.forget_failures() returns trigger language plpgsql security definer set search_path = '' as $$
begin
  delete from private.work_failures as failure where failure.work_id = old.id;
  return null;
end $$;
comment on function private.forget_failures is 'What has got on, or is gone, has not failed.';
revoke all on function private.forget_failures from public;
create trigger forget_failures after update of status on public.lora_training_jobs
  for each row when (old.status is distinct from new.status) execute function private.forget_failures();
create trigger forget_failures after update of status on public.generations
  for each row when (old.status is distinct from new.status) execute function private.forget_failures();
create trigger forget_failures after update of status on public.brand_assets
  for each row when (old.status is distinct from new.status) execute function private.forget_failures();
create trigger forget_failures_of_deleted after delete on public.lora_training_jobs
  for each row execute function private.forget_failures();
create trigger forget_failures_of_deleted after delete on public.generations
  for each row execute function private.forget_failures();
create trigger forget_failures_of_deleted after delete on public.brand_assets
  for each row execute function private.forget_failures();

create function private.note_failure(kind text, work_id uuid, code text, message text, counts boolean)
returns table (failures integer, is_dead boolean, is_over boolean)
language plpgsql security definer set search_path = '' as $$
declare
  brand       text;
  status      text;
  deadline_at timestamptz;
  noted       private.work_failures;
begin
  case note_failure.kind
    when 'training' then
      select job.brand_id, job.status, job.deadline_at into brand, status, deadline_at
      from public.lora_training_jobs as job where job.id = note_failure.work_id;
    when 'generation' then
      select generation.brand_id, generation.status, generation.deadline_at into brand, status, deadline_at
      from public.generations as generation where generation.id = note_failure.work_id;
    else
      select asset.brand_id, asset.status into brand, status
      from public.brand_assets as asset where asset.id = note_failure.work_id;
  end case;
  if brand is null then
    return;
  end if;
  insert into private.work_failures as failure (work_id, brand_id, kind, failures, delays, error_code, error_message, next_try)
  values (note_failure.work_id, brand, note_failure.kind, counts::integer, (not counts)::integer, left(code, 80), left(message, 1000), now())
  on conflict on constraint work_failures_pkey do update set
    failures = failure.failures + counts::integer, delays = failure.delays + (not counts)::integer,
    error_code = excluded.error_code, error_message = excluded.error_message, last_at = now()
  returning * into noted;
  -- Between one and one and a half times: what failed together does not come back together.
  update private.work_failures as failure set next_try =
    case when noted.failures >= 6
      then greatest(coalesce(deadline_at, noted.first_at + interval '6 hours'), now() + interval '10 minutes')
      else now() + (1 + random() / 2) * case when counts
        then least(interval '5 seconds' * (2 ^ least(noted.failures, 10)), interval '10 minutes')
        else least(interval '1 second' * (2 ^ least(noted.delays, 10)), interval '1 minute') end
    end
  where failure.work_id = noted.work_id;
  return query select noted.failures, noted.failures >= 6,
    noted.failures > 6 and now() >= coalesce(deadline_at, noted.first_at + interval '6 hours');
end $$;
comment on function private.note_failure is
  'Puts work off that failed, longer each time; with the sixth failure until its deadline, and says when that is over.';

-- The last resort: work that cannot even be ended in the way that all work is.
create function private.give_up(kind text, work_id uuid, fence bigint) returns boolean
language plpgsql security definer set search_path = '' as $$
declare
  reason constant text := 'It failed again and again for a reason that is ours. Try again; if it happens twice, tell us.';
begin
  if give_up.kind = 'training' then
    update public.lora_training_jobs as job
    set status = 'failed', error_code = 'given_up', error_message = reason, due_at = null, completed_at = now(), last_signal_at = now()
    where job.id = give_up.work_id and job.fence = give_up.fence
      and job.status in ('pending', 'uploading', 'queued', 'training', 'saving')
      and exists (select from private.work_failures as failure where failure.work_id = job.id and failure.failures > 6);
    if found then
      insert into public.training_events (brand_id, job_id, kind, status, progress, message)
      select job.brand_id, job.id, 'state', job.status, job.progress, job.error_message
      from public.lora_training_jobs as job where job.id = give_up.work_id;
      return true;
    end if;
  elsif give_up.kind = 'generation' then
    update public.generations as generation
    set status = 'failed', error_code = 'given_up', error_message = reason, due_at = null, completed_at = now(), last_signal_at = now()
    where generation.id = give_up.work_id and generation.fence = give_up.fence
      and generation.status in ('pending', 'running', 'saving')
      and exists (select from private.work_failures as failure where failure.work_id = generation.id and failure.failures > 6);
    return found;
  end if;
  return false;
end $$;
comment on function private.give_up is 'Ends work by name that has failed beyond its deadline, whatever is wrong with it.';

create function private.dead_letters(most integer default 100)
returns table (kind text, brand_id text, work_id uuid, failures integer, error_code text, first_at timestamptz, last_at timestamptz, next_try timestamptz)
language sql stable security definer set search_path = '' as $$
  select failure.kind, failure.brand_id, failure.work_id, failure.failures, failure.error_code, failure.first_at, failure.last_at, failure.next_try
  from private.work_failures as failure where failure.failures >= 6 order by failure.last_at desc limit most
$$;
comment on function private.dead_letters is 'Work that is no longer tried until its deadline, the latest first.';

create function private.requeue(work_id uuid default null) returns integer
language plpgsql security definer set search_path = '' as $$
declare
  ids uuid[];
begin
  with gone as (
    delete from private.work_failures as failure
    where failure.failures >= 6 and (requeue.work_id is null or failure.work_id = requeue.work_id)
    returning failure.work_id
  )
  select array_agg(gone.work_id) into ids from gone;
  update public.lora_training_jobs as job set due_at = now()
  where job.id = any (ids) and job.status in ('pending', 'uploading', 'queued', 'training', 'saving');
  update public.generations as generation set due_at = now()
  where generation.id = any (ids) and generation.status in ('pending', 'running', 'saving');
  if ids is not null then
    perform pg_notify('act_work', ids[1]::text);
  end if;
  return coalesce(cardinality(ids), 0);
end $$;
comment on function private.requeue is 'Has dead letters tried again as if they had never failed: one, or all.';

-- Work by lanes -------------------------------------------------------------------------------------------------------

-- A claim asks for some states only, so they come before the time.
drop index public.lora_training_jobs_due_idx;
drop index public.lora_training_jobs_turn_idx;
create index lora_training_jobs_due_idx on public.lora_training_jobs (status, due_at) where due_at is not null;
create index lora_training_jobs_turn_idx on public.lora_training_jobs (brand_id, status, due_at) where due_at is not null;

create function private.statuses_of(lanes text[]) returns text[]
language sql immutable set search_path = '' as $$
  select coalesce(array_agg(lane.status), '{}')
  from (values ('submit', 'pending'), ('submit', 'uploading'), ('reconcile', 'queued'), ('reconcile', 'training'),
               -- A training that failed is due when somebody rings for it: it may have succeeded after all.
               ('save', 'saving'), ('save', 'failed'), ('save', 'completed'), ('save', 'cancelled')) as lane (name, status)
  where lane.name = any (lanes)
$$;
comment on function private.statuses_of is 'Which states of a training belong to these lanes. Every state belongs to one.';

drop function private.claim_work(text, integer);
create function private.claim_work(
  worker text, lanes text[] default '{submit,reconcile,save,generate}', seconds integer default 20
) returns table (kind text, brand_id text, work_id uuid, fence bigint)
language plpgsql security definer set search_path = '' as $$
declare
  statuses     constant text[] := private.statuses_of(lanes);
  is_painting  constant boolean := 'generate' = any (lanes);
  turn         text;
begin
  if not exists (select from public.lora_training_jobs as job where job.status = any (statuses) and job.due_at <= now())
     and not (is_painting and exists (select from public.generations as generation where generation.due_at <= now())) then
    return;
  end if;
  -- The brand that waited longest comes first, whatever the others have piled up; one that another worker is just
  -- serving is passed over. Read without a lock: a locking cursor would take the next ten brands along.
  for turn in select turns.brand_id from private.turns as turns where turns.is_waiting order by turns.last_claimed
  loop
    -- Nothing to claim, and not yet time to rest: not worth a lock, which would hide the brand from other workers.
    continue when not exists (select from public.lora_training_jobs as job
                              where job.brand_id = turn and job.status = any (statuses) and job.due_at <= now()
                                and coalesce(job.lease_expires_at, now()) <= now())
              and not (is_painting and exists (
                select from public.generations as generation
                where generation.brand_id = turn and generation.due_at <= now() and coalesce(generation.lease_expires_at, now()) <= now()))
              and (exists (select from public.lora_training_jobs as job where job.brand_id = turn and job.due_at is not null)
                or exists (select from public.generations as generation where generation.brand_id = turn and generation.due_at is not null));
    perform from private.turns as turns where turns.brand_id = turn for update skip locked;
    continue when not found;

    return query
      with oldest as (
        select first.id
        from unnest(statuses) as wanted (status)
        cross join lateral (
          select job.id, job.due_at from public.lora_training_jobs as job
          where job.brand_id = turn and job.status = wanted.status and job.due_at <= now()
            and coalesce(job.lease_expires_at, now()) <= now()
            and not exists (select from private.work_failures as failure where failure.work_id = job.id and failure.next_try > now())
          order by job.due_at limit 1 for update of job skip locked
        ) as first
        order by first.due_at limit 1
      )
      update public.lora_training_jobs as job
      set lease_owner = worker, lease_expires_at = now() + make_interval(secs => seconds), fence = job.fence + 1
      from oldest where job.id = oldest.id
      returning 'training'::text, job.brand_id, job.id, job.fence;
    if not found and is_painting then
      return query
        with oldest as (
          select generation.id from public.generations as generation
          where generation.brand_id = turn and generation.due_at <= now() and coalesce(generation.lease_expires_at, now()) <= now()
            and not exists (select from private.work_failures as failure where failure.work_id = generation.id and failure.next_try > now())
          order by generation.due_at limit 1 for update of generation skip locked
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
comment on function private.claim_work is
  'The next piece of work of these lanes for a worker, fairly among brands, under a new lease.';

-- Pictures, in turn ---------------------------------------------------------------------------------------------------

alter table private.turns add column pictures_claimed timestamptz not null default '-infinity';
comment on column private.turns.pictures_claimed is 'When pictures of this brand were last taken to be inspected.';

create table private.picture_leases (
  asset_id   uuid primary key,
  brand_id   text not null references public.brands (id) on delete cascade,
  worker     text not null,
  expires_at timestamptz not null
);
comment on table private.picture_leases is 'Who is inspecting which picture. Two at once do no harm, only twice the work.';
create index picture_leases_brand_idx on private.picture_leases (brand_id);
alter table private.picture_leases enable row level security;
create trigger keep_brand before update on private.picture_leases for each row execute function private.keep_brand();
create index brand_assets_received_turn_idx on public.brand_assets (brand_id, created_at) where status = 'received';

create function private.claim_pictures(worker text, most integer default 4, seconds integer default 60)
returns table (brand_id text, asset_id uuid)
language plpgsql security definer set search_path = '' as $$
declare
  turn text;
begin
  -- One after the other: each claim is over in a moment.
  perform pg_advisory_xact_lock(hashtext('private.claim_pictures'));
  delete from private.picture_leases as lease where lease.expires_at <= now();
  for turn in
    -- From brand to brand through the index, past all pictures of each.
    with recursive waiting (id) as (
      select min(asset.brand_id) from public.brand_assets as asset where asset.status = 'received'
      union all
      select (select min(asset.brand_id) from public.brand_assets as asset where asset.status = 'received' and asset.brand_id > waiting.id)
      from waiting where waiting.id is not null
    )
    select waiting.id from waiting left join private.turns as turns on turns.brand_id = waiting.id
    where waiting.id is not null order by coalesce(turns.pictures_claimed, '-infinity')
  loop
    return query
      insert into private.picture_leases as lease (asset_id, brand_id, worker, expires_at)
      select asset.id, asset.brand_id, claim_pictures.worker, now() + make_interval(secs => seconds)
      from public.brand_assets as asset
      where asset.brand_id = turn and asset.status = 'received'
        and not exists (select from private.picture_leases as held where held.asset_id = asset.id)
        and not exists (select from private.work_failures as failure where failure.work_id = asset.id and failure.next_try > now())
      order by asset.created_at limit most
      returning lease.brand_id, lease.asset_id;
    if found then
      insert into private.turns as turns (brand_id, is_waiting, pictures_claimed) values (turn, false, clock_timestamp())
      on conflict on constraint turns_pkey do update set pictures_claimed = excluded.pictures_claimed;
      return;
    end if;
  end loop;
end $$;
comment on function private.claim_pictures is 'The next pictures of one brand that wait to be inspected, brands in turn.';

create function private.release_pictures(worker text, asset_ids uuid[]) returns void
language sql security definer set search_path = '' as $$
  delete from private.picture_leases as lease
  where lease.asset_id = any (asset_ids) and lease.worker = release_pictures.worker
$$;
comment on function private.release_pictures is 'Gives pictures back that were claimed, inspected or not.';

-- Counts --------------------------------------------------------------------------------------------------------------

create function private.count_waiting() returns table (lane text, waiting bigint, oldest_seconds double precision)
language sql stable security definer set search_path = '' as $$
  select lanes.lane, count(job.id), coalesce(max(extract(epoch from now() - job.due_at)), 0)::double precision
  from unnest('{submit,reconcile,save}'::text[]) as lanes (lane)
  left join public.lora_training_jobs as job
    on job.status = any (private.statuses_of(array[lanes.lane])) and job.due_at <= now() and coalesce(job.lease_expires_at, now()) <= now()
  group by lanes.lane
  union all
  select 'generate', count(*), coalesce(max(extract(epoch from now() - generation.due_at)), 0)::double precision
  from public.generations as generation where generation.due_at <= now() and coalesce(generation.lease_expires_at, now()) <= now()
  union all
  select 'inspect', count(*), coalesce(max(extract(epoch from now() - asset.created_at)), 0)::double precision
  from public.brand_assets as asset where asset.status = 'received'
  union all
  select 'dead letters', count(*), coalesce(max(extract(epoch from now() - failure.last_at)), 0)::double precision
  from private.work_failures as failure where failure.failures >= 6
$$;
comment on function private.count_waiting is 'How much waits in each lane, over all brands, and since when.';

create function private.count_open_runs(provider text) returns bigint
language sql stable security definer set search_path = '' as $$
  select count(*) from public.lora_training_jobs as job
  where job.status = any ('{queued,training}') and job.due_at is not null and job.provider = count_open_runs.provider
$$;
comment on function private.count_open_runs is 'How many trainings run at a provider, over all brands.';

revoke all on function private.note_failure, private.give_up, private.dead_letters, private.requeue, private.statuses_of,
  private.claim_work, private.claim_pictures, private.release_pictures, private.count_waiting, private.count_open_runs
  from public;
grant execute on function private.note_failure, private.give_up, private.dead_letters, private.requeue,
  private.claim_work, private.claim_pictures, private.release_pictures, private.count_waiting, private.count_open_runs
  to act_worker;
