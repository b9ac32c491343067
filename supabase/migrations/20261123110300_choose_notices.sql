-- What people choose: how they are told, in which browsers, and where a brand's machines listen.

create function public.get_notice_preferences(brand_id text) returns jsonb
language plpgsql stable security definer set search_path = '' as $$
begin
  perform private.require_viewer(get_notice_preferences.brand_id);
  return (
    select jsonb_build_object('language', chosen.language,
      'email_kinds', coalesce(chosen.email_kinds, private.default_kinds('email')),
      'push_kinds', coalesce(chosen.push_kinds, private.default_kinds('push')),
      'others_failures', coalesce(chosen.others_failures, false))
    from (select) as always
    left join public.notice_preferences as chosen
      on chosen.brand_id = get_notice_preferences.brand_id and chosen.user_id = (select auth.uid()));
end $$;
comment on function public.get_notice_preferences is 'What the caller wants to hear of a brand; defaults where nothing was chosen.';

create function private.require_viewer(brand_id text) returns void
language plpgsql stable security definer set search_path = '' as $$
begin
  if brand_id is null or brand_id not in (select private.my_brand_ids()) then
    raise sqlstate 'PT404' using message = 'There is no such brand for you.', hint = 'Ask an admin of the brand to add you.';
  end if;
end $$;
comment on function private.require_viewer is 'Refuses those who are not in a brand, as if there were none.';

create function public.set_notice_preferences(brand_id text, changes jsonb) returns jsonb
language plpgsql security definer set search_path = '' as $$
declare
  known text[] := private.webhook_kinds() || '{webhook.disabled}'::text[];
  email text[];
  push  text[];
  now_chosen jsonb := public.get_notice_preferences(set_notice_preferences.brand_id);
  wanted jsonb;
begin
  if jsonb_typeof(changes) is distinct from 'object' then
    raise sqlstate 'PT400' using message = 'Changes are an object.';
  end if;
  wanted := now_chosen || changes;
  if exists (select from jsonb_object_keys(changes) as key where not now_chosen ? key) then
    raise sqlstate 'PT400' using message = 'There is no such preference.',
      hint = 'There are language, email_kinds, push_kinds and others_failures.';
  end if;
  if jsonb_typeof(wanted -> 'email_kinds') <> 'array' or jsonb_typeof(wanted -> 'push_kinds') <> 'array'
     or jsonb_typeof(wanted -> 'others_failures') <> 'boolean' or coalesce(wanted ->> 'language', 'en') not in ('en', 'ru') then
    raise sqlstate 'PT422' using message = 'A preference has the wrong form.';
  end if;
  if exists (select from jsonb_array_elements((wanted -> 'email_kinds') || (wanted -> 'push_kinds')) as kind
             where jsonb_typeof(kind) <> 'string' or kind #>> '{}' <> all (known)) then
    raise sqlstate 'PT422' using message = 'There are no notices of such a kind.',
      detail = format('There are %s.', array_to_string(known, ', '));
  end if;
  -- Each once, in the order in which they are listed everywhere.
  email := array(select kind from unnest(known) as kind where wanted -> 'email_kinds' ? kind);
  push := array(select kind from unnest(known) as kind where wanted -> 'push_kinds' ? kind);
  insert into public.notice_preferences (brand_id, user_id, language, email_kinds, push_kinds, others_failures)
  values (set_notice_preferences.brand_id, (select auth.uid()), wanted ->> 'language', email, push, (wanted ->> 'others_failures')::boolean)
  on conflict on constraint notice_preferences_pkey do update
  set language = excluded.language, email_kinds = excluded.email_kinds, push_kinds = excluded.push_kinds,
      others_failures = excluded.others_failures, updated_at = now();
  return public.get_notice_preferences(set_notice_preferences.brand_id);
end $$;
comment on function public.set_notice_preferences is 'Changes what the caller wants to hear of a brand; what is not named stays.';

create function public.save_push_subscription(brand_id text, endpoint text, public_key text, auth_secret text) returns uuid
language plpgsql security definer set search_path = '' as $$
declare
  me uuid := (select auth.uid());
  saved uuid;
begin
  perform private.require_viewer(save_push_subscription.brand_id);
  -- One browser, one person: whoever knows its keys sits before it, and must not be shown what somebody else is told.
  delete from public.push_subscriptions as other
  where other.endpoint = save_push_subscription.endpoint and other.public_key = save_push_subscription.public_key
    and other.auth_secret = save_push_subscription.auth_secret and other.user_id <> me;
  insert into public.push_subscriptions as mine (brand_id, user_id, endpoint, public_key, auth_secret)
  values (save_push_subscription.brand_id, me, save_push_subscription.endpoint, save_push_subscription.public_key,
          save_push_subscription.auth_secret)
  on conflict on constraint push_subscriptions_brand_id_user_id_endpoint_key
  do update set public_key = excluded.public_key, auth_secret = excluded.auth_secret
  returning mine.id into saved;
  delete from public.push_subscriptions as mine
  where mine.brand_id = save_push_subscription.brand_id and mine.user_id = me and mine.id not in (
    select newest.id from public.push_subscriptions as newest
    where newest.brand_id = save_push_subscription.brand_id and newest.user_id = me
    order by newest.id = saved desc, newest.created_at desc limit 10);
  return saved;
end $$;
comment on function public.save_push_subscription is 'Has notices of a brand shown in the caller''s browser; the ten newest browsers are kept.';

create function private.require_admin(brand_id text) returns void
language plpgsql stable security definer set search_path = '' as $$
begin
  if brand_id is null or brand_id not in (select private.my_brand_ids('admin')) then
    raise sqlstate 'PT404' using message = 'There are no webhooks for you here.', hint = 'Only admins of a brand see and change them.';
  end if;
end $$;
comment on function private.require_admin is 'Refuses those who are not admins of a brand, as if there were nothing.';

create function public.create_webhook_endpoint(brand_id text, address text, kinds text[]) returns jsonb
language plpgsql security definer set search_path = '' as $$
declare
  made public.webhook_endpoints;
begin
  perform private.require_admin(create_webhook_endpoint.brand_id);
  perform from public.brands where id = create_webhook_endpoint.brand_id for no key update;
  if (select count(*) from public.webhook_endpoints as endpoint where endpoint.brand_id = create_webhook_endpoint.brand_id) >= 10 then
    raise sqlstate 'PT409' using message = 'A brand has ten webhooks at most.', hint = 'Delete one that is not needed.';
  end if;
  insert into public.webhook_endpoints (brand_id, address, secret, kinds)
  values (create_webhook_endpoint.brand_id, create_webhook_endpoint.address,
          'whsec_' || encode(extensions.gen_random_bytes(24), 'base64'), create_webhook_endpoint.kinds)
  returning * into made;
  return jsonb_build_object('id', made.id, 'secret', made.secret);
end $$;
comment on function public.create_webhook_endpoint is 'Makes a webhook and returns its secret, once.';

create function public.send_test_webhook(endpoint_id uuid) returns uuid
language plpgsql security definer set search_path = '' as $$
declare
  target  public.webhook_endpoints;
  written uuid;
begin
  select * into target from public.webhook_endpoints as endpoint
  where endpoint.id = endpoint_id and endpoint.brand_id in (select private.my_brand_ids('admin')) for update;
  perform private.require_admin(target.brand_id);
  if not target.is_enabled then
    raise sqlstate 'PT409' using message = 'This webhook is switched off.', hint = 'Switch it on first.';
  end if;
  if (select count(*) from public.notice_deliveries as delivery
      join public.notices as told on told.brand_id = delivery.brand_id and told.id = delivery.notice_id and told.kind = 'webhook.test'
      where delivery.brand_id = target.brand_id and delivery.endpoint_id = target.id
        and delivery.created_at > now() - interval '1 minute') >= 5 then
    raise sqlstate 'PT429' using message = 'This webhook was tried five times in a minute.', hint = 'Wait a minute.';
  end if;
  insert into public.notices (brand_id, kind) values (target.brand_id, 'webhook.test') returning id into written;
  insert into public.notice_deliveries (brand_id, notice_id, channel, endpoint_id)
  values (target.brand_id, written, 'webhook', target.id);
  return written;
end $$;
comment on function public.send_test_webhook is 'Has a webhook called with nothing to tell, for an admin who wants to see that it works.';

revoke all on function private.require_viewer, private.require_admin from public;
revoke all on function public.get_notice_preferences, public.set_notice_preferences, public.save_push_subscription,
  public.create_webhook_endpoint, public.send_test_webhook from public, anon, service_role;
grant execute on function public.get_notice_preferences, public.set_notice_preferences, public.save_push_subscription,
  public.create_webhook_endpoint, public.send_test_webhook to authenticated;
