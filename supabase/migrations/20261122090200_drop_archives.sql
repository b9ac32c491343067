-- The zip that trainers fetch lives as long as a job needs it.

create function public.drop_archive(dataset_id uuid) returns boolean
language plpgsql security definer set search_path = '' as $$
declare
  dropped public.training_datasets;
begin
  -- Whoever begins a job with this dataset comes before or after: the row is locked.
  select * into dropped from public.training_datasets as dataset
  where dataset.id = drop_archive.dataset_id and dataset.brand_id = (select private.system_brand_id())
    and dataset.archive_path is not null
  for update;
  if not found or exists (
    select from public.lora_training_jobs as job
    where job.brand_id = dropped.brand_id
      and ((job.dataset_id = dropped.id and job.status in ('pending', 'uploading', 'queued', 'training'))
        -- It may be about to say that this dataset is its own.
        or (job.dataset_id is null and job.status = 'uploading'))
  ) then
    return false;
  end if;
  perform private.note_deleted_file(dropped.brand_id, dropped.archive_path);
  update public.training_datasets as dataset set archive_path = null where dataset.id = dropped.id;
  return true;
end $$;
comment on function public.drop_archive is 'Has a dataset''s archive removed unless a job still needs it; false where one does, or there is none.';
revoke all on function public.drop_archive from public, anon, authenticated, service_role;
grant execute on function public.drop_archive to act_system;
