-- Pictures made with models, and the documents a brand keeps beside them.
--
-- Read by: members. Written by: members (the wish; later rating and star), the system (everything that comes of it).

create table public.generations (
  id                  uuid primary key default gen_random_uuid(),
  brand_id            text not null references public.brands (id),
  user_id             uuid default auth.uid() references auth.users (id) on delete set null,
  visibility          text not null default 'owner' check (visibility in ('brand', 'owner')),

  model_id            uuid not null,
  second_model_id     uuid,
  prompt              text not null check (char_length(prompt) between 1 and 4000),
  settings            jsonb not null default '{}' check (jsonb_typeof(settings) = 'object' and pg_column_size(settings) <= 8192),
  image_count         integer not null default 1 check (image_count between 1 and 64),
  idempotency_key     text check (char_length(idempotency_key) between 1 and 200),

  status              text not null default 'pending'
                      check (status in ('pending', 'running', 'saving', 'completed', 'failed', 'cancelled')),
  progress            integer not null default 0 check (progress between 0 and 100),
  cancel_requested_at timestamptz,
  error_code          text,
  error_message       text,
  due_at              timestamptz default now(),
  fence               bigint not null default 0,
  lease_owner         text,
  lease_expires_at    timestamptz,
  deadline_at         timestamptz,
  last_signal_at      timestamptz,
  provider            text check (provider in ('replicate', 'runpod')),
  provider_job_id     text,
  estimated_cost_usd  numeric(12, 4) check (estimated_cost_usd >= 0),
  cost_usd            numeric(12, 4) check (cost_usd >= 0),

  created_at          timestamptz not null default now(),
  completed_at        timestamptz,
  unique (brand_id, id),
  unique (brand_id, user_id, idempotency_key),
  foreign key (brand_id, model_id) references public.brand_models (brand_id, id) on delete cascade,
  foreign key (brand_id, second_model_id) references public.brand_models (brand_id, id) on delete cascade,
  check (status <> 'failed' or error_code is not null)
);
comment on table public.generations is 'One request for pictures each. Members send the wish; the rest is the system''s.';
comment on column public.generations.due_at is 'When the engine must look at it next; null when nothing is left to do.';
comment on column public.generations.fence is 'Grows with every lease, so that a stalled worker cannot overwrite its successor.';
create index generations_newest_idx on public.generations (brand_id, created_at desc, id desc);
create index generations_due_idx on public.generations (due_at) where due_at is not null;
create index generations_model_idx on public.generations (brand_id, model_id);
create index generations_second_model_idx on public.generations (brand_id, second_model_id);
create index generations_user_idx on public.generations (user_id);

create table public.generation_images (
  id             uuid primary key default gen_random_uuid(),
  brand_id       text not null references public.brands (id),
  generation_id  uuid not null,
  user_id        uuid references auth.users (id) on delete set null,
  visibility     text not null default 'owner' check (visibility in ('brand', 'owner')),
  position       integer not null check (position >= 0),
  path           text not null,
  thumbnail_path text,
  content_type   text not null check (content_type in ('image/png', 'image/jpeg', 'image/webp')),
  width          integer check (width > 0),
  height         integer check (height > 0),
  size_bytes     bigint check (size_bytes >= 0),
  sha256         text check (sha256 ~ '^[0-9a-f]{64}$'),
  seed           bigint,
  rating         smallint check (rating between 1 and 5),
  is_starred     boolean not null default false,
  created_at     timestamptz not null default now(),
  unique (brand_id, id),
  unique (brand_id, generation_id, position),
  unique (brand_id, path),
  foreign key (brand_id, generation_id) references public.generations (brand_id, id) on delete cascade,
  check (private.is_own_path(path, 'generated-content', brand_id, user_id, visibility)),
  check (thumbnail_path is null or private.is_own_path(thumbnail_path, 'generated-content', brand_id, user_id, visibility))
);
comment on table public.generation_images is 'The pictures that came of a generation, one row for each file in generated-content.';
create index generation_images_newest_idx on public.generation_images (brand_id, created_at desc, id desc);
create index generation_images_user_idx on public.generation_images (user_id);

create table public.brand_documents (
  id           uuid primary key default gen_random_uuid(),
  brand_id     text not null references public.brands (id),
  user_id      uuid default auth.uid() references auth.users (id) on delete set null,
  visibility   text not null default 'owner' check (visibility in ('brand', 'owner')),
  name         text not null check (char_length(name) between 1 and 255),
  path         text not null,
  content_type text check (content_type in ('application/pdf', 'text/markdown', 'text/plain')),
  size_bytes   bigint check (size_bytes between 0 and 20971520),
  created_at   timestamptz not null default now(),
  unique (brand_id, id),
  unique (brand_id, path),
  check (private.is_own_path(path, 'brand-documents', brand_id, user_id, visibility))
);
comment on table public.brand_documents is 'Guidelines and notes of a brand, one row for each file in brand-documents.';
create index brand_documents_newest_idx on public.brand_documents (brand_id, created_at desc, id desc);
create index brand_documents_user_idx on public.brand_documents (user_id);

alter table public.provider_attempts
  add foreign key (brand_id, generation_id) references public.generations (brand_id, id) on delete cascade;
alter table public.webhook_capabilities
  add foreign key (brand_id, generation_id) references public.generations (brand_id, id) on delete cascade;
create index webhook_capabilities_generation_idx on public.webhook_capabilities (brand_id, generation_id);

create function private.follow_generation() returns trigger language plpgsql security definer set search_path = '' as $$
begin
  select generation.user_id, generation.visibility into new.user_id, new.visibility
  from public.generations as generation
  where generation.brand_id = new.brand_id and generation.id = new.generation_id;
  return new;
end $$;
comment on function private.follow_generation is 'A picture is seen by whoever sees the generation it came of.';
revoke all on function private.follow_generation from public;
create trigger keep_brand before update on public.generations for each row execute function private.keep_brand();
create trigger keep_brand before update on public.generation_images for each row execute function private.keep_brand();
create trigger keep_brand before update on public.brand_documents for each row execute function private.keep_brand();
create trigger follow_generation before insert on public.generation_images for each row execute function private.follow_generation();
create trigger stamp_visibility before insert on public.generations for each row execute function private.stamp_visibility();
create trigger stamp_visibility before insert on public.brand_documents for each row execute function private.stamp_visibility();

alter table public.generations enable row level security;
alter table public.generation_images enable row level security;
alter table public.brand_documents enable row level security;
grant select on public.generations, public.generation_images, public.brand_documents to authenticated, act_system;
grant insert (brand_id, model_id, second_model_id, prompt, settings, image_count, idempotency_key)
  on public.generations to authenticated;
grant update (cancel_requested_at) on public.generations to authenticated;
grant delete on public.generations, public.generation_images, public.brand_documents to authenticated, act_system;
grant insert on public.generation_images to act_system;
grant update (thumbnail_path) on public.generation_images to act_system;
grant update (rating, is_starred) on public.generation_images to authenticated;
grant insert (brand_id, name, path, content_type, size_bytes) on public.brand_documents to authenticated;

create policy "Members read their brand's generations" on public.generations
  for select to authenticated using (
    brand_id = any (array(select private.my_brand_ids()))
    and (visibility = 'brand' or user_id = (select auth.uid()))
  );
create policy "Members ask for pictures in their own name" on public.generations
  for insert to authenticated with check (
    brand_id = any (array(select private.my_brand_ids('member')))
    and user_id = (select auth.uid())
  );
create policy "Its owner and admins cancel a generation" on public.generations
  for update to authenticated
  using (
    (user_id = (select auth.uid()) and brand_id = any (array(select private.my_brand_ids('member'))))
    or (visibility = 'brand' and brand_id = any (array(select private.my_brand_ids('admin'))))
  )
  with check (
    (user_id = (select auth.uid()) and brand_id = any (array(select private.my_brand_ids('member'))))
    or (visibility = 'brand' and brand_id = any (array(select private.my_brand_ids('admin'))))
  );
create policy "The person who made it and admins delete a generation" on public.generations
  for delete to authenticated using (
    (user_id = (select auth.uid()) and brand_id = any (array(select private.my_brand_ids('member'))))
    or (visibility = 'brand' and brand_id = any (array(select private.my_brand_ids('admin'))))
  );
create policy "Members read their brand's generated pictures" on public.generation_images
  for select to authenticated using (
    brand_id = any (array(select private.my_brand_ids()))
    and (visibility = 'brand' or user_id = (select auth.uid()))
  );
create policy "Members rate and star generated pictures" on public.generation_images
  for update to authenticated
  using (
    brand_id = any (array(select private.my_brand_ids('member')))
    and (visibility = 'brand' or user_id = (select auth.uid()))
  )
  with check (
    brand_id = any (array(select private.my_brand_ids('member')))
    and (visibility = 'brand' or user_id = (select auth.uid()))
  );
create policy "The person who made it and admins delete a generated picture" on public.generation_images
  for delete to authenticated using (
    (user_id = (select auth.uid()) and brand_id = any (array(select private.my_brand_ids('member'))))
    or (visibility = 'brand' and brand_id = any (array(select private.my_brand_ids('admin'))))
  );
create policy "Members read their brand's documents" on public.brand_documents
  for select to authenticated using (
    brand_id = any (array(select private.my_brand_ids()))
    and (visibility = 'brand' or user_id = (select auth.uid()))
  );
create policy "Members add documents of their own" on public.brand_documents
  for insert to authenticated with check (
    brand_id = any (array(select private.my_brand_ids('member')))
    and user_id = (select auth.uid())
  );
create policy "Admins delete documents, and people their own private ones" on public.brand_documents
  for delete to authenticated using (
    (visibility = 'owner' and user_id = (select auth.uid()) and brand_id = any (array(select private.my_brand_ids('member'))))
    or (visibility = 'brand' and brand_id = any (array(select private.my_brand_ids('admin'))))
  );
create policy "The system reads the brand's generations" on public.generations
  for select to act_system using (brand_id = (select private.system_brand_id()));
create policy "The system deletes generations that policy expired" on public.generations
  for delete to act_system using (brand_id = (select private.system_brand_id()));
create policy "The system reads the brand's generated pictures" on public.generation_images
  for select to act_system using (brand_id = (select private.system_brand_id()));
create policy "The system adds generated pictures" on public.generation_images
  for insert to act_system with check (brand_id = (select private.system_brand_id()));
create policy "The system adds thumbnails" on public.generation_images
  for update to act_system
  using (brand_id = (select private.system_brand_id()))
  with check (brand_id = (select private.system_brand_id()));
create policy "The system deletes generated pictures that policy expired" on public.generation_images
  for delete to act_system using (brand_id = (select private.system_brand_id()));
create policy "The system reads the brand's documents" on public.brand_documents
  for select to act_system using (brand_id = (select private.system_brand_id()));
create policy "The system deletes documents that policy expired" on public.brand_documents
  for delete to act_system using (brand_id = (select private.system_brand_id()));
