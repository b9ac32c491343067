-- Pictures a brand trains with.
--
-- A member uploads a file and adds a row, which is `received`; the worker inspects it and makes it `ready` or
-- `rejected`. Only ready pictures train. What a person may see is decided by the row's brand and, where pictures are
-- private, by its owner: for admins too.
--
-- Read by: members. Written by: members (a new picture; later its name, caption and training flag), the system.

create function private.setting(brand_id text, variadic path text[]) returns jsonb
language sql stable security definer set search_path = '' as $$
  select brand.settings #> path from public.brands as brand where brand.id = setting.brand_id
$$;
comment on function private.setting is 'One value of a brand''s settings, or null where the default of @act/tenant-config holds.';
revoke all on function private.setting from public;

create function private.is_own_path(path text, bucket text, brand_id text, user_id uuid, visibility text) returns boolean
language sql immutable set search_path = '' as $$
  select starts_with(path, bucket || '/' || brand_id || '/')
     and path !~ '(^|/)(\.\.?)?(/|$)'
     and case visibility
           -- An owner who is gone leaves rows that nobody sees until they are cleared away.
           when 'owner' then user_id is null or starts_with(path, bucket || '/' || brand_id || '/' || user_id::text || '/')
           else split_part(path, '/', 3) !~ '^[0-9a-fA-F]{8}(-[0-9a-fA-F]{4}){3}-[0-9a-fA-F]{12}$'
         end
$$;
comment on function private.is_own_path is
  'bucket/brand/file, or bucket/brand/owner/file for what only its owner may see; compared with the slash, so that acme is not acme2.';

create function private.stamp_visibility() returns trigger language plpgsql security definer set search_path = '' as $$
begin
  select brand.default_visibility into new.visibility from public.brands as brand where brand.id = new.brand_id;
  return new;
end $$;
comment on function private.stamp_visibility is 'Copies the brand''s visibility into a new row; what it says later changes nothing that exists.';

revoke all on function private.is_own_path, private.stamp_visibility from public;
grant execute on function private.is_own_path to authenticated, act_system, service_role;

create function private.are_own_paths(paths text[], bucket text, brand_id text, user_id uuid, visibility text) returns boolean
language sql immutable set search_path = '' as $$
  select coalesce(bool_and(private.is_own_path(path, bucket, brand_id, user_id, visibility)), true) from unnest(paths) as path
$$;
comment on function private.are_own_paths is 'is_own_path for each of several.';
revoke all on function private.are_own_paths from public;
grant execute on function private.are_own_paths to authenticated, act_system, service_role;

create table public.brand_assets (
  id                uuid primary key default gen_random_uuid(),
  brand_id          text not null references public.brands (id),
  user_id           uuid default auth.uid() references auth.users (id) on delete set null,
  visibility        text not null default 'owner' check (visibility in ('brand', 'owner')),
  name              text not null check (char_length(name) between 1 and 255),
  asset_type        text not null default 'training_image'
                    check (asset_type in ('training_image', 'logo', 'product', 'photo', 'other')),
  file_url          text not null,
  thumbnail_url     text,
  is_training_data  boolean not null default true,
  training_caption  text check (char_length(training_caption) <= 2000),
  training_metadata jsonb not null default '{}' check (jsonb_typeof(training_metadata) = 'object'),
  status            text not null default 'received' check (status in ('received', 'ready', 'rejected')),
  rejection_reason  text check (status <> 'rejected' or rejection_reason is not null),
  content_type      text,
  size_bytes        bigint check (size_bytes >= 0),
  width             integer check (width > 0),
  height            integer check (height > 0),
  sha256            text check (sha256 ~ '^[0-9a-f]{64}$'),
  perceptual_hash   text check (perceptual_hash ~ '^[0-9a-f]{16}$'),
  inspection        jsonb not null default '{}' check (jsonb_typeof(inspection) = 'object'),
  created_at        timestamptz not null default now(),
  unique (brand_id, id),
  unique (brand_id, file_url),
  check (private.is_own_path(file_url, 'training-data', brand_id, user_id, visibility)),
  check (thumbnail_url is null or private.is_own_path(thumbnail_url, 'training-data', brand_id, user_id, visibility))
);
comment on table public.brand_assets is 'Pictures a brand trains with, one row for each file in training-data.';
comment on column public.brand_assets.file_url is 'Bucket and key of the file; never an address.';
comment on column public.brand_assets.visibility is 'Copied from the brand when the row is made.';
comment on column public.brand_assets.inspection is 'What the worker measured: blur, exposure, near duplicates, what it changed.';

-- With what the policy asks, so that counting reads no rows.
create index brand_assets_newest_idx on public.brand_assets (brand_id, created_at desc, id desc) include (visibility, user_id);
create index brand_assets_user_idx on public.brand_assets (user_id);
create index brand_assets_received_idx on public.brand_assets (created_at) where status = 'received';

create trigger stamp_visibility before insert on public.brand_assets
  for each row execute function private.stamp_visibility();
create trigger keep_brand before update on public.brand_assets
  for each row execute function private.keep_brand();

alter table public.brand_assets enable row level security;
revoke all on public.brand_assets from anon, authenticated, service_role;
grant select, delete on public.brand_assets to authenticated, act_system;
grant insert (brand_id, name, asset_type, file_url, is_training_data, training_caption, training_metadata)
  on public.brand_assets to authenticated;
grant update (name, is_training_data, training_caption) on public.brand_assets to authenticated;
grant update (file_url, thumbnail_url, status, rejection_reason, content_type, size_bytes, width, height, sha256,
              perceptual_hash, inspection, training_caption) on public.brand_assets to act_system;

create policy "Members read their brand's pictures" on public.brand_assets
  for select to authenticated using (
    brand_id = any (array(select private.my_brand_ids()))
    and (visibility = 'brand' or user_id = (select auth.uid()))
  );
create policy "Members add pictures of their own" on public.brand_assets
  for insert to authenticated with check (
    brand_id = any (array(select private.my_brand_ids('member')))
    and user_id = (select auth.uid())
  );
create policy "Members describe pictures" on public.brand_assets
  for update to authenticated
  using (
    brand_id = any (array(select private.my_brand_ids('member')))
    and (visibility = 'brand' or user_id = (select auth.uid()))
  )
  with check (
    brand_id = any (array(select private.my_brand_ids('member')))
    and (visibility = 'brand' or user_id = (select auth.uid()))
  );
create policy "The system reads the brand's pictures" on public.brand_assets
  for select to act_system using (brand_id = (select private.system_brand_id()));
create policy "The system writes what it found in a picture" on public.brand_assets
  for update to act_system
  using (brand_id = (select private.system_brand_id()))
  with check (brand_id = (select private.system_brand_id()));
create policy "The system deletes pictures that policy expired" on public.brand_assets
  for delete to act_system using (brand_id = (select private.system_brand_id()));
