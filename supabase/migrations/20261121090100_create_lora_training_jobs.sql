-- Trainings: what a person asked for, the pictures it uses, and what happened to it.
--
-- A person sends a wish (name, pictures, configuration); everything else in a job is the system's, and changes only
-- through the functions of the next migrations. Every child refers to its parent by (brand_id, id): policies can be
-- bypassed by a privileged connection, keys cannot.
--
-- Read by: members. Written by: members (the wish), its owner and admins (name, description, cancel, delete), the system.

create table public.training_datasets (
  id           uuid primary key default gen_random_uuid(),
  brand_id     text not null references public.brands (id),
  user_id      uuid references auth.users (id) on delete set null,
  visibility   text not null check (visibility in ('brand', 'owner')),
  root_hash    text not null check (root_hash ~ '^[0-9a-f]{64}$'),
  items        jsonb not null check (jsonb_typeof(items) = 'array'),
  image_count  integer not null check (image_count > 0),
  size_bytes   bigint check (size_bytes >= 0),
  archive_path text,
  created_at   timestamptz not null default now(),
  unique (brand_id, id),
  unique (brand_id, root_hash),
  check (archive_path is null or archive_path = 'archives/' || brand_id || '/' || root_hash || '.zip')
);
comment on table public.training_datasets is 'What exactly a job trained on; never changed, so that the same pictures are never zipped twice.';
comment on column public.training_datasets.items is 'In order: asset id, caption and hash of each picture.';
comment on column public.training_datasets.archive_path is 'The zip that trainers fetch, while it exists.';
create index training_datasets_user_idx on public.training_datasets (user_id);

create table public.lora_training_jobs (
  id                   uuid primary key default gen_random_uuid(),
  brand_id             text not null references public.brands (id),
  user_id              uuid default auth.uid() references auth.users (id) on delete set null,
  visibility           text not null default 'owner' check (visibility in ('brand', 'owner')),

  -- The wish
  name                 text not null check (char_length(name) between 1 and 120),
  description          text check (char_length(description) <= 2000),
  model_type           text not null check (model_type in ('flux', 'sdxl', 'sd15')),
  subject_kind         text not null default 'style' check (subject_kind in ('style', 'character', 'product', 'person')),
  trigger_word         text check (trigger_word ~ '^[A-Za-z0-9_\[\]-]{2,64}$'),
  training_config      jsonb not null default '{}' check (jsonb_typeof(training_config) = 'object' and pg_column_size(training_config) <= 8192),
  training_asset_ids   uuid[] not null check (cardinality(training_asset_ids) between 1 and 1000),
  metadata             jsonb not null default '{}' check (jsonb_typeof(metadata) = 'object' and pg_column_size(metadata) <= 8192),
  idempotency_key      text check (char_length(idempotency_key) between 1 and 200),
  readiness_override   boolean not null default false,
  retry_of             uuid,

  -- Where it stands
  status               text not null default 'pending' check (status in
                         ('pending', 'uploading', 'queued', 'training', 'saving', 'completed', 'failed', 'cancelled')),
  stage                text check (char_length(stage) <= 120),
  progress             integer not null default 0 check (progress between 0 and 100),
  cancel_requested_at  timestamptz,
  error_code           text,
  error_message        text,
  attempt              integer not null default 1,

  -- Who works on it, and until when
  due_at               timestamptz default now(),
  fence                bigint not null default 0,
  lease_owner          text,
  lease_expires_at     timestamptz,
  deadline_at          timestamptz,
  last_signal_at       timestamptz,

  -- With whom, and what came of it
  provider             text check (provider in ('replicate', 'runpod')),
  provider_job_id      text,
  trainer_version      text,
  dataset_id           uuid,
  estimated_completion timestamptz,
  estimated_cost_usd   numeric(12, 4) check (estimated_cost_usd >= 0),
  gpu_seconds          numeric(12, 1) check (gpu_seconds >= 0),
  cost_usd             numeric(12, 4) check (cost_usd >= 0),
  model_url            text,
  sample_images_urls   text[] not null default '{}',

  created_at           timestamptz not null default now(),
  started_at           timestamptz,
  completed_at         timestamptz,
  deleted_at           timestamptz,

  unique (brand_id, id),
  unique (brand_id, user_id, idempotency_key),
  foreign key (brand_id, retry_of) references public.lora_training_jobs (brand_id, id) on delete set null (retry_of),
  foreign key (brand_id, dataset_id) references public.training_datasets (brand_id, id),
  check (model_url is null or private.is_own_path(model_url, 'models', brand_id, user_id, visibility)),
  check (private.are_own_paths(sample_images_urls, 'generated-content', brand_id, user_id, visibility)),
  check (status <> 'failed' or error_code is not null)
);
comment on table public.lora_training_jobs is 'One training each. Members send the wish; state, provider, cost and result are the system''s.';
comment on column public.lora_training_jobs.training_asset_ids is 'As people send it; mirrored into lora_training_job_assets, whose keys hold it to the brand.';
comment on column public.lora_training_jobs.readiness_override is 'The person was told that the pictures need attention, and went on.';
comment on column public.lora_training_jobs.due_at is 'When the engine must look at it next; null when nothing is left to do.';
comment on column public.lora_training_jobs.fence is 'Grows with every lease, so that a stalled worker cannot overwrite its successor.';
comment on column public.lora_training_jobs.provider_job_id is 'The vendor''s own id.';

create index lora_training_jobs_newest_idx on public.lora_training_jobs (brand_id, created_at desc, id desc);
create index lora_training_jobs_open_idx on public.lora_training_jobs (brand_id, status)
  where status in ('pending', 'uploading', 'queued', 'training', 'saving');
create index lora_training_jobs_due_idx on public.lora_training_jobs (due_at) where due_at is not null;
create index lora_training_jobs_user_idx on public.lora_training_jobs (user_id);
create index lora_training_jobs_retry_idx on public.lora_training_jobs (brand_id, retry_of);
create index lora_training_jobs_dataset_idx on public.lora_training_jobs (brand_id, dataset_id);

create table public.lora_training_job_assets (
  brand_id   text not null,
  job_id     uuid not null,
  asset_id   uuid not null,
  position   integer not null,
  user_id    uuid references auth.users (id) on delete set null,
  visibility text not null default 'owner' check (visibility in ('brand', 'owner')),
  primary key (brand_id, job_id, asset_id),
  foreign key (brand_id, job_id) references public.lora_training_jobs (brand_id, id) on delete cascade,
  foreign key (brand_id, asset_id) references public.brand_assets (brand_id, id) on delete cascade
);
comment on table public.lora_training_job_assets is 'Which pictures a job uses; both keys carry the brand, so that no picture of another one can be named.';
create index lora_training_job_assets_asset_idx on public.lora_training_job_assets (brand_id, asset_id);
create index lora_training_job_assets_user_idx on public.lora_training_job_assets (user_id);

create table public.training_events (
  id         bigint generated always as identity primary key,
  brand_id   text not null,
  job_id     uuid not null,
  user_id    uuid references auth.users (id) on delete set null,
  visibility text not null default 'owner' check (visibility in ('brand', 'owner')),
  kind       text not null check (kind in ('state', 'stage', 'log', 'sample', 'signal')),
  status     text,
  stage      text,
  progress   integer check (progress between 0 and 100),
  message    text check (char_length(message) <= 20000),
  path       text,
  created_at timestamptz not null default now(),
  foreign key (brand_id, job_id) references public.lora_training_jobs (brand_id, id) on delete cascade,
  check (path is null or private.is_own_path(path, 'generated-content', brand_id, user_id, visibility))
);
comment on table public.training_events is 'What happened to a job, in order; only ever added to.';
create index training_events_job_idx on public.training_events (brand_id, job_id, id);
create index training_events_user_idx on public.training_events (user_id);

create table public.training_metrics (
  brand_id      text not null,
  job_id        uuid not null,
  step          integer not null check (step >= 0),
  loss          double precision,
  learning_rate double precision,
  user_id       uuid references auth.users (id) on delete set null,
  visibility    text not null default 'owner' check (visibility in ('brand', 'owner')),
  created_at    timestamptz not null default now(),
  primary key (brand_id, job_id, step),
  foreign key (brand_id, job_id) references public.lora_training_jobs (brand_id, id) on delete cascade
);
comment on table public.training_metrics is 'The loss curve of a job, as its trainer reports it.';
create index training_metrics_user_idx on public.training_metrics (user_id);

create function private.follow_job() returns trigger language plpgsql security definer set search_path = '' as $$
begin
  select job.user_id, job.visibility into new.user_id, new.visibility
  from public.lora_training_jobs as job where job.brand_id = new.brand_id and job.id = new.job_id;
  return new;
end $$;
comment on function private.follow_job is 'What belongs to a job is seen by whoever sees the job.';
revoke all on function private.follow_job from public;
create trigger follow_job before insert on public.lora_training_job_assets for each row execute function private.follow_job();
create trigger follow_job before insert on public.training_events for each row execute function private.follow_job();
create trigger follow_job before insert on public.training_metrics for each row execute function private.follow_job();
create trigger keep_brand before update on public.training_datasets for each row execute function private.keep_brand();
create trigger keep_brand before update on public.lora_training_jobs for each row execute function private.keep_brand();
create trigger keep_brand before update on public.lora_training_job_assets for each row execute function private.keep_brand();
create trigger keep_brand before update on public.training_events for each row execute function private.keep_brand();
create trigger keep_brand before update on public.training_metrics for each row execute function private.keep_brand();
create trigger stamp_visibility before insert on public.lora_training_jobs for each row execute function private.stamp_visibility();

create table public.provider_attempts (
  id              uuid primary key default gen_random_uuid(),
  brand_id        text not null references public.brands (id),
  job_id          uuid,
  generation_id   uuid,
  attempt         integer not null check (attempt > 0),
  provider        text not null check (provider in ('replicate', 'runpod')),
  outcome         text not null default 'intended' check (outcome in ('intended', 'accepted', 'refused', 'unknown')),
  provider_job_id text,
  error_code      text,
  created_at      timestamptz not null default now(),
  decided_at      timestamptz,
  check ((job_id is null) <> (generation_id is null)),
  unique (brand_id, job_id, attempt),
  unique (brand_id, generation_id, attempt),
  foreign key (brand_id, job_id) references public.lora_training_jobs (brand_id, id) on delete cascade
);
comment on table public.provider_attempts is
  'Each paid request is noted before it is sent. What became of an unknown one is found out, it is never sent again.';

create table public.webhook_capabilities (
  token_hash    text primary key check (token_hash ~ '^[0-9a-f]{64}$'),
  brand_id      text not null references public.brands (id),
  job_id        uuid,
  generation_id uuid,
  provider      text not null check (provider in ('replicate', 'runpod')),
  expires_at    timestamptz not null,
  created_at    timestamptz not null default now(),
  check ((job_id is null) <> (generation_id is null)),
  foreign key (brand_id, job_id) references public.lora_training_jobs (brand_id, id) on delete cascade
);
comment on table public.webhook_capabilities is 'Whoever knows the token behind a hash may ring for that one job, and do nothing else.';
create index webhook_capabilities_job_idx on public.webhook_capabilities (brand_id, job_id);

create trigger keep_brand before update on public.provider_attempts for each row execute function private.keep_brand();
create trigger keep_brand before update on public.webhook_capabilities for each row execute function private.keep_brand();

-- Who may do what -----------------------------------------------------------------------------------------------------

alter table public.training_datasets enable row level security;
alter table public.lora_training_jobs enable row level security;
alter table public.lora_training_job_assets enable row level security;
alter table public.training_events enable row level security;
alter table public.training_metrics enable row level security;
alter table public.provider_attempts enable row level security;
alter table public.webhook_capabilities enable row level security;

grant select on public.training_datasets, public.lora_training_jobs, public.lora_training_job_assets,
                public.training_events, public.training_metrics to authenticated, act_system;

grant insert (brand_id, name, description, model_type, subject_kind, trigger_word, training_config,
              training_asset_ids, metadata, idempotency_key, readiness_override, retry_of)
  on public.lora_training_jobs to authenticated;
grant update (name, description, cancel_requested_at, deleted_at) on public.lora_training_jobs to authenticated;
grant delete on public.lora_training_jobs to authenticated;
grant insert on public.training_datasets, public.training_events,
                public.training_metrics to act_system;
grant update (archive_path) on public.training_datasets to act_system;
grant select, insert on public.provider_attempts to act_system;
grant update (outcome, provider_job_id, error_code, decided_at) on public.provider_attempts to act_system;
grant insert, select (brand_id, job_id, generation_id, provider, expires_at), delete on public.webhook_capabilities to act_system;

create policy "Members read their brand's datasets" on public.training_datasets
  for select to authenticated using (
    brand_id = any (array(select private.my_brand_ids()))
    and (visibility = 'brand' or user_id = (select auth.uid()))
  );
create policy "Members read their brand's jobs" on public.lora_training_jobs
  for select to authenticated using (
    brand_id = any (array(select private.my_brand_ids()))
    and (visibility = 'brand' or user_id = (select auth.uid()))
  );
create policy "Members ask for trainings in their own name" on public.lora_training_jobs
  for insert to authenticated with check (
    brand_id = any (array(select private.my_brand_ids('member')))
    and user_id = (select auth.uid())
  );
create policy "Its owner and admins change a job" on public.lora_training_jobs
  for update to authenticated
  using (
    (user_id = (select auth.uid()) and brand_id = any (array(select private.my_brand_ids('member'))))
    or (visibility = 'brand' and brand_id = any (array(select private.my_brand_ids('admin'))))
  )
  with check (
    (user_id = (select auth.uid()) and brand_id = any (array(select private.my_brand_ids('member'))))
    or (visibility = 'brand' and brand_id = any (array(select private.my_brand_ids('admin'))))
  );
create policy "Admins delete jobs that have ended" on public.lora_training_jobs
  for delete to authenticated using (
    brand_id = any (array(select private.my_brand_ids('admin')))
    and (visibility = 'brand' or user_id = (select auth.uid()))
    and status in ('completed', 'failed', 'cancelled')
  );
create policy "Members read which pictures a job uses" on public.lora_training_job_assets
  for select to authenticated using (
    brand_id = any (array(select private.my_brand_ids()))
    and (visibility = 'brand' or user_id = (select auth.uid()))
  );
create policy "Members read what happened to a job" on public.training_events
  for select to authenticated using (
    brand_id = any (array(select private.my_brand_ids()))
    and (visibility = 'brand' or user_id = (select auth.uid()))
  );
create policy "Members read a job's loss" on public.training_metrics
  for select to authenticated using (
    brand_id = any (array(select private.my_brand_ids()))
    and (visibility = 'brand' or user_id = (select auth.uid()))
  );

create policy "The system reads the brand's datasets" on public.training_datasets
  for select to act_system using (brand_id = (select private.system_brand_id()));
create policy "The system adds datasets" on public.training_datasets
  for insert to act_system with check (brand_id = (select private.system_brand_id()));
create policy "The system notes where an archive lies" on public.training_datasets
  for update to act_system
  using (brand_id = (select private.system_brand_id()))
  with check (brand_id = (select private.system_brand_id()));
create policy "The system reads the brand's jobs" on public.lora_training_jobs
  for select to act_system using (brand_id = (select private.system_brand_id()));
create policy "The system reads which pictures a job uses" on public.lora_training_job_assets
  for select to act_system using (brand_id = (select private.system_brand_id()));
create policy "The system reads what happened to a job" on public.training_events
  for select to act_system using (brand_id = (select private.system_brand_id()));
create policy "The system adds what happened to a job" on public.training_events
  for insert to act_system with check (brand_id = (select private.system_brand_id()));
create policy "The system reads a job's loss" on public.training_metrics
  for select to act_system using (brand_id = (select private.system_brand_id()));
create policy "The system adds a job's loss" on public.training_metrics
  for insert to act_system with check (brand_id = (select private.system_brand_id()));
create policy "The system reads its paid requests" on public.provider_attempts
  for select to act_system using (brand_id = (select private.system_brand_id()));
create policy "The system notes a paid request before sending it" on public.provider_attempts
  for insert to act_system with check (brand_id = (select private.system_brand_id()));
create policy "The system notes what became of a paid request" on public.provider_attempts
  for update to act_system
  using (brand_id = (select private.system_brand_id()))
  with check (brand_id = (select private.system_brand_id()));
create policy "The system hands out doorbells" on public.webhook_capabilities
  for insert to act_system with check (brand_id = (select private.system_brand_id()));
create policy "The system sees which doorbells it handed out" on public.webhook_capabilities
  for select to act_system using (brand_id = (select private.system_brand_id()));
create policy "The system takes doorbells back" on public.webhook_capabilities
  for delete to act_system using (brand_id = (select private.system_brand_id()));

-- A picture that no job has used is still its uploader's to delete.
create function private.is_asset_used(brand_id text, asset_id uuid) returns boolean
language sql stable security definer set search_path = '' as $$
  select exists (
    select from public.lora_training_job_assets as used
    where used.brand_id = is_asset_used.brand_id and used.asset_id = is_asset_used.asset_id
  )
$$;
comment on function private.is_asset_used is 'Whether a job has used this picture.';
revoke all on function private.is_asset_used from public;
grant execute on function private.is_asset_used to authenticated;
create policy "Admins delete pictures, and people those of their own that no job has used" on public.brand_assets
  for delete to authenticated using (
    (visibility = 'brand' and brand_id = any (array(select private.my_brand_ids('admin'))))
    or (
      user_id = (select auth.uid())
      and brand_id = any (array(select private.my_brand_ids('member')))
      and (visibility = 'owner' or not private.is_asset_used(brand_id, id))
    )
  );

