-- A private model, shared with its brand by its owner, and taken back.
--
-- Place and visibility of a file go together, so sharing moves the weights. A person only wishes it; the engine copies the
-- files to a new place, and one function here then points the row there and changes who sees it. The old files are noted for
-- removal in the same step. Every move has a place of its own, so that a late one never meets the files of another, and a
-- file under shared/ is seen by others only once a row says that it is shared.
--
-- Names and numbers of a shared model stay its owner's (owner_scope), and so do its training, pictures, captions and log. What
-- others see of the training is copied into the model: title, description, kind and a few samples.
--
-- Read by: members, what is shared. Written by: the owner (the wish), the system (everything else).

alter table public.lora_training_jobs add column sharing text check (sharing in ('sharing', 'shared', 'withdrawing'));
comment on column public.lora_training_jobs.sharing is
  'How far its owner''s wish to share its model with the brand, or to take it back, has come; null where it was never shared.';

alter table public.brand_models
  add column shared_at    timestamptz,
  add column title        text check (char_length(title) <= 120),
  add column description  text check (char_length(description) <= 2000),
  add column subject_kind text check (subject_kind in ('style', 'character', 'product', 'person')),
  add column sample_paths text[] not null default '{}',
  add check (private.are_own_paths(sample_paths, 'generated-content', brand_id, user_id, visibility)),
  add check (shared_at is null or (visibility = 'brand' and owner_scope <> '')),
  add check (shared_at is not null or (title is null and description is null and subject_kind is null));
comment on column public.brand_models.shared_at is 'When its owner''s private model became one that the brand may use; null for every other.';
comment on column public.brand_models.title is 'What its owner calls it, as others see it; like description, subject_kind and sample_paths only while it is shared.';
create index brand_models_shared_idx on public.brand_models (brand_id, created_at desc, id desc) where shared_at is not null;

-- Weights of a private training may lie where they are shared.
do $$
declare
  old_check text := (select conname from pg_catalog.pg_constraint
                     where conrelid = 'public.lora_training_jobs'::regclass and contype = 'c'
                       and pg_get_constraintdef(oid) like '%is_own_path(model_url%');
begin
  execute format('alter table public.lora_training_jobs drop constraint %I', old_check);
end $$;
alter table public.lora_training_jobs add check (
  model_url is null
  or private.is_own_path(model_url, 'models', brand_id, user_id, visibility)
  or (sharing in ('shared', 'withdrawing') and starts_with(model_url, 'models/' || brand_id || '/shared/')
      and private.is_own_path(model_url, 'models', brand_id, user_id, 'brand'))
);

create table private.model_moves (
  brand_id     text not null,
  model_id     uuid not null,
  user_id      uuid references auth.users (id) on delete set null,
  visibility   text not null check (visibility in ('brand', 'owner')),
  path         text not null,
  sample_paths text[] not null default '{}',
  requested_at timestamptz not null default now(),
  due_at       timestamptz not null default now(),
  primary key (brand_id, model_id),
  foreign key (brand_id, model_id) references public.brand_models (brand_id, id) on delete cascade,
  check (private.is_own_path(path, 'models', brand_id, user_id, visibility)),
  check (private.are_own_paths(sample_paths, 'generated-content', brand_id, user_id, visibility))
);
comment on table private.model_moves is 'Models on their way to another place: where to, and who sees them there. Gone when it is done, or not wanted any more.';
create index model_moves_due_idx on private.model_moves (due_at);
create index model_moves_user_idx on private.model_moves (user_id);
alter table private.model_moves enable row level security;
create trigger keep_brand before update on private.model_moves for each row execute function private.keep_brand();

-- Who may do what -----------------------------------------------------------------------------------------------------

create function private.is_shared_file(path text) returns boolean
language sql stable security definer set search_path = '' as $$
  select exists (
    select from public.brand_models as model
    where model.brand_id = split_part(is_shared_file.path, '/', 2) and model.shared_at is not null
      and (model.path = is_shared_file.path or is_shared_file.path = any (model.sample_paths))
  )
$$;
comment on function private.is_shared_file is 'Whether a row says that this file is shared with the brand; a copy on its way is not yet.';

alter policy "Members read their brand's files" on storage.objects using (
  bucket_id = any (array(
    select bucket from unnest('{training-data,models,generated-content,brand-documents}'::text[]) as bucket
    where exists (select private.my_brand_ids())
  ))
  and split_part(name, '/', 1) = any (array(select private.my_brand_ids()))
  and private.is_open_key(name, (select auth.uid()))
  and case when bucket_id = any ('{models,generated-content}') and split_part(name, '/', 2) = 'shared'
           then private.is_shared_file(bucket_id || '/' || name) else true end
);
alter policy "Admins remove files, and people pictures of their own that no job has used" on storage.objects using (
  bucket_id = any ('{training-data,models,generated-content,brand-documents}')
  and private.is_open_key(name, (select auth.uid()))
  -- What somebody shares is theirs to take back.
  and not (bucket_id = any ('{models,generated-content}') and split_part(name, '/', 2) = 'shared')
  and (
    split_part(name, '/', 1) = any (array(select private.my_brand_ids('admin')))
    or (
      bucket_id = 'training-data'
      and owner_id = (select auth.uid())::text
      and split_part(name, '/', 1) = any (array(select private.my_brand_ids('member')))
      and (split_part(name, '/', 2) = (select auth.uid())::text or not private.is_file_used(name))
    )
  )
);

alter policy "Admins retire models, and people their own private ones" on public.brand_models
  using (
    ((visibility = 'owner' or owner_scope <> '') and user_id = (select auth.uid()) and brand_id = any (array(select private.my_brand_ids('member'))))
    or (visibility = 'brand' and owner_scope = '' and brand_id = any (array(select private.my_brand_ids('admin'))))
  )
  with check (
    ((visibility = 'owner' or owner_scope <> '') and user_id = (select auth.uid()) and brand_id = any (array(select private.my_brand_ids('member'))))
    or (visibility = 'brand' and owner_scope = '' and brand_id = any (array(select private.my_brand_ids('admin'))))
  );
alter policy "Admins delete models, and people their own private ones" on public.brand_models
  using (
    ((visibility = 'owner' or owner_scope <> '') and user_id = (select auth.uid()) and brand_id = any (array(select private.my_brand_ids('member'))))
    or (visibility = 'brand' and owner_scope = '' and brand_id = any (array(select private.my_brand_ids('admin'))))
  );

-- A word like "live" counts among its owner's names, whoever may use the version.
create or replace function private.follow_model() returns trigger language plpgsql security definer set search_path = '' as $$
begin
  select model.owner_scope, model.user_id, case when model.owner_scope = '' then model.visibility else 'owner' end
  into new.owner_scope, new.user_id, new.visibility
  from public.brand_models as model where model.brand_id = new.brand_id and model.id = new.model_id;
  new.updated_at := now();
  return new;
end $$;

-- The wish ------------------------------------------------------------------------------------------------------------

create function private.withdraw_model(brand_id text, job_id uuid, sharing text) returns text
language plpgsql security definer set search_path = '' as $$
declare
  model public.brand_models;
begin
  select * into model from public.brand_models as made
  where made.brand_id = withdraw_model.brand_id and made.job_id = withdraw_model.job_id
  order by made.shared_at is not null desc, made.created_at desc, made.id limit 1 for no key update;
  if sharing = 'sharing' then
    delete from private.model_moves as move where move.brand_id = model.brand_id and move.model_id = model.id;
    return null;
  end if;
  if sharing = 'shared' and model.shared_at is not null then
    insert into private.model_moves (brand_id, model_id, user_id, visibility, path)
    values (model.brand_id, model.id, model.user_id, 'owner',
            concat_ws('/', 'models', model.brand_id, model.owner_scope, gen_random_uuid(), model.slug || '.safetensors'))
    on conflict do nothing;
    perform pg_notify('act_work', model.id::text);
    return 'withdrawing';
  end if;
  return case when model.shared_at is not null then sharing end;
end $$;
comment on function private.withdraw_model is 'Begins to take a model back from its brand, or calls off that it is shared; says where that leaves it.';

create function public.share_training(job_id uuid, is_shared boolean) returns void
language plpgsql security definer set search_path = '' as $$
declare
  me    uuid := (select auth.uid());
  job   public.lora_training_jobs;
  model public.brand_models;
  place uuid := gen_random_uuid();
begin
  select * into job from public.lora_training_jobs as candidate
  where candidate.id = share_training.job_id and candidate.brand_id in (select private.my_brand_ids())
    and (candidate.visibility = 'brand' or candidate.user_id = me)
  for update;
  if not found then
    raise sqlstate 'PT404' using message = 'There is no such training for you.', hint = 'Only its owner shares it.';
  end if;
  if job.visibility = 'brand' then
    raise sqlstate 'PT409' using message = 'The whole brand sees this model already.';
  end if;
  if job.brand_id not in (select private.my_brand_ids('member')) then
    raise sqlstate 'PT403' using message = 'Those who only look share nothing, and take nothing back.',
      hint = 'Ask an admin of the brand to make you a member.';
  end if;
  if is_shared is not true then
    update public.lora_training_jobs as wished
    set sharing = private.withdraw_model(job.brand_id, job.id, job.sharing)
    where wished.id = job.id and job.sharing is not null;
    return;
  end if;
  if private.setting(job.brand_id, 'features', 'sharing') is distinct from 'true' then
    raise sqlstate 'PT403' using message = 'Nothing is shared in this brand.', hint = 'What is private here stays private.';
  end if;
  if job.sharing in ('sharing', 'shared') then
    return;
  end if;
  select * into model from public.brand_models as made
  where made.brand_id = job.brand_id and made.job_id = job.id
  order by made.shared_at is not null desc, made.created_at desc, made.id limit 1 for no key update;
  if not found or job.status <> 'completed' or job.deleted_at is not null or model.owner_scope = '' or model.status <> 'ready' then
    raise sqlstate 'PT409' using message = 'Only a model that is there to be used can be shared.',
      hint = 'Wait until its training is completed; restore what was deleted.';
  end if;
  if job.sharing = 'withdrawing' then
    delete from private.model_moves as move where move.brand_id = job.brand_id and move.model_id = model.id;
    update public.lora_training_jobs as wished set sharing = 'shared' where wished.id = job.id;
    return;
  end if;
  insert into private.model_moves (brand_id, model_id, user_id, visibility, path, sample_paths)
  values (job.brand_id, model.id, me, 'brand', concat_ws('/', 'models', job.brand_id, 'shared', place, model.slug || '.safetensors'),
          array(select concat_ws('/', 'generated-content', job.brand_id, 'shared', place, number || substring(sample from '\.[a-z0-9]+$'))
                from unnest(private.samples_to_show(job.sample_images_urls)) with ordinality as shown (sample, number)
                order by number));
  update public.lora_training_jobs as wished set sharing = 'sharing' where wished.id = job.id;
  perform pg_notify('act_work', model.id::text);
end $$;
comment on function public.share_training is
  'The owner''s wish to share what came of a training with the brand, or to take it back; the engine carries it out.';

create function private.samples_to_show(samples text[]) returns text[]
language sql immutable set search_path = '' as $$ select samples[greatest(cardinality(samples) - 3, 1):] $$;
comment on function private.samples_to_show is 'The last four pictures that a trainer painted: the nearest to what it makes.';

-- What its owner changes afterwards.
create function private.follow_sharing() returns trigger language plpgsql security definer set search_path = '' as $$
begin
  if tg_op = 'DELETE' then
    perform private.withdraw_model(old.brand_id, old.id, old.sharing);
    return old;
  end if;
  if new.deleted_at is not null and old.deleted_at is null then
    new.sharing := private.withdraw_model(new.brand_id, new.id, new.sharing);
  end if;
  update public.brand_models as model set title = new.name, description = new.description
  where model.brand_id = new.brand_id and model.job_id = new.id and model.shared_at is not null
    and (model.title, model.description) is distinct from (new.name, new.description);
  return new;
end $$;
comment on function private.follow_sharing is 'A training that its owner deletes is taken back from the brand; one that is called otherwise is so for all.';
create trigger follow_sharing before update of name, description, deleted_at on public.lora_training_jobs
  for each row when (old.sharing is not null) execute function private.follow_sharing();
create trigger follow_sharing_of_deleted before delete on public.lora_training_jobs
  for each row when (old.sharing is not null) execute function private.follow_sharing();

create function private.trace_deleted_move() returns trigger language plpgsql security definer set search_path = '' as $$
begin
  perform private.note_deleted_file(old.brand_id, target) from unnest(old.path || old.sample_paths) as target
  where not private.is_known_file(old.brand_id, target);
  return null;
end $$;
comment on function private.trace_deleted_move is 'Has what a move copied removed, where nothing came of it.';
create trigger trace_deleted after delete on private.model_moves for each row execute function private.trace_deleted_move();

-- The move ------------------------------------------------------------------------------------------------------------

create function private.claim_model_move(seconds integer default 60) returns table (brand_id text, model_id uuid)
language sql security definer set search_path = '' as $$
  update private.model_moves as move set due_at = now() + make_interval(secs => claim_model_move.seconds)
  where (move.brand_id, move.model_id) = (
    select due.brand_id, due.model_id from private.model_moves as due
    where due.due_at <= now()
      -- A provider may be fetching the weights; nobody can hold a move up for long.
      and (due.requested_at < now() - interval '10 minutes'
           or not exists (select from public.generations as running
                          where running.brand_id = due.brand_id and running.status = 'running'
                            and due.model_id in (running.model_id, running.second_model_id)))
    order by due.due_at limit 1 for update skip locked
  )
  returning move.brand_id, move.model_id
$$;
comment on function private.claim_model_move is 'The next model to move, as ids; it is due again after so long, unless it was done.';

create function public.get_model_move(model_id uuid) returns jsonb
language sql stable security definer set search_path = '' as $$
  select jsonb_build_object(
    'from', model.path, 'to', move.path,
    'samples', (select coalesce(jsonb_agg(jsonb_build_object('from', pair.source, 'to', pair.target) order by pair.number), '[]')
                from unnest(private.samples_to_show(job.sample_images_urls), move.sample_paths) with ordinality as pair (source, target, number)
                where pair.source is not null and pair.target is not null),
    'owner_id', model.user_id)
  from private.model_moves as move
  join public.brand_models as model on model.brand_id = move.brand_id and model.id = move.model_id
  left join public.lora_training_jobs as job on job.brand_id = model.brand_id and job.id = model.job_id
  where move.model_id = get_model_move.model_id and move.brand_id = (select private.system_brand_id())
$$;
comment on function public.get_model_move is 'Which files of the system''s brand to copy, and where to; null where nothing is to be moved.';

create function public.finish_model_move(model_id uuid, path text) returns boolean
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
  select * into model from public.brand_models as known
  where known.brand_id = brand and known.id = finish_model_move.model_id for no key update;
  select * into move from private.model_moves as held
  where held.brand_id = brand and held.model_id = finish_model_move.model_id and held.path = finish_model_move.path for update;
  if not found then
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
    update public.brand_models as moved
    set visibility = 'owner', path = move.path, shared_at = null, title = null, description = null, subject_kind = null,
        sample_paths = '{}', metadata = coalesce(job.metadata, moved.metadata)
    where moved.id = model.id and moved.brand_id = brand;
  end if;
  update public.lora_training_jobs as moved
  set model_url = move.path, sharing = case move.visibility when 'brand' then 'shared' end
  where moved.id = job.id and moved.brand_id = brand;
  perform private.note_deleted_file(brand, gone) from unnest(model.path || model.sample_paths) as gone;
  delete from private.model_moves as done where done.brand_id = brand and done.model_id = move.model_id;
  return true;
end $$;
comment on function public.finish_model_move is
  'Points a model to where its weights were copied, and changes who sees it, in one step; false where that is not wanted any more.';

-- What becomes of it ------------------------------------------------------------------------------------------------------

-- Pictures that others made with somebody's model outlive it.
alter table public.generations alter column model_id drop not null;
alter table public.generations add column former_model text,
  add check (model_id is not null or former_model is not null);
comment on column public.generations.former_model is 'What was model_id, where somebody else''s shared model was deleted since.';
create function private.leave_generations() returns trigger language plpgsql security definer set search_path = '' as $$
begin
  update public.generations as generation set model_id = null, former_model = old.id
  where generation.brand_id = old.brand_id and generation.model_id = old.id and generation.user_id is distinct from old.user_id;
  update public.generations as generation set second_model_id = null
  where generation.brand_id = old.brand_id and generation.second_model_id = old.id and generation.user_id is distinct from old.user_id;
  return old;
end $$;
comment on function private.leave_generations is 'Leaves others what they made with a model that its owner deletes.';
create trigger leave_generations before delete on public.brand_models
  for each row when (old.owner_scope <> '') execute function private.leave_generations();

create function private.trace_deleted_samples() returns trigger language plpgsql security definer set search_path = '' as $$
begin
  perform private.note_deleted_file(old.brand_id, sample) from unnest(old.sample_paths) as sample;
  return old;
end $$;
comment on function private.trace_deleted_samples is 'Has the samples of a deleted model removed.';
create trigger trace_deleted_samples before delete on public.brand_models
  for each row when (old.sample_paths <> '{}') execute function private.trace_deleted_samples();

create function private.is_model_painting(brand_id text, model_id uuid, owner_id uuid) returns boolean
language sql stable security definer set search_path = '' as $$
  select exists (
    select from public.generations as generation
    where generation.brand_id = is_model_painting.brand_id
      and is_model_painting.model_id in (generation.model_id, generation.second_model_id)
      and (generation.user_id is not distinct from owner_id or generation.status in ('pending', 'running', 'saving'))
  )
$$;
comment on function private.is_model_painting is 'Whether something of its owner''s, or something that still runs, would go along with this model.';

create or replace function private.is_known_file(brand_id text, path text) returns boolean
language sql stable security definer set search_path = '' as $$
  select exists (select from public.brand_assets as asset
                 where asset.brand_id = is_known_file.brand_id and path in (asset.file_url, asset.thumbnail_url))
      or exists (select from public.brand_models as model
                 where model.brand_id = is_known_file.brand_id
                   and (is_known_file.path = model.path or is_known_file.path = any (model.sample_paths)
                        -- The list of models lies in their owner's folder, wherever one of them was moved to.
                        or is_known_file.path = regexp_replace(model.path, '[^/]+$', 'metadata.json')
                        or is_known_file.path = concat_ws('/', 'models', model.brand_id, nullif(model.owner_scope, ''), 'metadata.json')))
      or exists (select from private.model_moves as move
                 where move.brand_id = is_known_file.brand_id
                   and (is_known_file.path = move.path or is_known_file.path = any (move.sample_paths)))
      or exists (select from public.lora_training_jobs as job
                 where job.brand_id = is_known_file.brand_id
                   and (path = any (job.sample_images_urls) or (job.status = 'saving' and job.model_url = path)))
      or exists (select from public.generation_images as image
                 where image.brand_id = is_known_file.brand_id and is_known_file.path in (image.path, image.thumbnail_path))
      or exists (select from public.brand_documents as document
                 where document.brand_id = is_known_file.brand_id and document.path = is_known_file.path)
      or exists (select from public.training_datasets as dataset
                 where dataset.brand_id = is_known_file.brand_id and dataset.archive_path = path)
$$;

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

create or replace function public.clear_departed() returns jsonb
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
  update public.brand_models as model set status = 'retired'
  where model.brand_id = brand and model.owner_scope <> '' and model.visibility = 'brand' and model.status = 'ready'
    and private.is_departed(model.user_id);
  delete from public.brand_models as model
  where model.brand_id = brand and (model.visibility = 'owner' or model.owner_scope <> '') and private.is_departed(model.user_id)
    and not private.is_model_painting(brand, model.id, model.user_id);
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

create or replace function private.count_departed(brand_id text) returns bigint
language sql stable security definer set search_path = '' as $$
  select (select count(*) from public.lora_training_jobs as job
          where job.brand_id = count_departed.brand_id and job.visibility = 'owner' and private.is_departed(job.user_id))
       + (select count(*) from public.generations as generation
          where generation.brand_id = count_departed.brand_id and generation.visibility = 'owner' and private.is_departed(generation.user_id))
       + (select count(*) from public.brand_models as model
          where model.brand_id = count_departed.brand_id and (model.visibility = 'owner' or model.owner_scope <> '') and private.is_departed(model.user_id))
       + (select count(*) from public.brand_assets as asset
          where asset.brand_id = count_departed.brand_id and asset.visibility = 'owner' and private.is_departed(asset.user_id))
$$;

create or replace function private.delete_departed(most integer default 20) returns table (people integer)
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
      or exists (select from public.brand_models as row where row.user_id = person and (row.visibility = 'owner' or row.owner_scope <> ''))
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

create or replace function public.count_my_data()
returns table (pictures bigint, trainings bigint, models bigint, generations bigint, documents bigint, memberships bigint, running bigint)
language sql stable set search_path = '' as $$
  select
    (select count(*) from public.brand_assets where user_id = (select auth.uid()) and visibility = 'owner'),
    (select count(*) from public.lora_training_jobs where user_id = (select auth.uid()) and visibility = 'owner'
       and status in ('completed', 'failed', 'cancelled')),
    (select count(*) from public.brand_models where user_id = (select auth.uid()) and (visibility = 'owner' or owner_scope <> '')),
    (select count(*) from public.generations where user_id = (select auth.uid()) and visibility = 'owner'
       and status in ('completed', 'failed', 'cancelled')),
    (select count(*) from public.brand_documents where user_id = (select auth.uid()) and visibility = 'owner'),
    (select count(*) from public.brand_users where user_id = (select auth.uid())),
    (select count(*) from public.lora_training_jobs where user_id = (select auth.uid()) and visibility = 'owner'
       and status not in ('completed', 'failed', 'cancelled'))
    + (select count(*) from public.generations where user_id = (select auth.uid()) and visibility = 'owner'
       and status not in ('completed', 'failed', 'cancelled'))
$$;

revoke all on function private.is_shared_file, private.withdraw_model, private.samples_to_show, private.follow_sharing,
  private.trace_deleted_move, private.trace_deleted_samples, private.claim_model_move, private.leave_generations,
  private.is_model_painting from public;
revoke all on function public.share_training from public, anon, service_role;
revoke all on function public.get_model_move, public.finish_model_move from public, anon, authenticated, service_role;
grant execute on function private.is_shared_file to authenticated;
grant execute on function public.share_training to authenticated;
grant execute on function public.get_model_move, public.finish_model_move to act_system;
grant execute on function private.claim_model_move to act_worker;
