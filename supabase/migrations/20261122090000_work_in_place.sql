-- Work without an engine: a trusted script, as the system of one brand, asks for work and does it itself.
--
-- Until here only people could ask, and only the engine's login could claim. What the system asks for passes the same
-- limits; where a brand's pictures are private it must say whose they are, and that person must be a member.

create function private.is_member(brand_id text, user_id uuid) returns boolean
language sql stable security definer set search_path = '' as $$
  select exists (
    select from public.brand_users as membership
    where membership.brand_id = is_member.brand_id and membership.user_id = is_member.user_id and membership.role <> 'viewer'
  )
$$;
comment on function private.is_member is 'Whether this person may add to this brand.';
revoke all on function private.is_member from public;
grant execute on function private.is_member to act_system;

create or replace function private.require_membership(brand_id text, relation text) returns void
language plpgsql stable security definer set search_path = '' as $$
begin
  -- Triggers run before policies: what they say must not depend on a brand that is not the caller's.
  if ((select auth.uid()) is not null and brand_id not in (select private.my_brand_ids('member')))
     or ((select auth.role()) = 'act_system' and brand_id is distinct from (select private.system_brand_id())) then
    raise insufficient_privilege using message = format('new row violates row-level security policy for table "%s"', relation);
  end if;
end $$;

grant insert (brand_id, user_id, name, asset_type, file_url, is_training_data, training_caption, training_metadata)
  on public.brand_assets to act_system;
grant insert (brand_id, user_id, name, description, model_type, subject_kind, trigger_word, training_config,
              training_asset_ids, metadata, idempotency_key, readiness_override, retry_of)
  on public.lora_training_jobs to act_system;
grant update (cancel_requested_at, deleted_at), delete on public.lora_training_jobs to act_system;
grant insert (brand_id, user_id, model_id, second_model_id, prompt, settings, image_count, idempotency_key)
  on public.generations to act_system;
grant update (cancel_requested_at) on public.generations to act_system;

create policy "The system adds pictures, in the name of a member where they are private" on public.brand_assets
  for insert to act_system with check (
    brand_id = (select private.system_brand_id())
    and case when user_id is null then visibility = 'brand' else private.is_member(brand_id, user_id) end
  );
create policy "The system asks for trainings, in the name of a member where they are private" on public.lora_training_jobs
  for insert to act_system with check (
    brand_id = (select private.system_brand_id())
    and case when user_id is null then visibility = 'brand' else private.is_member(brand_id, user_id) end
  );
create policy "The system cancels, hides and restores jobs" on public.lora_training_jobs
  for update to act_system
  using (brand_id = (select private.system_brand_id()))
  with check (brand_id = (select private.system_brand_id()));
create policy "The system deletes jobs that have ended" on public.lora_training_jobs
  for delete to act_system using (
    brand_id = (select private.system_brand_id()) and status in ('completed', 'failed', 'cancelled')
  );
create policy "The system asks for pictures, in the name of a member where they are private" on public.generations
  for insert to act_system with check (
    brand_id = (select private.system_brand_id())
    and case when user_id is null then visibility = 'brand' else private.is_member(brand_id, user_id) end
  );
create policy "The system cancels generations" on public.generations
  for update to act_system
  using (brand_id = (select private.system_brand_id()))
  with check (brand_id = (select private.system_brand_id()));

create function public.take_lease(work_id uuid, worker text, seconds integer default 60) returns bigint
language plpgsql security definer set search_path = '' as $$
declare
  until timestamptz := now() + make_interval(secs => least(greatest(seconds, 1), 3600));
  taken bigint;
begin
  update public.lora_training_jobs as job
  set lease_owner = worker, lease_expires_at = until, fence = job.fence + 1
  where job.id = take_lease.work_id and job.brand_id = (select private.system_brand_id())
    and coalesce(job.lease_expires_at, now()) <= now()
  returning job.fence into taken;
  if found then
    return taken;
  end if;
  update public.generations as generation
  set lease_owner = worker, lease_expires_at = until, fence = generation.fence + 1
  where generation.id = take_lease.work_id and generation.brand_id = (select private.system_brand_id())
    and coalesce(generation.lease_expires_at, now()) <= now()
  returning generation.fence into taken;
  return taken;
end $$;
comment on function public.take_lease is
  'Claims one training or generation by its id; its new fence, or null while somebody else holds it or it is not this brand''s.';
revoke all on function public.take_lease from public, anon, authenticated, service_role;
grant execute on function public.take_lease to act_system;
