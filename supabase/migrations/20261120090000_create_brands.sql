-- Brands and who belongs to them.
--
-- A brand is a tenant: one row here, and its id in every other table and in front of every stored file. What a person
-- may see follows from one question, "which brands am I in", answered by private.my_brand_ids() and asked by every
-- policy of every table in the one form that stays an index condition.
--
-- Read by: everybody who is signed in, their own brands only. Written by: the operator (brands), admins (members).

-- Hosted projects grant everything on new tables to the API's roles. Here a right exists only where it is written down.
alter default privileges in schema public revoke all on tables from anon, authenticated, service_role;
alter default privileges in schema public revoke all on sequences from anon, authenticated, service_role;
alter default privileges in schema public revoke all on functions from anon, authenticated, service_role;
alter default privileges revoke execute on functions from public;

create schema private;
comment on schema private is 'Helpers of the policies; not exposed by the API.';
grant usage on schema private to authenticated;

create table public.brands (
  id                 text primary key check (id ~ '^[a-z0-9][a-z0-9-]{1,62}$'),
  name               text not null check (char_length(name) between 1 and 120),
  default_visibility text not null default 'brand' check (default_visibility in ('brand', 'owner')),
  settings           jsonb not null default '{}' check (jsonb_typeof(settings) = 'object'),
  created_at         timestamptz not null default now()
);
comment on table public.brands is 'Tenants. The id is part of every storage key, so it never changes.';
comment on column public.brands.default_visibility is
  'Whether new pictures, models and outputs are seen by the whole brand or by their owner alone.';
comment on column public.brands.settings is 'Theme, words, policy; validated by @act/tenant-config.';

create table public.brand_users (
  user_id    uuid not null references auth.users (id) on delete cascade,
  brand_id   text not null references public.brands (id) on delete cascade,
  role       text not null default 'member' check (role in ('viewer', 'member', 'admin')),
  created_at timestamptz not null default now(),
  -- With the role in it every policy finds its answer in the index alone.
  primary key (user_id, brand_id) include (role)
);
create index brand_users_brand_id_idx on public.brand_users (brand_id);
comment on table public.brand_users is 'Membership. It is the truth that every policy reads; tokens carry no brands.';

create table private.used_brand_ids (
  id text primary key
);
comment on table private.used_brand_ids is
  'Every id that was ever a brand''s: files may outlive it, and a later brand of the same name must not inherit them.';

alter table private.used_brand_ids enable row level security;

create function private.use_brand_id_once() returns trigger
language plpgsql security definer set search_path = '' as $$
begin
  if tg_op = 'UPDATE' and new.id <> old.id then
    raise sqlstate 'PT409' using
      message = 'The id of a brand never changes.',
      hint = 'Change its name, or make another brand.';
  end if;
  if tg_op = 'INSERT' then
    insert into private.used_brand_ids (id) values (new.id) on conflict do nothing;
    if not found then
      raise sqlstate 'PT409' using
        message = format('The brand id %s is taken, or was once.', new.id),
        hint = 'Choose another id: files of the earlier brand may still lie under this one.';
    end if;
  end if;
  return null;
end $$;
revoke all on function private.use_brand_id_once from public;
create trigger use_brand_id_once after insert or update of id on public.brands
  for each row execute function private.use_brand_id_once();

create function private.keep_brand() returns trigger
language plpgsql set search_path = '' as $$
begin
  if new.brand_id is distinct from old.brand_id then
    raise sqlstate 'PT409' using
      message = 'A row stays in the brand it was made in.',
      hint = 'Make a new one in the other brand.';
  end if;
  return new;
end $$;
comment on function private.keep_brand is 'Refuses to move a row between brands, also to those who are in both.';
revoke all on function private.keep_brand from public;
create trigger keep_brand before update on public.brand_users for each row execute function private.keep_brand();

create function private.my_brand_ids(min_role text default 'viewer') returns setof text
language sql stable security definer set search_path = '' rows 5 as $$
  select membership.brand_id
  from public.brand_users as membership
  where membership.user_id = (select auth.uid())
    and array_position(array['viewer', 'member', 'admin'], membership.role)
        >= array_position(array['viewer', 'member', 'admin'], min_role)
$$;
comment on function private.my_brand_ids is 'The brands in which the caller has at least this role.';
revoke all on function private.my_brand_ids from public;
grant execute on function private.my_brand_ids to authenticated;

-- Locking the brand makes two admins who demote each other at the same moment come one after the other.
create function private.keep_an_admin() returns trigger
language plpgsql security definer set search_path = '' as $$
begin
  perform from public.brands where id = old.brand_id for no key update;
  if not found then
    return null; -- the brand itself is being deleted
  end if;
  if old.role = 'admin' and not exists (
    select from public.brand_users where brand_id = old.brand_id and role = 'admin'
  ) then
    raise sqlstate 'PT409' using
      message = 'The last admin of a brand cannot go.',
      detail = format('Brand %s would be left without an admin.', old.brand_id),
      hint = 'Make another member an admin first.';
  end if;
  return null;
end $$;
revoke all on function private.keep_an_admin from public;
create trigger keep_an_admin after update of role or delete on public.brand_users
  for each row execute function private.keep_an_admin();

alter table public.brands enable row level security;
revoke all on public.brands from anon, authenticated, service_role;
grant select on public.brands to authenticated;
grant select, insert on public.brands to service_role;
grant update (name, default_visibility, settings) on public.brands to service_role;

create policy "Members read their brands" on public.brands
  for select to authenticated using (id = any (array(select private.my_brand_ids())));

alter table public.brand_users enable row level security;
revoke all on public.brand_users from anon, authenticated, service_role;
grant select, insert, delete on public.brand_users to authenticated;
grant update (role) on public.brand_users to authenticated;
grant select, insert on public.brand_users to service_role;

create policy "Members see who else is in their brand" on public.brand_users
  for select to authenticated using (brand_id = any (array(select private.my_brand_ids())));
create policy "Admins add members" on public.brand_users
  for insert to authenticated with check (brand_id = any (array(select private.my_brand_ids('admin'))));
create policy "Admins change roles" on public.brand_users
  for update to authenticated
  using (brand_id = any (array(select private.my_brand_ids('admin'))))
  with check (brand_id = any (array(select private.my_brand_ids('admin'))));
create policy "Admins remove members" on public.brand_users
  for delete to authenticated using (brand_id = any (array(select private.my_brand_ids('admin'))));
