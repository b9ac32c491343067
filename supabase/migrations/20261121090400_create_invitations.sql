-- How people come into a brand: by invitation, or by themselves where the brand lets them.
--
-- An invitation carries a one-time code that is shown once and stored as a hash; whoever accepts it must have signed in
-- with the address it was made for. Read by: admins. Written by: admins, through the functions here.

create table public.brand_invitations (
  id          uuid primary key default gen_random_uuid(),
  brand_id    text not null references public.brands (id),
  email       text not null check (email = lower(email) and email ~ '^[^@\s]+@[^@\s]+$' and char_length(email) <= 254),
  role        text not null default 'member' check (role in ('viewer', 'member', 'admin')),
  code_hash   text not null check (code_hash ~ '^[0-9a-f]{64}$'),
  invited_by  uuid references auth.users (id) on delete set null,
  created_at  timestamptz not null default now(),
  expires_at  timestamptz not null default now() + interval '7 days',
  accepted_at timestamptz,
  accepted_by uuid references auth.users (id) on delete set null,
  unique (brand_id, id)
);
comment on table public.brand_invitations is 'Who was asked into a brand, and with which role.';
comment on column public.brand_invitations.code_hash is 'SHA-256 of the code in the mail; the code itself is nowhere.';
create unique index brand_invitations_open_idx on public.brand_invitations (brand_id, email) where accepted_at is null;
create index brand_invitations_code_idx on public.brand_invitations (code_hash);
create index brand_invitations_invited_by_idx on public.brand_invitations (invited_by);
create index brand_invitations_accepted_by_idx on public.brand_invitations (accepted_by);
create trigger keep_brand before update on public.brand_invitations for each row execute function private.keep_brand();

alter table public.brand_invitations enable row level security;
grant select (id, brand_id, email, role, invited_by, created_at, expires_at, accepted_at, accepted_by), delete
  on public.brand_invitations to authenticated;
create policy "Admins read their brand's invitations" on public.brand_invitations
  for select to authenticated using (brand_id = any (array(select private.my_brand_ids('admin'))));
create policy "Admins take invitations back" on public.brand_invitations
  for delete to authenticated using (brand_id = any (array(select private.my_brand_ids('admin'))));

create function public.create_invitation(brand_id text, email text, role text default 'member') returns text
language plpgsql security definer set search_path = '' as $$
declare
  code text := encode(extensions.gen_random_bytes(24), 'hex');
begin
  if brand_id not in (select private.my_brand_ids('admin')) then
    raise sqlstate 'PT404' using message = 'There is no such brand for you to invite people to.',
      hint = 'Only admins of a brand invite people to it.';
  end if;
  delete from public.brand_invitations as earlier
  where earlier.brand_id = create_invitation.brand_id and earlier.email = lower(trim(create_invitation.email))
    and earlier.accepted_at is null;
  insert into public.brand_invitations (brand_id, email, role, code_hash, invited_by)
  values (create_invitation.brand_id, lower(trim(create_invitation.email)), create_invitation.role,
          encode(sha256(convert_to(code, 'UTF8')), 'hex'), (select auth.uid()));
  return code;
end $$;
comment on function public.create_invitation is 'Makes an invitation, in place of an open one to the same address, and returns its code, once.';

create function public.accept_invitation(code text) returns text
language plpgsql security definer set search_path = '' as $$
declare
  invitation public.brand_invitations;
begin
  select * into invitation from public.brand_invitations
  where code_hash = encode(sha256(convert_to(code, 'UTF8')), 'hex') and accepted_at is null and expires_at > now()
    and email = lower((select auth.email()))
  for update;
  if not found then
    raise sqlstate 'PT404' using message = 'This invitation cannot be used.',
      detail = 'It does not exist, was used, has expired, or was made for another address.',
      hint = 'Sign in with the address it was sent to, or ask for a new one.';
  end if;
  insert into public.brand_users (user_id, brand_id, role)
  values ((select auth.uid()), invitation.brand_id, invitation.role)
  on conflict on constraint brand_users_pkey do nothing;
  update public.brand_invitations set accepted_at = now(), accepted_by = (select auth.uid()) where id = invitation.id;
  return invitation.brand_id;
end $$;
comment on function public.accept_invitation is 'Makes the caller a member of the brand that invited them; works once.';

create function public.join_brand(brand_id text) returns text
language plpgsql security definer set search_path = '' as $$
declare
  sign_up jsonb := private.setting(join_brand.brand_id, 'signUp');
begin
  if (sign_up ->> 'open')::boolean is distinct from true or (select auth.uid()) is null then
    raise sqlstate 'PT404' using message = 'There is no such brand to join.',
      hint = 'Ask an admin of the brand for an invitation.';
  end if;
  insert into public.brand_users (user_id, brand_id, role)
  values ((select auth.uid()), join_brand.brand_id,
          case when sign_up ->> 'role' = 'viewer' then 'viewer' else 'member' end)
  on conflict on constraint brand_users_pkey do nothing;
  return join_brand.brand_id;
end $$;
comment on function public.join_brand is 'Lets a person into a brand with open sign-up; a closed one looks like none.';

revoke all on function public.create_invitation, public.accept_invitation, public.join_brand from public, anon, service_role;
grant execute on function public.create_invitation, public.accept_invitation, public.join_brand to authenticated;
