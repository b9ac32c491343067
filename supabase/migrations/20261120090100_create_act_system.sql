-- The system role: background work for one brand at a time.
--
-- The worker holds no key that bypasses row level security. For each piece of work it mints a token of five minutes
-- that names this role and one brand; every policy for it compares the row's brand with that claim.

do $$
begin
  -- Roles belong to the server, not to this database: another database may have made it already.
  if not exists (select from pg_roles where rolname = 'act_system') then
    create role act_system nologin;
  end if;
end $$;
grant act_system to authenticator;
-- The only way for a role of ours into Supabase's own schemas. Anonymous callers have no right of ours to inherit.
grant anon to act_system;
comment on role act_system is 'Background work for the one brand that its token names.';

create function private.system_brand_id() returns text
language sql stable security invoker set search_path = '' as $$
  select claims ->> 'brand_id'
  from (select auth.jwt()) as token (claims)
  where jsonb_typeof(claims -> 'brand_id') = 'string'
    and jsonb_typeof(claims -> 'exp') = 'number'
    and (claims ->> 'exp')::numeric between extract(epoch from now()) - 60 and extract(epoch from now()) + 600
$$;
comment on function private.system_brand_id is
  'The one brand that a system token was minted for; null without one, and for a token that is over or lives longer than minutes.';
revoke all on function private.system_brand_id from public;

grant usage on schema private to act_system;
grant execute on function private.system_brand_id to act_system;
grant select on public.brands, public.brand_users to act_system;

create policy "The system reads the brand it works for" on public.brands
  for select to act_system using (id = (select private.system_brand_id()));
create policy "The system reads who is in the brand it works for" on public.brand_users
  for select to act_system using (brand_id = (select private.system_brand_id()));
