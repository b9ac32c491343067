-- Deletion that deletes: rows go at once, and every file they named is noted for the engine to remove.
--
-- Files cannot be removed from SQL, and may outlive their row by a moment; nobody can reach them then. Models that were
-- trained on a deleted picture are marked.

create table public.deleted_files (
  brand_id   text not null,
  bucket_id  text not null check (bucket_id in ('training-data', 'models', 'generated-content', 'brand-documents', 'archives')),
  name       text not null,
  created_at timestamptz not null default now(),
  primary key (brand_id, bucket_id, name),
  check (starts_with(name, brand_id || '/'))
);
comment on table public.deleted_files is 'Files whose row is gone; the engine removes them and then their line here. Outlives its brand.';
alter table public.deleted_files enable row level security;
revoke all on public.deleted_files from anon, authenticated, service_role;
grant select, delete on public.deleted_files to act_system;
create trigger keep_brand before update on public.deleted_files for each row execute function private.keep_brand();
create policy "The system reads which files are to go" on public.deleted_files
  for select to act_system using (brand_id = (select private.system_brand_id()));
create policy "The system takes off its list what is gone" on public.deleted_files
  for delete to act_system using (brand_id = (select private.system_brand_id()));

create function private.note_deleted_file(brand_id text, path text) returns void
language sql security definer set search_path = '' as $$
  insert into public.deleted_files (brand_id, bucket_id, name)
  select note_deleted_file.brand_id, split_part(path, '/', 1), substr(path, strpos(path, '/') + 1)
  where path is not null
  on conflict do nothing
$$;
comment on function private.note_deleted_file is 'Has the engine remove a file; a row that names none changes nothing.';

create function private.trace_deleted_asset() returns trigger language plpgsql security definer set search_path = '' as $$
begin
  update public.brand_models as model set sources_deleted_at = coalesce(model.sources_deleted_at, now())
  from public.lora_training_job_assets as used
  where used.brand_id = old.brand_id and used.asset_id = old.id and model.brand_id = used.brand_id and model.job_id = used.job_id;

  perform private.note_deleted_file(dataset.brand_id, dataset.archive_path)
  from public.training_datasets as dataset
  where dataset.brand_id = old.brand_id and dataset.archive_path is not null
    and dataset.items @> jsonb_build_array(jsonb_build_object('asset_id', old.id));
  update public.training_datasets as dataset set archive_path = null
  where dataset.brand_id = old.brand_id and dataset.archive_path is not null
    and dataset.items @> jsonb_build_array(jsonb_build_object('asset_id', old.id));

  perform private.note_deleted_file(old.brand_id, old.file_url);
  perform private.note_deleted_file(old.brand_id, old.thumbnail_url);
  return old;
end $$;
create function private.trace_deleted_file() returns trigger language plpgsql security definer set search_path = '' as $$
begin
  perform private.note_deleted_file(old.brand_id, old.path);
  return old;
end $$;
create function private.trace_deleted_image() returns trigger language plpgsql security definer set search_path = '' as $$
begin
  perform private.note_deleted_file(old.brand_id, old.path);
  perform private.note_deleted_file(old.brand_id, old.thumbnail_path);
  return old;
end $$;
create function private.trace_deleted_dataset() returns trigger language plpgsql security definer set search_path = '' as $$
begin
  perform private.note_deleted_file(old.brand_id, old.archive_path);
  return old;
end $$;
create function private.trace_deleted_job() returns trigger language plpgsql security definer set search_path = '' as $$
begin
  perform private.note_deleted_file(old.brand_id, sample) from unnest(old.sample_images_urls) as sample;
  return old;
end $$;
comment on function private.trace_deleted_asset is 'Marks models that were trained on a picture, drops archives that hold it, has its files removed.';
comment on function private.trace_deleted_file is 'Has the one file of a deleted row removed: a model''s weights, a document.';
comment on function private.trace_deleted_image is 'Has a deleted picture''s files removed.';
comment on function private.trace_deleted_dataset is 'Has a deleted dataset''s archive removed.';
comment on function private.trace_deleted_job is 'Has a deleted job''s samples removed.';
create trigger trace_deleted before delete on public.brand_assets for each row execute function private.trace_deleted_asset();
create trigger trace_deleted before delete on public.brand_models for each row execute function private.trace_deleted_file();
create trigger trace_deleted before delete on public.generation_images for each row execute function private.trace_deleted_image();
create trigger trace_deleted before delete on public.brand_documents for each row execute function private.trace_deleted_file();
create trigger trace_deleted before delete on public.training_datasets for each row execute function private.trace_deleted_dataset();
create trigger trace_deleted before delete on public.lora_training_jobs for each row execute function private.trace_deleted_job();

create table private.person_deletions (
  user_id      uuid primary key,
  requested_at timestamptz not null default now()
);
comment on table private.person_deletions is 'People who asked to be deleted and whose account is still to go.';
alter table private.person_deletions enable row level security;

create function public.delete_my_data() returns jsonb
language plpgsql security definer set search_path = '' as $$
declare
  me uuid := (select auth.uid());
  removed jsonb := '{}';
  amount integer;
begin
  if me is null then
    raise insufficient_privilege using message = 'Sign in to delete your data.';
  end if;
  -- What runs is stopped and hidden; the engine deletes it when it has ended.
  update public.lora_training_jobs set cancel_requested_at = now(), deleted_at = now()
  where user_id = me and visibility = 'owner' and status not in ('completed', 'failed', 'cancelled');
  update public.generations set cancel_requested_at = now()
  where user_id = me and visibility = 'owner' and status not in ('completed', 'failed', 'cancelled');

  delete from public.generations where user_id = me and visibility = 'owner' and status in ('completed', 'failed', 'cancelled');
  get diagnostics amount = row_count;
  removed := removed || jsonb_build_object('generations', amount);
  delete from public.brand_models where user_id = me and visibility = 'owner';
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
  return removed;
end $$;
comment on function public.delete_my_data is
  'Deletes what is private to the caller and their memberships, and asks for the account to go; says how much of what.';
revoke all on function public.delete_my_data from public, anon, service_role;
grant execute on function public.delete_my_data to authenticated;

create function public.delete_brand(brand_id text) returns void
language plpgsql security definer set search_path = '' as $$
declare
  running integer;
begin
  perform from public.brands where id = delete_brand.brand_id for update;
  if not found then
    raise sqlstate 'PT404' using message = format('There is no brand %s.', delete_brand.brand_id);
  end if;
  select count(*) into running from public.lora_training_jobs as job
  where job.brand_id = delete_brand.brand_id and job.status in ('uploading', 'queued', 'training', 'saving');
  if running > 0 then
    raise sqlstate 'PT409' using
      message = format('%s trainings of this brand still run.', running),
      hint = 'Cancel them and wait until they have ended: a provider would go on charging for them.';
  end if;

  insert into public.deleted_files (brand_id, bucket_id, name)
  select delete_brand.brand_id, file.bucket_id, file.name from storage.objects as file
  where file.bucket_id in ('training-data', 'models', 'generated-content', 'brand-documents', 'archives')
    and starts_with(file.name, delete_brand.brand_id || '/')
  on conflict do nothing;
  delete from public.generations as row where row.brand_id = delete_brand.brand_id;
  delete from public.brand_models as row where row.brand_id = delete_brand.brand_id;
  delete from public.provider_attempts as row where row.brand_id = delete_brand.brand_id;
  delete from public.webhook_capabilities as row where row.brand_id = delete_brand.brand_id;
  delete from public.lora_training_jobs as row where row.brand_id = delete_brand.brand_id;
  delete from public.training_datasets as row where row.brand_id = delete_brand.brand_id;
  delete from public.brand_assets as row where row.brand_id = delete_brand.brand_id;
  delete from public.brand_documents as row where row.brand_id = delete_brand.brand_id;
  delete from public.brand_invitations as row where row.brand_id = delete_brand.brand_id;
  delete from public.brands where id = delete_brand.brand_id;
end $$;
comment on function public.delete_brand is 'Deletes a brand and all that is in it; its files are noted for the engine. Only for the operator.';
revoke all on function public.delete_brand from public, anon, authenticated;
grant execute on function public.delete_brand to service_role;

revoke all on function private.note_deleted_file, private.trace_deleted_asset, private.trace_deleted_file,
  private.trace_deleted_image, private.trace_deleted_dataset, private.trace_deleted_job from public;
