-- What a member, a vendor or a trainer that means harm could do beside the front door.

-- A row could name a file that no code of ours would touch, and so stop whoever works through a brand's rows.
create or replace function private.is_own_path(path text, bucket text, brand_id text, user_id uuid, visibility text) returns boolean
language sql immutable set search_path = '' as $$
  select starts_with(path, bucket || '/' || brand_id || '/')
     and path !~ '(^|/)(\.\.?)?(/|$)'
     and path ~ '^[A-Za-z0-9_!.*''() &$@=;:+,?/-]+$' and char_length(path) <= 540
     and case visibility
           -- An owner who is gone leaves rows that nobody sees until they are cleared away; what still comes of their work
           -- never lies where the whole brand looks.
           when 'owner' then case when user_id is null
             then split_part(path, '/', 3) ~ '^[0-9a-fA-F]{8}(-[0-9a-fA-F]{4}){3}-[0-9a-fA-F]{12}$'
             else starts_with(path, bucket || '/' || brand_id || '/' || user_id::text || '/') end
           else split_part(path, '/', 3) !~ '^[0-9a-fA-F]{8}(-[0-9a-fA-F]{4}){3}-[0-9a-fA-F]{12}$'
         end
$$;

-- Thumbnails are the system's: a picture that lay there would be taken for one, and a row that named one would take it along
-- when it is deleted.
alter table public.brand_assets add check (file_url !~ '/thumbnails/');
drop policy "Members add pictures and documents" on storage.objects;
create policy "Members add pictures and documents" on storage.objects
  for insert to authenticated with check (
    bucket_id = any ('{training-data,brand-documents}')
    and split_part(name, '/', 1) = any (array(select private.my_brand_ids('member')))
    and private.is_plain_key(name)
    and private.is_open_key(name, (select auth.uid()))
    and not (bucket_id = 'training-data' and name ~ '/thumbnails/')
    -- Not by copying, which would carry a file from one brand into another and past the limits of its bucket; and not by
    -- signing, for whoever redeems a signed upload is asked nothing, also when they have left the brand since.
    and storage.allow_any_operation(array[
      'object.upload', 'tus.upload.create', 'tus.upload.part', 'tus.upload.get'
    ])
  );

-- One brand with many pictures waits beside the others, not before them.
create or replace function private.due_pictures(most integer default 100) returns table (brand_id text, asset_id uuid)
language sql stable security definer set search_path = '' as $$
  select waiting.brand_id, waiting.id
  from (
    select asset.brand_id, asset.id, asset.created_at,
           row_number() over (partition by asset.brand_id order by asset.created_at) as turn
    from public.brand_assets as asset where asset.status = 'received'
  ) as waiting
  order by waiting.turn, waiting.created_at limit most
$$;

-- A run belongs to one brand. A vendor's answer, or a lock that a trainer wrote, may name another's; whoever followed it
-- would cancel what is not theirs.
-- What we note of a run may carry an endpoint before the vendor's own id, and a time behind it.
create index lora_training_jobs_run_idx on public.lora_training_jobs
  (regexp_replace(regexp_replace(provider_job_id, '^.*/', ''), '@.*$', '')) where provider_job_id is not null;
create index provider_attempts_run_idx on public.provider_attempts
  (regexp_replace(regexp_replace(provider_job_id, '^.*/', ''), '@.*$', '')) where provider_job_id is not null;

create function private.refuse_foreign_run() returns trigger language plpgsql security definer set search_path = '' as $$
declare
  run text := regexp_replace(regexp_replace(new.provider_job_id, '^.*/', ''), '@.*$', '');
begin
  if exists (select from public.lora_training_jobs as job
             where regexp_replace(regexp_replace(job.provider_job_id, '^.*/', ''), '@.*$', '') = run
               and job.provider = new.provider and job.brand_id <> new.brand_id)
     or exists (select from public.provider_attempts as attempt
                where regexp_replace(regexp_replace(attempt.provider_job_id, '^.*/', ''), '@.*$', '') = run
                  and attempt.provider = new.provider and attempt.brand_id <> new.brand_id) then
    raise sqlstate 'PT409' using message = 'This run is not one of this brand.';
  end if;
  return new;
end $$;
comment on function private.refuse_foreign_run is 'Holds a run to the brand that first noted it.';
revoke all on function private.refuse_foreign_run from public;
create trigger refuse_foreign_run before insert or update of provider_job_id on public.provider_attempts
  for each row when (new.provider_job_id is not null) execute function private.refuse_foreign_run();
create trigger refuse_foreign_run before update of provider_job_id on public.lora_training_jobs
  for each row when (new.provider_job_id is not null and new.provider_job_id is distinct from old.provider_job_id)
  execute function private.refuse_foreign_run();

-- A doorbell is one provider's: whoever signs is checked by that provider's secret. And however often it is rung, the
-- provider is asked every two seconds at most.
drop function public.ring_doorbell(text);
create function public.ring_doorbell(capability text, provider text) returns void
language plpgsql security definer set search_path = '' as $$
declare
  rung public.webhook_capabilities;
begin
  select * into rung from public.webhook_capabilities as capability_row
  where token_hash = encode(sha256(convert_to(capability, 'UTF8')), 'hex') and expires_at > now()
    and capability_row.provider = ring_doorbell.provider;
  -- Whether it was a real one is not for the caller to learn.
  if not found then
    return;
  end if;
  update public.lora_training_jobs as job
  set due_at = least(job.due_at, greatest(now(), job.last_signal_at + interval '2 seconds'))
  where job.brand_id = rung.brand_id and job.id = rung.job_id and job.status <> 'completed' and job.status <> 'cancelled';
  update public.generations as generation
  set due_at = least(generation.due_at, greatest(now(), generation.last_signal_at + interval '2 seconds'))
  where generation.brand_id = rung.brand_id and generation.id = rung.generation_id
    and generation.status <> 'completed' and generation.status <> 'cancelled';
  perform pg_notify('act_work', coalesce(rung.job_id, rung.generation_id)::text);
end $$;
comment on function public.ring_doorbell is
  'A provider''s webhook: makes the engine ask the provider for the truth. Knowing the capability is the right to ring.';
revoke all on function public.ring_doorbell from public, service_role;
grant execute on function public.ring_doorbell to anon, authenticated;
