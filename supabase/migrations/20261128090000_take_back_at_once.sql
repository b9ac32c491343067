-- What somebody takes back is theirs again at once; its weights follow.
--
-- Until now others saw and used a model until the engine had moved its files home. Now the row is its owner's in the same
-- step as the wish, and a file under shared/ that no shared row names is read by its owner alone. The move only ends
-- addresses that were signed before.
--
-- What is to be shared is asked again when it is: whoever has left meanwhile, or may only look, shares nothing. An owner
-- takes back whatever they may do otherwise, and admins take down what others see.

-- Weights of a private model may lie where they are shared; both checks are made anew below.
do $$
declare
  checked record;
begin
  for checked in
    select conrelid::regclass as relation, conname as name from pg_catalog.pg_constraint
    where contype = 'c' and (
      (conrelid = 'public.brand_models'::regclass and pg_get_constraintdef(oid) like '%is_own_path(path%')
      or (conrelid = 'public.lora_training_jobs'::regclass and pg_get_constraintdef(oid) like '%is_own_path(model_url%'))
  loop
    execute format('alter table %s drop constraint %I', checked.relation, checked.name);
  end loop;
end $$;
create function private.is_place_of_weights(path text, brand_id text, user_id uuid, visibility text) returns boolean
language sql immutable set search_path = '' as $$
  select private.is_own_path(path, 'models', brand_id, user_id, visibility)
      or (starts_with(path, 'models/' || brand_id || '/shared/') and private.is_own_path(path, 'models', brand_id, user_id, 'brand'))
$$;
comment on function private.is_place_of_weights is
  'Whether weights of this owner may lie there; also under shared/, while they are on their way home.';
alter table public.brand_models add check (private.is_place_of_weights(path, brand_id, user_id, visibility));
alter table public.lora_training_jobs add check (
  model_url is null or private.is_place_of_weights(model_url, brand_id, user_id, visibility)
);

-- Policies name it by its oid, and follow.
alter function private.is_shared_file rename to may_read_shared_place;
create or replace function private.may_read_shared_place(path text) returns boolean
language sql stable security definer set search_path = '' as $$
  select exists (
    select from public.brand_models as model
    where model.brand_id = split_part(may_read_shared_place.path, '/', 2)
      and (model.shared_at is not null or model.user_id = (select auth.uid()))
      and (model.path = may_read_shared_place.path or may_read_shared_place.path = any (model.sample_paths))
  )
$$;
comment on function private.may_read_shared_place is
  'Whether a row says that this file is shared with the brand, or is the caller''s own; a copy on its way is not yet.';

create function private.stop_painting(brand_id text, model_id uuid, statuses text[]) returns void
language sql security definer set search_path = '' as $$
  update public.generations as generation set cancel_requested_at = coalesce(generation.cancel_requested_at, now())
  from public.brand_models as model
  where model.brand_id = stop_painting.brand_id and model.id = stop_painting.model_id
    and generation.brand_id = model.brand_id and model.id in (generation.model_id, generation.second_model_id)
    and generation.user_id is distinct from model.user_id and generation.status = any (statuses)
$$;
comment on function private.stop_painting is 'Cancels what people other than its owner paint with a model, where it is in one of these states.';

drop function private.withdraw_model;
create function private.withdraw_model(brand_id text, job_id uuid) returns text
language plpgsql security definer set search_path = '' as $$
declare
  model public.brand_models;
begin
  -- Whoever asks for pictures takes this lock too: nobody begins with a model that goes.
  perform from public.brands as brand where brand.id = withdraw_model.brand_id for no key update;
  select * into model from public.brand_models as made
  where made.brand_id = withdraw_model.brand_id and made.job_id = withdraw_model.job_id
  order by made.shared_at is not null desc, made.created_at desc, made.id limit 1 for no key update;
  delete from private.model_moves as move
  where move.brand_id = model.brand_id and move.model_id = model.id and move.visibility = 'brand';

  if model.shared_at is not null then
    update public.brand_models as taken
    set visibility = 'owner', shared_at = null, title = null, description = null, subject_kind = null, sample_paths = '{}',
        metadata = coalesce((select job.metadata from public.lora_training_jobs as job
                             where job.brand_id = model.brand_id and job.id = model.job_id), taken.metadata)
    where taken.brand_id = model.brand_id and taken.id = model.id;
    perform private.note_deleted_file(model.brand_id, sample) from unnest(model.sample_paths) as sample;
    perform private.stop_painting(model.brand_id, model.id, '{pending}');
  elsif starts_with(model.path, 'models/' || model.brand_id || '/shared/') is not true then
    return null;
  end if;
  insert into private.model_moves (brand_id, model_id, user_id, visibility, path)
  values (model.brand_id, model.id, model.user_id, 'owner',
          concat_ws('/', 'models', model.brand_id, model.owner_scope, gen_random_uuid(), model.slug || '.safetensors'))
  on conflict do nothing;
  perform pg_notify('act_work', model.id::text);
  return 'withdrawing';
end $$;
comment on function private.withdraw_model is
  'Takes a model back from its brand, or calls off that it is shared, and has its weights brought home; says where that leaves it.';

create or replace function private.follow_sharing() returns trigger language plpgsql security definer set search_path = '' as $$
begin
  if tg_op = 'DELETE' then
    perform private.withdraw_model(old.brand_id, old.id);
    return old;
  end if;
  if new.deleted_at is not null and old.deleted_at is null then
    new.sharing := private.withdraw_model(new.brand_id, new.id);
  end if;
  update public.brand_models as model set title = new.name, description = new.description
  where model.brand_id = new.brand_id and model.job_id = new.id and model.shared_at is not null
    and (model.title, model.description) is distinct from (new.name, new.description);
  return new;
end $$;

create or replace function public.share_training(job_id uuid, is_shared boolean) returns void
language plpgsql security definer set search_path = '' as $$
declare
  me    uuid := (select auth.uid());
  job   public.lora_training_jobs;
  model public.brand_models;
  place uuid := gen_random_uuid();
begin
  select * into job from public.lora_training_jobs as candidate
  where candidate.id = share_training.job_id and candidate.brand_id in (select private.my_brand_ids())
    and (candidate.visibility = 'brand' or candidate.user_id = me
         or (is_shared is not true and candidate.sharing = 'shared'))
  for update;
  if not found then
    raise sqlstate 'PT404' using message = 'There is no such training for you.', hint = 'Only its owner shares it.';
  end if;
  -- Everybody knows of what is shared; admins take it down.
  if job.visibility = 'owner' and job.user_id is distinct from me and job.brand_id not in (select private.my_brand_ids('admin')) then
    raise sqlstate 'PT403' using message = 'Somebody else shares this model.', hint = 'Its owner takes it back, or an admin of the brand.';
  end if;
  if job.visibility = 'brand' then
    raise sqlstate 'PT409' using message = 'The whole brand sees this model already.';
  end if;
  -- What is theirs they take back, whatever they may do otherwise.
  if is_shared is not true then
    update public.lora_training_jobs as wished
    set sharing = private.withdraw_model(job.brand_id, job.id)
    where wished.id = job.id and job.sharing is not null;
    return;
  end if;
  if job.brand_id not in (select private.my_brand_ids('member')) then
    raise sqlstate 'PT403' using message = 'Those who only look share nothing.',
      hint = 'Ask an admin of the brand to make you a member.';
  end if;
  if private.setting(job.brand_id, 'features', 'sharing') is distinct from 'true' then
    raise sqlstate 'PT403' using message = 'Nothing is shared in this brand.', hint = 'What is private here stays private.';
  end if;
  if job.sharing in ('sharing', 'shared') then
    return;
  end if;
  select * into model from public.brand_models as made
  where made.brand_id = job.brand_id and made.job_id = job.id
  order by made.created_at desc, made.id limit 1 for no key update;
  if not found or job.status <> 'completed' or job.deleted_at is not null or model.owner_scope = '' or model.status <> 'ready' then
    raise sqlstate 'PT409' using message = 'Only a model that is there to be used can be shared.',
      hint = 'Wait until its training is completed; restore what was deleted.';
  end if;
  delete from private.model_moves as move where move.brand_id = job.brand_id and move.model_id = model.id;
  insert into private.model_moves (brand_id, model_id, user_id, visibility, path, sample_paths)
  values (job.brand_id, model.id, me, 'brand', concat_ws('/', 'models', job.brand_id, 'shared', place, model.slug || '.safetensors'),
          array(select concat_ws('/', 'generated-content', job.brand_id, 'shared', place, number || substring(sample from '\.[a-z0-9]+$'))
                from unnest(private.samples_to_show(job.sample_images_urls)) with ordinality as shown (sample, number)
                order by number));
  update public.lora_training_jobs as wished set sharing = 'sharing' where wished.id = job.id;
  perform pg_notify('act_work', model.id::text);
end $$;
comment on function public.share_training is
  'Says whether the model of one''s own private training is to be shared with the brand. Sharing is carried out by the engine; taking back holds at once, and admins may.';

-- The engine asks, so nobody's own rights can be: what share_training asks of the caller is looked up for the owner here.
create function private.is_still_to_be_shared(brand_id text, model_id uuid) returns boolean
language sql stable security definer set search_path = '' as $$
  select exists (
    select from public.brand_models as model
    join public.lora_training_jobs as job on job.brand_id = model.brand_id and job.id = model.job_id
    join public.brand_users as membership on membership.brand_id = model.brand_id and membership.user_id = model.user_id
    where model.brand_id = is_still_to_be_shared.brand_id and model.id = is_still_to_be_shared.model_id
      and model.status = 'ready' and job.deleted_at is null and membership.role in ('member', 'admin')
      and not private.is_departed(model.user_id)
      and private.setting(model.brand_id, 'features', 'sharing') is not distinct from 'true'
  )
$$;
comment on function private.is_still_to_be_shared is 'Whether its owner could still share a model that is on its way: much may have changed since.';

create or replace function public.finish_model_move(model_id uuid, path text) returns boolean
language plpgsql security definer set search_path = '' as $$
declare
  brand text := (select private.system_brand_id());
  move  private.model_moves;
  model public.brand_models;
  job   public.lora_training_jobs;
begin
  -- The training first, as whoever wishes does.
  select * into job from public.lora_training_jobs as made
  where made.brand_id = brand
    and made.id = (select known.job_id from public.brand_models as known where known.brand_id = brand and known.id = finish_model_move.model_id)
  for update;
  perform from public.brands as locked where locked.id = brand for no key update;
  select * into model from public.brand_models as known
  where known.brand_id = brand and known.id = finish_model_move.model_id for no key update;
  select * into move from private.model_moves as held
  where held.brand_id = brand and held.model_id = finish_model_move.model_id and held.path = finish_model_move.path for update;
  if not found then
    return false;
  end if;
  if move.visibility = 'brand' and not private.is_still_to_be_shared(brand, model.id) then
    update public.lora_training_jobs as kept set sharing = private.withdraw_model(brand, job.id)
    where kept.id = job.id and kept.brand_id = brand;
    return false;
  end if;
  if not exists (select from storage.objects as file
                 where file.bucket_id = 'models' and file.name = substr(move.path, length('models/') + 1)) then
    raise sqlstate 'PT409' using message = 'The weights are not there yet.';
  end if;

  if move.visibility = 'brand' then
    update public.brand_models as moved
    set visibility = 'brand', path = move.path, shared_at = now(), title = job.name, description = job.description,
        subject_kind = job.subject_kind, metadata = '{}',
        -- A sample that was gone before it could be copied is left out.
        sample_paths = array(select sample from unnest(move.sample_paths) with ordinality as copied (sample, number)
                             where exists (select from storage.objects as file where file.bucket_id = 'generated-content'
                                           and file.name = substr(sample, length('generated-content/') + 1))
                             order by number)
    where moved.id = model.id and moved.brand_id = brand;
  else
    -- What others still paint with it after all this time ends with its place.
    perform private.stop_painting(brand, model.id, '{pending,running}');
    update public.brand_models as moved set path = move.path where moved.id = model.id and moved.brand_id = brand;
  end if;
  update public.lora_training_jobs as moved
  set model_url = move.path, sharing = case move.visibility when 'brand' then 'shared' end
  where moved.id = job.id and moved.brand_id = brand;
  perform private.note_deleted_file(brand, model.path);
  delete from private.model_moves as done where done.brand_id = brand and done.model_id = move.model_id;
  return true;
end $$;

comment on function public.finish_model_move is
  'Points a model to where its weights were copied, and shows it where that is wished; false where it is not any more.';
comment on column public.lora_training_jobs.sharing is
  'sharing until others see its model, shared, withdrawing until its weights are home; null where it was never shared, or is not any more.';

-- Deleting ------------------------------------------------------------------------------------------------------------

create function private.keep_painting_model() returns trigger language plpgsql security definer set search_path = '' as $$
begin
  if (select auth.uid()) is not null and exists (
    select from public.generations as generation
    where generation.brand_id = old.brand_id and old.id in (generation.model_id, generation.second_model_id)
      and generation.status in ('pending', 'running', 'saving')
  ) then
    raise sqlstate 'PT409' using message = 'Somebody paints with this model just now.',
      hint = 'Retire it, so that nobody begins anew, and delete it when that has ended.';
  end if;
  return old;
end $$;
comment on function private.keep_painting_model is 'Lets nobody delete a model under pictures that are being made, and paid.';
create trigger keep_painting before delete on public.brand_models for each row execute function private.keep_painting_model();

create function private.end_sharing() returns trigger language plpgsql security definer set search_path = '' as $$
begin
  update public.lora_training_jobs as job set sharing = null
  where job.brand_id = old.brand_id and job.id = old.job_id and job.sharing is not null;
  return null;
end $$;
comment on function private.end_sharing is 'A training whose model is gone shares nothing.';
create trigger end_sharing after delete on public.brand_models
  for each row when (old.owner_scope <> '') execute function private.end_sharing();

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
    union select brand_id from public.brand_models where user_id = me and (visibility = 'owner' or owner_scope <> '')
    union select brand_id from public.brand_assets where user_id = me and visibility = 'owner'
    union select brand_id from public.training_datasets where user_id = me and visibility = 'owner'
    union select brand_id from public.brand_documents where user_id = me and visibility = 'owner'
  ) as place;
  -- In the order of all that share: trainings, brands, models. So nobody waits for whoever waits for them.
  perform from public.lora_training_jobs as job where job.user_id = me and job.visibility = 'owner' order by job.id for update;
  perform from public.brands as brand where brand.id = any (places) order by brand.id for no key update;
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
  -- A shared one paints nothing new for others; what they have of it stays theirs.
  update public.brand_models set status = 'retired' where user_id = me and owner_scope <> '' and visibility = 'brand';
  -- One that is being painted with stays until that has ended: the row would take the running one along, unpaid for.
  delete from public.brand_models as model where model.user_id = me and (model.visibility = 'owner' or model.owner_scope <> '')
    and not private.is_model_painting(model.brand_id, model.id, me);
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

revoke all on function private.withdraw_model, private.is_place_of_weights, private.stop_painting, private.is_still_to_be_shared,
  private.keep_painting_model, private.end_sharing from public;
grant execute on function private.is_place_of_weights to authenticated, act_system, service_role;
