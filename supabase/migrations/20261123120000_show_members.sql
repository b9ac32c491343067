-- Who is in a brand, by the address they sign in with: an id tells an admin nothing.
--
-- Addresses lie in auth.users, which no API role reads. Read by: admins of the brand, who invite people by address and
-- take them out again. Nobody else: an address is nothing that one customer of a brand shows another.

create function public.list_member_addresses(brand_id text) returns table (user_id uuid, email text)
language sql stable security definer set search_path = '' as $$
  select membership.user_id, account.email::text
  from public.brand_users as membership
  join auth.users as account on account.id = membership.user_id
  where membership.brand_id = list_member_addresses.brand_id
    and membership.brand_id = any (array(select private.my_brand_ids('admin')))
$$;
comment on function public.list_member_addresses is 'The addresses of a brand''s members, for its admins; nothing for anybody else.';
revoke all on function public.list_member_addresses from public, anon, service_role;
grant execute on function public.list_member_addresses to authenticated;
