-- Deletion reaches the providers: what lies there of a model, a training or a brand that is gone is noted, and the engine
-- removes it.
--
-- Like deleted_files, a line outlives its brand. Where a provider refuses for good, the line stays with the reason, so
-- that an operator sees what is left and where.
--
-- Read and written by: the system. Filled by the triggers here.

create table public.provider_leftovers (
  id               uuid primary key default gen_random_uuid(),
  brand_id         text not null,
  provider         text not null check (provider in ('replicate', 'runpod')),
  provider_job_id  text,
  provider_model   text,
  provider_version text,
  attempts         integer not null default 0,
  due_at           timestamptz default now(),
  error_code       text check (char_length(error_code) <= 80),
  error_message    text check (char_length(error_message) <= 1000),
  created_at       timestamptz not null default now(),
  unique nulls not distinct (brand_id, provider, provider_job_id, provider_model, provider_version)
);
comment on table public.provider_leftovers is 'What providers still keep of things that were deleted here. Outlives its brand.';
comment on column public.provider_leftovers.provider_job_id is
  'The run whose outcome is to go, where its version was never noted; without run and version the brand''s whole place there is.';
comment on column public.provider_leftovers.due_at is 'When to try next; null once the provider refused for good.';
alter table public.provider_leftovers enable row level security;
revoke all on public.provider_leftovers from anon, authenticated, service_role;
grant select, delete, update (attempts, due_at, error_code, error_message) on public.provider_leftovers to act_system;
create trigger keep_brand before update on public.provider_leftovers for each row execute function private.keep_brand();
create policy "The system reads what is to be forgotten" on public.provider_leftovers
  for select to act_system using (brand_id = (select private.system_brand_id()));
create policy "The system notes why something is still there" on public.provider_leftovers
  for update to act_system
  using (brand_id = (select private.system_brand_id()))
  with check (brand_id = (select private.system_brand_id()));
create policy "The system takes off its list what is forgotten" on public.provider_leftovers
  for delete to act_system using (brand_id = (select private.system_brand_id()));

create function private.leave_with_model() returns trigger language plpgsql security definer set search_path = '' as $$
begin
  insert into public.provider_leftovers (brand_id, provider, provider_model, provider_version)
  values (old.brand_id, old.provider, old.provider_model, old.provider_version)
  on conflict do nothing;
  return old;
end $$;
comment on function private.leave_with_model is 'Has the provider forget the version of a deleted model.';
create trigger leave_leftover before delete on public.brand_models
  for each row when (old.provider is not null and old.provider_version is not null) execute function private.leave_with_model();

create function private.leave_with_job() returns trigger language plpgsql security definer set search_path = '' as $$
begin
  -- The model that came of it may be painted with where it was trained, and is forgotten when it is deleted itself.
  if not exists (select from public.brand_models as model where model.brand_id = old.brand_id and model.job_id = old.id) then
    insert into public.provider_leftovers (brand_id, provider, provider_job_id)
    select old.brand_id, run.provider, run.provider_job_id
    from (
      select old.provider, old.provider_job_id
      union
      select attempt.provider, attempt.provider_job_id from public.provider_attempts as attempt
      where attempt.brand_id = old.brand_id and attempt.job_id = old.id
    ) as run (provider, provider_job_id)
    where run.provider is not null and run.provider_job_id is not null
      -- One that was tried again may have taken the run over: it goes with the last that follows it.
      and not exists (select from public.lora_training_jobs as job where job.brand_id = old.brand_id and job.id <> old.id
                      and job.provider = run.provider and job.provider_job_id = run.provider_job_id)
    on conflict do nothing;
  end if;
  return old;
end $$;
comment on function private.leave_with_job is 'Has the provider forget what came of a deleted training, unless a model of ours did, or another training follows its run.';
create trigger leave_leftover before delete on public.lora_training_jobs
  for each row execute function private.leave_with_job();

create function private.leave_with_brand() returns trigger language plpgsql security definer set search_path = '' as $$
begin
  -- Only Replicate keeps a place for each brand.
  insert into public.provider_leftovers (brand_id, provider) values (old.id, 'replicate') on conflict do nothing;
  return old;
end $$;
comment on function private.leave_with_brand is 'Has the provider forget the place of a deleted brand.';
create trigger leave_leftover before delete on public.brands for each row execute function private.leave_with_brand();

revoke all on function private.leave_with_model, private.leave_with_job, private.leave_with_brand from public;
