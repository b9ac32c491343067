-- Trained models: named, versioned, and one of them live.
--
-- A version number is taken once and never given out again, whatever is deleted; so a file is never replaced, and
-- rolling back is one row: the alias. Where pictures are private, so are the models, and their numbers count per
-- person, so that nobody learns from a number how many others there are.
--
-- Read by: members. Written by: the system (a new version, the first live alias), admins (retire, alias); the person
-- alone where a model is private.

create table public.brand_models (
  id                 uuid primary key default gen_random_uuid(),
  brand_id           text not null references public.brands (id),
  user_id            uuid references auth.users (id) on delete set null,
  visibility         text not null check (visibility in ('brand', 'owner')),
  owner_scope        text not null default '',
  name               text not null check (name ~ '^[a-z0-9][a-z0-9-]{0,60}$'),
  version            integer not null check (version > 0),
  slug               text not null generated always as (name || '-v' || version) stored,
  base_model         text not null check (base_model in ('flux', 'sdxl', 'sd15')),
  job_id             uuid,
  path               text not null,
  sha256             text not null check (sha256 ~ '^[0-9a-f]{64}$'),
  size_bytes         bigint not null check (size_bytes > 0),
  rank               integer check (rank > 0),
  trigger_word       text,
  provider           text check (provider in ('replicate', 'runpod')),
  provider_model     text,
  provider_version   text,
  status             text not null default 'ready' check (status in ('ready', 'retired')),
  sources_deleted_at timestamptz,
  metadata           jsonb not null default '{}' check (jsonb_typeof(metadata) = 'object'),
  created_at         timestamptz not null default now(),
  unique (brand_id, id),
  unique (brand_id, id, owner_scope, name),
  unique (brand_id, owner_scope, name, version),
  unique (brand_id, path),
  foreign key (brand_id, job_id) references public.lora_training_jobs (brand_id, id) on delete set null (job_id),
  check (private.is_own_path(path, 'models', brand_id, user_id, visibility)),
  check (path ~ ('/' || name || '-v' || version || '\.safetensors$'))
);
comment on table public.brand_models is 'One version of a model each; slug is the public model id, like flux-lora-v1.';
comment on column public.brand_models.owner_scope is 'Empty, or the owner where the model is private: names and numbers are counted apart.';
comment on column public.brand_models.sources_deleted_at is 'When a picture it was trained on was deleted.';
create index brand_models_newest_idx on public.brand_models (brand_id, created_at desc, id desc);
create index brand_models_slug_idx on public.brand_models (brand_id, slug);
create index brand_models_job_idx on public.brand_models (brand_id, job_id);
create index brand_models_user_idx on public.brand_models (user_id);

create table private.model_counters (
  brand_id     text not null references public.brands (id) on delete cascade,
  owner_scope  text not null,
  name         text not null,
  last_version integer not null,
  primary key (brand_id, owner_scope, name)
);
comment on table private.model_counters is 'The last number given out for each name; only ever grows.';

create table public.model_aliases (
  brand_id    text not null,
  owner_scope text not null default '',
  name        text not null,
  alias       text not null check (alias ~ '^[a-z][a-z0-9-]{0,30}$'),
  model_id    uuid not null,
  user_id     uuid references auth.users (id) on delete set null,
  visibility  text not null default 'owner' check (visibility in ('brand', 'owner')),
  updated_at  timestamptz not null default now(),
  primary key (brand_id, owner_scope, name, alias),
  foreign key (brand_id, model_id, owner_scope, name)
    references public.brand_models (brand_id, id, owner_scope, name) on delete cascade
);
comment on table public.model_aliases is 'Which version of a model a word like "live" means.';
create index model_aliases_model_idx on public.model_aliases (brand_id, model_id, owner_scope, name);
create index model_aliases_user_idx on public.model_aliases (user_id);

create trigger keep_brand before update on public.brand_models for each row execute function private.keep_brand();
create trigger keep_brand before update on private.model_counters for each row execute function private.keep_brand();
create trigger keep_brand before update on public.model_aliases for each row execute function private.keep_brand();

alter table public.brand_models enable row level security;
alter table public.model_aliases enable row level security;
alter table private.model_counters enable row level security;
grant select on public.brand_models, public.model_aliases to authenticated, act_system;
grant update (status) on public.brand_models to authenticated;
grant delete on public.brand_models to authenticated, act_system;
grant insert (brand_id, name, alias, model_id), update (model_id), delete on public.model_aliases to authenticated;
grant insert (brand_id, name, alias, model_id) on public.model_aliases to act_system;

create policy "Members read their brand's models" on public.brand_models
  for select to authenticated using (
    brand_id = any (array(select private.my_brand_ids()))
    and (visibility = 'brand' or user_id = (select auth.uid()))
  );
create policy "Admins retire models, and people their own private ones" on public.brand_models
  for update to authenticated
  using (
    (visibility = 'owner' and user_id = (select auth.uid()) and brand_id = any (array(select private.my_brand_ids('member'))))
    or (visibility = 'brand' and brand_id = any (array(select private.my_brand_ids('admin'))))
  )
  with check (
    (visibility = 'owner' and user_id = (select auth.uid()) and brand_id = any (array(select private.my_brand_ids('member'))))
    or (visibility = 'brand' and brand_id = any (array(select private.my_brand_ids('admin'))))
  );
create policy "Admins delete models, and people their own private ones" on public.brand_models
  for delete to authenticated using (
    (visibility = 'owner' and user_id = (select auth.uid()) and brand_id = any (array(select private.my_brand_ids('member'))))
    or (visibility = 'brand' and brand_id = any (array(select private.my_brand_ids('admin'))))
  );
create policy "Members read which version is live" on public.model_aliases
  for select to authenticated using (
    brand_id = any (array(select private.my_brand_ids()))
    and (visibility = 'brand' or user_id = (select auth.uid()))
  );
create policy "Admins name versions, and people their own private ones" on public.model_aliases
  for insert to authenticated with check (
    (visibility = 'owner' and user_id = (select auth.uid()) and brand_id = any (array(select private.my_brand_ids('member'))))
    or (visibility = 'brand' and brand_id = any (array(select private.my_brand_ids('admin'))))
  );
create policy "Admins move names, and people their own private ones" on public.model_aliases
  for update to authenticated
  using (
    (visibility = 'owner' and user_id = (select auth.uid()) and brand_id = any (array(select private.my_brand_ids('member'))))
    or (visibility = 'brand' and brand_id = any (array(select private.my_brand_ids('admin'))))
  )
  with check (
    (visibility = 'owner' and user_id = (select auth.uid()) and brand_id = any (array(select private.my_brand_ids('member'))))
    or (visibility = 'brand' and brand_id = any (array(select private.my_brand_ids('admin'))))
  );
create policy "Admins take names back, and people their own private ones" on public.model_aliases
  for delete to authenticated using (
    (visibility = 'owner' and user_id = (select auth.uid()) and brand_id = any (array(select private.my_brand_ids('member'))))
    or (visibility = 'brand' and brand_id = any (array(select private.my_brand_ids('admin'))))
  );
create policy "The system reads the brand's models" on public.brand_models
  for select to act_system using (brand_id = (select private.system_brand_id()));
create policy "The system deletes models that policy expired" on public.brand_models
  for delete to act_system using (brand_id = (select private.system_brand_id()));
create policy "The system reads which version is live" on public.model_aliases
  for select to act_system using (brand_id = (select private.system_brand_id()));
create policy "The system names the first live version" on public.model_aliases
  for insert to act_system with check (brand_id = (select private.system_brand_id()) and alias = 'live');

create function private.follow_model() returns trigger language plpgsql security definer set search_path = '' as $$
begin
  select model.owner_scope, model.user_id, model.visibility into new.owner_scope, new.user_id, new.visibility
  from public.brand_models as model where model.brand_id = new.brand_id and model.id = new.model_id;
  new.updated_at := now();
  return new;
end $$;
comment on function private.follow_model is 'A name is seen, and moved, by whoever sees, and may retire, the version it stands for.';
revoke all on function private.follow_model from public;
create trigger follow_model before insert or update on public.model_aliases for each row execute function private.follow_model();
