-- A file is written before its row, so whoever is stopped in between leaves a file that no row knows. The engine has them
-- removed once they are old enough that nobody can be about to write the row.

create function private.is_known_file(brand_id text, path text) returns boolean
language sql stable security definer set search_path = '' as $$
  select exists (select from public.brand_assets as asset
                 where asset.brand_id = is_known_file.brand_id and path in (asset.file_url, asset.thumbnail_url))
      or exists (select from public.brand_models as model
                 where model.brand_id = is_known_file.brand_id
                   and (model.path = is_known_file.path
                        -- The list of models lies beside them.
                        or is_known_file.path = regexp_replace(model.path, '[^/]+$', 'metadata.json')))
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
comment on function private.is_known_file is 'Whether a row of this brand names this file.';
revoke all on function private.is_known_file from public;

create function public.note_stray_files(older_than interval default '1 day') returns integer
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
  select brand, file.bucket_id, file.name from storage.objects as file
  where file.bucket_id = any ('{training-data,models,generated-content,brand-documents,archives}')
    and starts_with(file.name, brand || '/')
    and file.created_at < now() - older_than
    and not private.is_known_file(brand, file.bucket_id || '/' || file.name)
  limit 1000
  on conflict do nothing;
  get diagnostics noted = row_count;
  return noted;
end $$;
comment on function public.note_stray_files is 'Notes old files of the system''s brand that no row knows, for removal; says how many.';
revoke all on function public.note_stray_files from public, anon, authenticated, service_role;
grant execute on function public.note_stray_files to act_system;
