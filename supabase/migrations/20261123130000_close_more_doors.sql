-- People come into a brand because they said yes to it, and only as long as they want to be anywhere.
--
-- An admin who could name anybody would learn the address of everybody whose id they know. So the one way in is an
-- invitation that was accepted, or a brand that is open; the operator gives a new brand its first admin.

drop policy "Admins add members" on public.brand_users;
revoke insert on public.brand_users from authenticated;

create function private.refuse_departing() returns void
language plpgsql stable security definer set search_path = '' as $$
begin
  if exists (select from private.person_deletions as asked where asked.user_id = (select auth.uid())) then
    raise sqlstate 'PT409' using message = 'Your account is being deleted.', hint = 'Sign up again once it is gone.';
  end if;
end $$;
comment on function private.refuse_departing is 'Lets nobody into a brand who asked to be deleted: their account would be kept by it, or take it along.';
revoke all on function private.refuse_departing from public;

create or replace function public.accept_invitation(code text) returns text
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
  perform private.refuse_departing();
  insert into public.brand_users (user_id, brand_id, role)
  values ((select auth.uid()), invitation.brand_id, invitation.role)
  on conflict on constraint brand_users_pkey do nothing;
  update public.brand_invitations set accepted_at = now(), accepted_by = (select auth.uid()) where id = invitation.id;
  return invitation.brand_id;
end $$;

create or replace function public.join_brand(brand_id text) returns text
language plpgsql security definer set search_path = '' as $$
declare
  sign_up jsonb := private.setting(join_brand.brand_id, 'signUp');
begin
  if (sign_up ->> 'open')::boolean is distinct from true or (select auth.uid()) is null then
    raise sqlstate 'PT404' using message = 'There is no such brand to join.',
      hint = 'Ask an admin of the brand for an invitation.';
  end if;
  perform private.refuse_departing();
  insert into public.brand_users (user_id, brand_id, role)
  values ((select auth.uid()), join_brand.brand_id,
          case when sign_up ->> 'role' = 'viewer' then 'viewer' else 'member' end)
  on conflict on constraint brand_users_pkey do nothing;
  return join_brand.brand_id;
end $$;
