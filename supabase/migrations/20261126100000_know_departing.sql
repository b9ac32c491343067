-- Tells a person whether they asked to be deleted. Their account stays until nothing private of theirs runs any more, which
-- may take a while; until then storefronts let nobody in by it. Read by: whoever is signed in, of themselves alone.

create function public.is_departing() returns boolean
language sql stable security definer set search_path = '' as $$
  select exists (select from private.person_deletions as asked where asked.user_id = (select auth.uid()))
$$;
comment on function public.is_departing is 'Whether the caller asked to be deleted and their account is still to go.';
revoke all on function public.is_departing from public, anon, service_role;
grant execute on function public.is_departing to authenticated;
