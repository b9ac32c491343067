-- Keeping house: what policy expired, what people had deleted, and what nobody needs any more goes for good.
--
-- A brand is looked at once a day, and within a minute where something waits to be removed; a brand that is gone until
-- nothing of it is left. Who is looked at is decided here, by ids; the work is the system's, brand by brand.

create table private.cleanup_turns (
  brand_id text primary key,
  look_at  timestamptz not null default now(),
  gone_at  timestamptz
);
comment on table private.cleanup_turns is 'When to look at each brand for what is to go. Outlives its brand, until nothing is left of it.';
create index cleanup_turns_look_idx on private.cleanup_turns (look_at);
alter table private.cleanup_turns enable row level security;
create trigger keep_brand before update on private.cleanup_turns for each row execute function private.keep_brand();

create function private.look_after(brand_id text, at timestamptz) returns void
language sql security definer set search_path = '' as $$
  insert into private.cleanup_turns as turn (brand_id, look_at) values (look_after.brand_id, look_after.at)
  on conflict on constraint cleanup_turns_pkey do update set look_at = least(turn.look_at, excluded.look_at)
$$;
comment on function private.look_after is 'Has a brand looked at, then at the latest.';

create function private.follow_brand() returns trigger language plpgsql security definer set search_path = '' as $$
begin
  if tg_op = 'DELETE' then
    perform private.look_after(old.id, now());
    update private.cleanup_turns as turn set gone_at = now() where turn.brand_id = old.id;
  else
    -- Not all at the same hour of the day.
    perform private.look_after(new.id, now() + interval '1 day' * (0.5 + random() / 2));
  end if;
  return null;
end $$;
comment on function private.follow_brand is 'Lines a brand up to be kept tidy, and one that is gone to be cleared away.';
create trigger follow_brand after insert or delete on public.brands for each row execute function private.follow_brand();
insert into private.cleanup_turns (brand_id, look_at) select brand.id, now() + interval '1 day' * random() from public.brands as brand;

create function private.queue_removal() returns trigger language plpgsql security definer set search_path = '' as $$
begin
  -- A minute later: who deletes in passing removes the files as well.
  perform private.look_after(place.brand_id, now() + interval '1 minute')
  from (select distinct added.brand_id from added order by added.brand_id) as place;
  return null;
end $$;
comment on function private.queue_removal is 'Has a brand looked at, of which something waits to be removed.';
create trigger queue_removal after insert on public.deleted_files
  referencing new table as added for each statement execute function private.queue_removal();
create trigger queue_removal after insert on public.provider_leftovers
  referencing new table as added for each statement execute function private.queue_removal();
insert into private.cleanup_turns (brand_id) select distinct file.brand_id from public.deleted_files as file on conflict do nothing;

create function private.claim_cleanup(seconds integer default 600) returns table (brand_id text)
language sql security definer set search_path = '' as $$
  update private.cleanup_turns as turn set look_at = now() + make_interval(secs => claim_cleanup.seconds)
  where turn.brand_id = (
    select due.brand_id from private.cleanup_turns as due where due.look_at <= now()
    order by due.look_at limit 1 for update skip locked
  )
  returning turn.brand_id
$$;
comment on function private.claim_cleanup is 'A brand that is to be looked at, which nobody else looks at for a while.';

-- People who are gone -----------------------------------------------------------------------------------------------------

create function private.is_departed(user_id uuid) returns boolean
language sql stable security definer set search_path = '' as $$
  select user_id is null or exists (select from private.person_deletions as asked where asked.user_id = is_departed.user_id)
$$;
comment on function private.is_departed is 'Whether a private row has no owner any more, or one who asked to be deleted.';

create or replace function public.delete_my_data() returns jsonb
language plpgsql security definer set search_path = '' as $$
declare
  me      uuid := (select auth.uid());
  places  text[];
  removed jsonb := '{}';
  amount  integer;
begin
  if me is null then
    raise insufficient_privilege using message = 'Sign in to delete your data.';
  end if;
  select array_agg(place.brand_id) into places from (
    select brand_id from public.brand_users where user_id = me
    union select brand_id from public.lora_training_jobs where user_id = me and visibility = 'owner'
    union select brand_id from public.generations where user_id = me and visibility = 'owner'
    union select brand_id from public.brand_models where user_id = me and visibility = 'owner'
    union select brand_id from public.brand_assets where user_id = me and visibility = 'owner'
    union select brand_id from public.training_datasets where user_id = me and visibility = 'owner'
    union select brand_id from public.brand_documents where user_id = me and visibility = 'owner'
  ) as place;
  -- What runs is stopped and hidden; the engine deletes it when it has ended.
  update public.lora_training_jobs set cancel_requested_at = now(), deleted_at = now()
  where user_id = me and visibility = 'owner' and status not in ('completed', 'failed', 'cancelled');
  get diagnostics amount = row_count;
  removed := removed || jsonb_build_object('running', amount);
  update public.generations set cancel_requested_at = now()
  where user_id = me and visibility = 'owner' and status not in ('completed', 'failed', 'cancelled');
  get diagnostics amount = row_count;
  removed := removed || jsonb_build_object('running', amount + (removed ->> 'running')::integer);

  delete from public.generations where user_id = me and visibility = 'owner' and status in ('completed', 'failed', 'cancelled');
  get diagnostics amount = row_count;
  removed := removed || jsonb_build_object('generations', amount);
  -- One that is being painted with stays until that has ended: the row would take the running one along, unpaid for.
  delete from public.brand_models as model where model.user_id = me and model.visibility = 'owner'
    and not exists (select from public.generations as running
                    where running.brand_id = model.brand_id and model.id in (running.model_id, running.second_model_id));
  get diagnostics amount = row_count;
  removed := removed || jsonb_build_object('models', amount);
  delete from public.brand_assets where user_id = me and visibility = 'owner';
  get diagnostics amount = row_count;
  removed := removed || jsonb_build_object('pictures', amount);
  delete from public.lora_training_jobs where user_id = me and visibility = 'owner' and status in ('completed', 'failed', 'cancelled');
  get diagnostics amount = row_count;
  removed := removed || jsonb_build_object('trainings', amount);
  delete from public.training_datasets as dataset where dataset.user_id = me and dataset.visibility = 'owner'
    and not exists (select from public.lora_training_jobs as job where job.brand_id = dataset.brand_id and job.dataset_id = dataset.id);
  delete from public.brand_documents where user_id = me and visibility = 'owner';
  get diagnostics amount = row_count;
  removed := removed || jsonb_build_object('documents', amount);
  delete from public.brand_users where user_id = me;
  get diagnostics amount = row_count;
  removed := removed || jsonb_build_object('memberships', amount);
  insert into private.person_deletions (user_id) values (me) on conflict do nothing;

  perform private.look_after(place, now()) from unnest(places) as place;
  -- Those of this very call: a transaction has one time.
  select count(*) into amount from public.deleted_files as file where file.brand_id = any (places) and file.created_at = now();
  return removed || jsonb_build_object('files', amount);
end $$;
comment on function public.delete_my_data is
  'Deletes what is private to the caller and their memberships, and asks for the account to go; says how much of what.';

create function public.clear_departed() returns jsonb
language plpgsql security definer set search_path = '' as $$
declare
  brand   text := (select private.system_brand_id());
  cleared integer := 0;
  amount  integer;
begin
  -- Also what somebody began after asking, or finished late.
  update public.lora_training_jobs as job set cancel_requested_at = now(), deleted_at = now()
  where job.brand_id = brand and job.visibility = 'owner' and private.is_departed(job.user_id)
    and job.status not in ('completed', 'failed', 'cancelled') and job.cancel_requested_at is null;
  update public.generations as generation set cancel_requested_at = now()
  where generation.brand_id = brand and generation.visibility = 'owner' and private.is_departed(generation.user_id)
    and generation.status not in ('completed', 'failed', 'cancelled') and generation.cancel_requested_at is null;

  delete from public.generations as generation
  where generation.brand_id = brand and generation.visibility = 'owner' and private.is_departed(generation.user_id)
    and generation.status in ('completed', 'failed', 'cancelled');
  get diagnostics amount = row_count;
  cleared := cleared + amount;
  delete from public.brand_models as model
  where model.brand_id = brand and model.visibility = 'owner' and private.is_departed(model.user_id)
    and not exists (select from public.generations as running
                    where running.brand_id = brand and model.id in (running.model_id, running.second_model_id));
  get diagnostics amount = row_count;
  cleared := cleared + amount;
  delete from public.brand_assets as asset
  where asset.brand_id = brand and asset.visibility = 'owner' and private.is_departed(asset.user_id);
  get diagnostics amount = row_count;
  cleared := cleared + amount;
  delete from public.lora_training_jobs as job
  where job.brand_id = brand and job.visibility = 'owner' and private.is_departed(job.user_id)
    and job.status in ('completed', 'failed', 'cancelled');
  get diagnostics amount = row_count;
  cleared := cleared + amount;
  delete from public.training_datasets as dataset
  where dataset.brand_id = brand and dataset.visibility = 'owner' and private.is_departed(dataset.user_id)
    and not exists (select from public.lora_training_jobs as job where job.brand_id = brand and job.dataset_id = dataset.id);
  get diagnostics amount = row_count;
  cleared := cleared + amount;
  delete from public.brand_documents as document
  where document.brand_id = brand and document.visibility = 'owner' and private.is_departed(document.user_id);
  get diagnostics amount = row_count;
  return jsonb_build_object('cleared', cleared + amount, 'running', private.count_departed(brand));
end $$;
comment on function public.clear_departed is
  'Deletes private things of people who are gone, or asked to be, once they have ended; says how many, and how many still run.';

create function private.count_departed(brand_id text) returns bigint
language sql stable security definer set search_path = '' as $$
  select (select count(*) from public.lora_training_jobs as job
          where job.brand_id = count_departed.brand_id and job.visibility = 'owner' and private.is_departed(job.user_id))
       + (select count(*) from public.generations as generation
          where generation.brand_id = count_departed.brand_id and generation.visibility = 'owner' and private.is_departed(generation.user_id))
       + (select count(*) from public.brand_models as model
          where model.brand_id = count_departed.brand_id and model.visibility = 'owner' and private.is_departed(model.user_id))
       + (select count(*) from public.brand_assets as asset
          where asset.brand_id = count_departed.brand_id and asset.visibility = 'owner' and private.is_departed(asset.user_id))
$$;
comment on function private.count_departed is 'How many private things of people who are gone are left in a brand.';

create function private.delete_departed(most integer default 20) returns table (people integer)
language plpgsql security definer set search_path = '' as $$
declare
  person uuid;
begin
  people := 0;
  for person in
    select asked.user_id from private.person_deletions as asked order by asked.requested_at limit most for update skip locked
  loop
    continue when exists (select from public.lora_training_jobs as row where row.user_id = person and row.visibility = 'owner')
      or exists (select from public.generations as row where row.user_id = person and row.visibility = 'owner')
      or exists (select from public.brand_models as row where row.user_id = person and row.visibility = 'owner')
      or exists (select from public.brand_assets as row where row.user_id = person and row.visibility = 'owner')
      or exists (select from public.training_datasets as row where row.user_id = person and row.visibility = 'owner')
      or exists (select from public.brand_documents as row where row.user_id = person and row.visibility = 'owner');
    begin
      delete from private.model_counters as counter where counter.owner_scope = person::text;
      delete from public.brand_invitations as invitation
      where invitation.accepted_by = person
         or invitation.email = (select lower(account.email) from auth.users as account where account.id = person);
      -- Files that a whole brand keeps no longer say who brought them.
      update storage.objects as file set owner = null, owner_id = null where file.owner_id = person::text or file.owner = person;
      delete from auth.users as account where account.id = person;
      delete from private.person_deletions as asked where asked.user_id = person;
      people := people + 1;
    exception when sqlstate 'PT409' then
      -- Made the last admin of a brand meanwhile: it goes when there is another.
      null;
    end;
  end loop;
  return next;
end $$;
comment on function private.delete_departed is
  'Deletes the accounts of people who asked for it once nothing private of theirs is left; says how many.';

-- What policy expired -----------------------------------------------------------------------------------------------------

create function private.expired_before(brand_id text) returns timestamptz
language sql stable security definer set search_path = '' as $$
  select now() - make_interval(days => private.number_setting(expired_before.brand_id, 30, 'retention', 'deletedDays')::integer)
$$;
comment on function private.expired_before is 'Whatever was deleted in a brand before this cannot be restored any more.';
create index lora_training_jobs_deleted_idx on public.lora_training_jobs (brand_id, deleted_at) where deleted_at is not null;

create function public.expire_rows() returns jsonb
language plpgsql security definer set search_path = '' as $$
declare
  brand    text := (select private.system_brand_id());
  trainings integer;
  captions  integer;
begin
  delete from public.lora_training_jobs as job
  where job.brand_id = brand and job.deleted_at < private.expired_before(brand) and job.status in ('completed', 'failed', 'cancelled');
  get diagnostics trainings = row_count;
  delete from public.caption_requests as request
  where request.brand_id = brand and request.due_at is null and request.completed_at < now() - interval '30 days';
  get diagnostics captions = row_count;
  return jsonb_build_object('trainings', trainings, 'caption_requests', captions);
end $$;
comment on function public.expire_rows is 'Deletes trainings for good that were deleted long ago, and old wishes for captions; says how many.';

create function private.stray_files(brand_id text, older_than interval) returns table (bucket_id text, name text)
language sql stable security definer set search_path = '' as $$
  select file.bucket_id, file.name from storage.objects as file
  where file.bucket_id = any ('{training-data,models,generated-content,brand-documents,archives}')
    and starts_with(file.name, stray_files.brand_id || '/')
    and file.created_at < now() - older_than
    and not private.is_known_file(stray_files.brand_id, file.bucket_id || '/' || file.name)
    and not exists (select from public.deleted_files as noted
                    where noted.brand_id = stray_files.brand_id and noted.bucket_id = file.bucket_id and noted.name = file.name)
  limit 1000
$$;
comment on function private.stray_files is 'Old files of a brand that no row knows and nobody noted yet.';

create or replace function public.note_stray_files(older_than interval default '1 day') returns integer
language plpgsql security definer set search_path = '' as $$
declare
  brand  text := (select private.system_brand_id());
  noted  integer;
begin
  if older_than < interval '3 hours' then
    raise sqlstate 'PT422' using
      message = 'Younger files may belong to work that is still going on.',
      hint = 'Ask for files that are three hours old, or older.';
  end if;
  insert into public.deleted_files (brand_id, bucket_id, name)
  select brand, stray.bucket_id, stray.name from private.stray_files(brand, older_than) as stray
  on conflict do nothing;
  get diagnostics noted = row_count;
  return noted;
end $$;

create function public.get_cleanup_facts(brand_id text) returns jsonb
language plpgsql stable security definer set search_path = '' as $$
declare
  brand text := get_cleanup_facts.brand_id;
begin
  if (brand in (select private.my_brand_ids('admin'))) is not true and (brand = (select private.system_brand_id())) is not true then
    raise sqlstate 'PT404' using message = format('There is no brand %s for you to look after.', brand),
      hint = 'Only its admins see what will be cleared away.';
  end if;
  return jsonb_build_object(
    'generation_days', private.number_setting(brand, null, 'retention', 'generationDays'),
    'deleted_days', private.number_setting(brand, 30, 'retention', 'deletedDays'),
    'trainings', (select count(*) from public.lora_training_jobs as job
                  where job.brand_id = brand and job.deleted_at < private.expired_before(brand) and job.status in ('completed', 'failed', 'cancelled')),
    'departed', private.count_departed(brand),
    'files', (select count(*) from public.deleted_files as file where file.brand_id = brand),
    'strays', (select count(*) from private.stray_files(brand, '1 day')),
    'archives', (select count(*) from public.training_datasets as dataset
                 where dataset.brand_id = brand and dataset.archive_path is not null
                   and not exists (select from public.lora_training_jobs as job
                                   where job.brand_id = brand and job.dataset_id = dataset.id
                                     and job.status in ('pending', 'uploading', 'queued', 'training'))),
    'leftovers', (select count(*) from public.provider_leftovers as leftover where leftover.brand_id = brand and leftover.due_at is not null),
    'refused', (select count(*) from public.provider_leftovers as leftover where leftover.brand_id = brand and leftover.due_at is null)
  );
end $$;
comment on function public.get_cleanup_facts is 'What cleaning up would find in a brand; for its admins and for the system.';

create function public.finish_cleanup() returns timestamptz
language plpgsql security definer set search_path = '' as $$
declare
  brand text := (select private.system_brand_id());
  turn  private.cleanup_turns;
  again  timestamptz;
begin
  -- Whoever notes something now waits for this row, and then has it looked at again.
  select * into turn from private.cleanup_turns as held where held.brand_id = brand for update;
  if not found then
    return null;
  end if;
  again := least(
    case when exists (select from public.deleted_files as file where file.brand_id = brand)
           or private.count_departed(brand) > 0 then now() + interval '1 minute' end,
    (select greatest(min(leftover.due_at), now() + interval '1 minute') from public.provider_leftovers as leftover
     where leftover.brand_id = brand having min(leftover.due_at) is not null),
    now() + interval '1 day');
  -- A day and an hour: what was stored by somebody who was just at work when the brand went is a stray file by then.
  if turn.gone_at < now() - interval '25 hours' and again >= now() + interval '1 day' then
    delete from private.cleanup_turns as held where held.brand_id = brand;
    return null;
  end if;
  update private.cleanup_turns as held
  set look_at = case when turn.gone_at is null then again else least(again, greatest(turn.gone_at + interval '25 hours', now() + interval '1 minute')) end
  where held.brand_id = brand returning held.look_at into again;
  return again;
end $$;
comment on function public.finish_cleanup is 'Says when the system''s brand is to be looked at again; null for one of which nothing is left.';

revoke all on function private.look_after, private.follow_brand, private.queue_removal, private.claim_cleanup, private.is_departed,
  private.count_departed, private.delete_departed, private.expired_before, private.stray_files from public;
revoke all on function public.clear_departed, public.expire_rows, public.get_cleanup_facts, public.finish_cleanup
  from public, anon, authenticated, service_role;
grant execute on function private.claim_cleanup, private.delete_departed to act_worker;
grant execute on function public.clear_departed, public.expire_rows, public.finish_cleanup to act_system;
grant execute on function public.get_cleanup_facts to authenticated, act_system;
