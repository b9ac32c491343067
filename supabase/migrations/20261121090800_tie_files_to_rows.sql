-- What a file's row says about it, for the policies of storage.
--
-- A picture is its uploader's to delete until a training has used it: the file as well as the row.

create function private.is_file_used(name text) returns boolean
language sql stable security definer set search_path = '' as $$
  select exists (
    select from public.brand_assets as asset
    join public.lora_training_job_assets as used on used.brand_id = asset.brand_id and used.asset_id = asset.id
    where asset.brand_id = split_part(is_file_used.name, '/', 1)
      and asset.file_url = 'training-data/' || is_file_used.name
  )
$$;
comment on function private.is_file_used is 'Whether a job has used the picture in this file of training-data.';
revoke all on function private.is_file_used from public;
grant execute on function private.is_file_used to authenticated;

drop policy "Admins remove files, and people their own pictures" on storage.objects;
create policy "Admins remove files, and people pictures of their own that no job has used" on storage.objects
  for delete to authenticated using (
    bucket_id = any ('{training-data,models,generated-content,brand-documents}')
    and private.is_open_key(name, (select auth.uid()))
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
