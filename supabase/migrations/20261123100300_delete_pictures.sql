-- Deleting pictures, and saying what it does: which models were trained on them, which archives and files go.
--
-- A model finds its pictures through what it was trained on, and not through its training, which may be deleted before.

alter table public.brand_models add column dataset_id uuid;
comment on column public.brand_models.dataset_id is 'What exactly it was trained on; outlives the training.';
update public.brand_models as model set dataset_id = job.dataset_id
from public.lora_training_jobs as job where job.brand_id = model.brand_id and job.id = model.job_id;
alter table public.brand_models
  add foreign key (brand_id, dataset_id) references public.training_datasets (brand_id, id) on delete set null (dataset_id);
-- Only of models that have one: where none had, it would be the smallest index that begins with the brand, and the planner
-- would read all models of a brand through it instead of walking to the newest.
create index brand_models_dataset_idx on public.brand_models (brand_id, dataset_id) where dataset_id is not null;

create function private.note_dataset_of_model() returns trigger language plpgsql security definer set search_path = '' as $$
begin
  select job.dataset_id into new.dataset_id from public.lora_training_jobs as job
  where job.brand_id = new.brand_id and job.id = new.job_id;
  return new;
end $$;
comment on function private.note_dataset_of_model is 'Keeps what a model was trained on beside it.';
revoke all on function private.note_dataset_of_model from public;
create trigger note_dataset before insert on public.brand_models
  for each row when (new.job_id is not null) execute function private.note_dataset_of_model();

create or replace function private.trace_deleted_asset() returns trigger language plpgsql security definer set search_path = '' as $$
begin
  update public.brand_models as model set sources_deleted_at = coalesce(model.sources_deleted_at, now())
  from public.lora_training_job_assets as used
  where used.brand_id = old.brand_id and used.asset_id = old.id and model.brand_id = used.brand_id and model.job_id = used.job_id;
  update public.brand_models as model set sources_deleted_at = now()
  from public.training_datasets as dataset
  where dataset.brand_id = old.brand_id and dataset.items @> jsonb_build_array(jsonb_build_object('asset_id', old.id))
    and model.brand_id = dataset.brand_id and model.dataset_id = dataset.id and model.sources_deleted_at is null;

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

create function public.delete_assets(brand_id text, asset_ids uuid[]) returns jsonb
language plpgsql security invoker set search_path = '' as $$
declare
  marked   uuid[];
  archived uuid[];
  removed  jsonb;
begin
  -- With the caller's own rights, so that policies decide what goes and what is told.
  select array_agg(model.id) into marked from public.brand_models as model
  where model.brand_id = delete_assets.brand_id and (
    exists (select from public.lora_training_job_assets as used
            where used.brand_id = model.brand_id and used.job_id = model.job_id and used.asset_id = any (asset_ids))
    or exists (select from public.training_datasets as dataset, unnest(asset_ids) as listed (id)
               where dataset.brand_id = model.brand_id and dataset.id = model.dataset_id
                 and dataset.items @> jsonb_build_array(jsonb_build_object('asset_id', listed.id))));
  select array_agg(dataset.id) into archived from public.training_datasets as dataset
  where dataset.brand_id = delete_assets.brand_id and dataset.archive_path is not null
    and exists (select from unnest(asset_ids) as listed (id)
                where dataset.items @> jsonb_build_array(jsonb_build_object('asset_id', listed.id)));

  with gone as (
    delete from public.brand_assets as asset
    where asset.brand_id = delete_assets.brand_id and asset.id = any (asset_ids)
    returning asset.id, asset.thumbnail_url
  )
  select jsonb_build_object('deleted', coalesce(jsonb_agg(gone.id), '[]'), 'files', count(gone.id) + count(gone.thumbnail_url))
  into removed from gone;
  return removed || jsonb_build_object(
    'models', (select coalesce(jsonb_agg(jsonb_build_object('id', model.id, 'slug', model.slug) order by model.slug), '[]')
               from public.brand_models as model
               where model.brand_id = delete_assets.brand_id and model.id = any (marked) and model.sources_deleted_at is not null),
    'archives', (select count(*) from public.training_datasets as dataset
                 where dataset.brand_id = delete_assets.brand_id and dataset.id = any (archived) and dataset.archive_path is null));
end $$;
comment on function public.delete_assets is
  'Deletes those of these pictures that the caller may delete, and says which models were trained on them and what goes along.';
revoke all on function public.delete_assets from public, anon, authenticated, service_role;
grant execute on function public.delete_assets to authenticated, act_system;
