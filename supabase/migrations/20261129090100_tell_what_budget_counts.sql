-- An admin sees the sum that their budget is compared with. What they see in lists can be less: what was deleted counts, what
-- is private to others, and what failed where nobody knows whether it is charged.

create function public.get_spent_this_month(brand_id text) returns numeric
language sql stable security definer set search_path = '' as $$
  select private.spent_this_month(get_spent_this_month.brand_id)
  where get_spent_this_month.brand_id in (select private.my_brand_ids('admin'))
$$;
comment on function public.get_spent_this_month is 'What counts against a brand''s budget of this month, for its admins; null for everybody else.';
revoke all on function public.get_spent_this_month from public, anon, service_role;
grant execute on function public.get_spent_this_month to authenticated;
