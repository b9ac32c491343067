-- How a notice leaves: claimed by the worker's login under a lease, opened, begun and settled as the system of its brand.
--
-- Before anything leaves, its row says `sending`. If the engine dies before it has noted the end, nobody knows whether it
-- left. A webhook is called again with the same id, by which receivers drop repeats; a push replaces the one of the same
-- topic. A mail can neither be asked about nor be taken back: it is repeated once, with the same Message-ID, by which
-- mailboxes show one of two; after a second unknown outcome it is given up rather than sent for ever.

create function private.claim_delivery(worker text, seconds integer default 60)
returns table (brand_id text, delivery_id uuid, fence bigint)
language plpgsql security definer set search_path = '' as $$
declare
  turn text;
begin
  for turn in select turns.brand_id from private.notice_turns as turns where turns.is_waiting order by turns.last_claimed
  loop
    -- As with other work: a brand with nothing due is not worth a lock, unless it can be let rest.
    continue when not exists (select from public.notice_deliveries as delivery
                              where delivery.brand_id = turn and delivery.next_at <= now()
                                and coalesce(delivery.lease_expires_at, now()) <= now())
              and exists (select from public.notice_deliveries as delivery where delivery.brand_id = turn and delivery.next_at is not null);
    perform from private.notice_turns as turns where turns.brand_id = turn for update skip locked;
    continue when not found;

    return query
      with oldest as (
        select delivery.id from public.notice_deliveries as delivery
        where delivery.brand_id = turn and delivery.next_at <= now() and coalesce(delivery.lease_expires_at, now()) <= now()
        order by delivery.next_at limit 1 for update skip locked
      )
      update public.notice_deliveries as delivery
      set lease_owner = worker, lease_expires_at = now() + make_interval(secs => least(greatest(seconds, 1), 3600)),
          fence = delivery.fence + 1
      from oldest where delivery.id = oldest.id
      returning delivery.brand_id, delivery.id, delivery.fence;
    if found then
      update private.notice_turns as turns set last_claimed = clock_timestamp() where turns.brand_id = turn;
      return;
    end if;
    update private.notice_turns as turns set is_waiting = false
    where turns.brand_id = turn
      and not exists (select from public.notice_deliveries as delivery where delivery.brand_id = turn and delivery.next_at is not null);
  end loop;
end $$;
comment on function private.claim_delivery is 'The next notice that is to leave, fairly among brands, under a new lease.';
revoke all on function private.claim_delivery from public;
grant execute on function private.claim_delivery to act_worker;

create function private.held_delivery(delivery_id uuid, fence bigint) returns public.notice_deliveries
language sql stable security definer set search_path = '' as $$
  select delivery from public.notice_deliveries as delivery
  where delivery.id = held_delivery.delivery_id and delivery.brand_id = (select private.system_brand_id())
    and delivery.fence = held_delivery.fence and delivery.lease_expires_at > now() and delivery.next_at is not null
$$;
comment on function private.held_delivery is 'A delivery under the caller''s lease, in the caller''s brand; null for any other.';
revoke all on function private.held_delivery from public;

create function public.open_delivery(delivery_id uuid, fence bigint) returns jsonb
language plpgsql security definer set search_path = '' as $$
declare
  held   public.notice_deliveries := private.held_delivery(delivery_id, fence);
  notice public.notices;
  opened jsonb;
begin
  if held.id is null then
    return null;
  end if;
  select * into notice from public.notices as told where told.brand_id = held.brand_id and told.id = held.notice_id;
  if held.channel <> 'webhook' and not private.is_wanted(notice.brand_id, notice.user_id, notice.kind, held.channel) then
    update public.notice_deliveries set state = 'given_up', next_at = null, last_error = 'not_wanted' where id = held.id;
    return null;
  end if;
  if held.channel = 'webhook' and not exists (
    select from public.webhook_endpoints as endpoint
    where endpoint.brand_id = held.brand_id and endpoint.id = held.endpoint_id and endpoint.is_enabled
  ) then
    update public.notice_deliveries set state = 'given_up', next_at = null, last_error = 'webhook_disabled' where id = held.id;
    return null;
  end if;
  select jsonb_build_object(
    'channel', held.channel, 'attempts', held.attempts, 'isRepeat', held.state = 'sending',
    'notice', jsonb_build_object('id', notice.id, 'kind', notice.kind, 'jobId', notice.job_id,
                                 'generationId', notice.generation_id, 'facts', notice.facts, 'createdAt', notice.created_at),
    'brand', jsonb_build_object('id', brand.id, 'name', brand.name, 'settings', brand.settings),
    'person', case when notice.user_id is not null then jsonb_build_object(
      'email', case when held.channel = 'email' then
        (select account.email from auth.users as account where account.id = notice.user_id and account.email_confirmed_at is not null) end,
      'unsubscribeToken', case when held.channel = 'email' then private.unsubscribe_token(notice.brand_id, notice.user_id) end,
      'language', (select chosen.language from public.notice_preferences as chosen
                   where chosen.brand_id = notice.brand_id and chosen.user_id = notice.user_id)) end,
    'push', (select jsonb_build_object('endpoint', browser.endpoint, 'publicKey', browser.public_key, 'authSecret', browser.auth_secret)
             from public.push_subscriptions as browser where browser.brand_id = held.brand_id and browser.id = held.subscription_id),
    'webhook', (select jsonb_build_object('address', endpoint.address, 'secret', endpoint.secret)
                from public.webhook_endpoints as endpoint where endpoint.brand_id = held.brand_id and endpoint.id = held.endpoint_id))
  into opened from public.brands as brand where brand.id = held.brand_id;
  return opened;
end $$;
comment on function public.open_delivery is
  'All that is needed to send one notice, for whoever holds its lease; null where it is lost, or nobody wants it any more.';

create function public.begin_delivery(delivery_id uuid, fence bigint) returns boolean
language plpgsql security definer set search_path = '' as $$
declare
  held public.notice_deliveries := private.held_delivery(delivery_id, fence);
begin
  if held.id is null then
    return false;
  end if;
  if held.state = 'sending' and held.channel = 'email' and held.unknown_outcomes >= 1 then
    update public.notice_deliveries
    set state = 'given_up', next_at = null, lease_expires_at = now(), last_error = 'outcome_unknown',
        unknown_outcomes = held.unknown_outcomes + 1
    where id = held.id;
    return false;
  end if;
  update public.notice_deliveries
  set state = 'sending', attempts = held.attempts + 1,
      unknown_outcomes = held.unknown_outcomes + case when held.state = 'sending' then 1 else 0 end
  where id = held.id;
  return true;
end $$;
comment on function public.begin_delivery is
  'Notes that a notice is about to leave; false where the lease is lost, or a mail has left twice already for all that is known.';

create function public.settle_delivery(delivery_id uuid, fence bigint, outcome text, error text default null, retry_seconds integer default null)
returns boolean language plpgsql security definer set search_path = '' as $$
declare
  held public.notice_deliveries := private.held_delivery(delivery_id, fence);
  has_ended boolean := outcome in ('sent', 'given_up', 'gone');
begin
  if outcome not in ('sent', 'failed', 'unknown', 'given_up', 'gone') then
    raise sqlstate 'PT400' using message = format('A delivery does not end in %s.', outcome);
  end if;
  if held.id is null then
    return false;
  end if;
  update public.notice_deliveries
  set state = case outcome when 'gone' then 'given_up' when 'unknown' then 'sending' else outcome end,
      last_error = left(error, 200),
      sent_at = case when outcome = 'sent' then now() end,
      lease_expires_at = now(),
      next_at = case when not has_ended then now() + make_interval(secs => least(greatest(coalesce(retry_seconds, 60), 0), 86400)) end
  where id = held.id;

  if held.channel = 'push' and outcome = 'gone' then
    delete from public.push_subscriptions as browser where browser.brand_id = held.brand_id and browser.id = held.subscription_id;
  elsif held.channel = 'webhook' then
    perform private.note_webhook(held.brand_id, held.endpoint_id, outcome, error);
  end if;
  return true;
end $$;
comment on function public.settle_delivery is
  'Notes what became of a notice, and when it is tried again. A browser that is gone is forgotten, a webhook that is gone is switched off.';

create function private.note_webhook(brand_id text, endpoint_id uuid, outcome text, error text) returns void
language plpgsql security definer set search_path = '' as $$
declare
  noted    public.webhook_endpoints;
  listener uuid;
begin
  update public.webhook_endpoints as endpoint
  set last_sent_at = case when outcome = 'sent' then now() else endpoint.last_sent_at end,
      last_error = case when outcome = 'sent' then null else left(error, 200) end,
      failure_count = case outcome when 'sent' then 0 when 'given_up' then endpoint.failure_count + 1 else endpoint.failure_count end
  where endpoint.brand_id = note_webhook.brand_id and endpoint.id = note_webhook.endpoint_id
  returning * into noted;
  if not noted.is_enabled or not (outcome = 'gone' or (outcome = 'given_up' and noted.failure_count >= 3)) then
    return;
  end if;
  update public.webhook_endpoints set is_enabled = false, disabled_reason = case outcome when 'gone' then 'gone' else 'failing' end
  where id = noted.id;
  update public.notice_deliveries as delivery set state = 'given_up', next_at = null, last_error = 'webhook_disabled'
  where delivery.brand_id = noted.brand_id and delivery.endpoint_id = noted.id and delivery.next_at is not null;
  for listener in
    select membership.user_id from public.brand_users as membership
    where membership.brand_id = noted.brand_id and membership.role = 'admin' order by membership.user_id
  loop
    perform private.write_notice(noted.brand_id, listener, 'webhook.disabled', '{}', jsonb_build_object(
      'host', split_part(substr(noted.address, 9), '/', 1), 'reason', case outcome when 'gone' then 'gone' else 'failing' end));
  end loop;
end $$;
comment on function private.note_webhook is 'Remembers how a webhook fares; one that is gone, or fails three notices in a row, is switched off.';

-- The link in a mail: signed, good for ever, and able to do one thing. Whoever holds it stops the mails of one brand to one
-- person; without the key nobody makes one for somebody else.
create function private.unsubscribe_token(brand_id text, user_id uuid) returns text
language sql stable security definer set search_path = '' as $$
  select brand_id || '.' || user_id || '.' || encode(extensions.hmac(convert_to(brand_id || '.' || user_id, 'UTF8'), signer.key, 'sha256'), 'hex')
  from private.signing_keys as signer where signer.purpose = 'unsubscribe'
$$;
comment on function private.unsubscribe_token is 'What stands in the link at the foot of a mail.';

create function public.unsubscribe_from_notices(token text) returns boolean
language plpgsql security definer set search_path = '' as $$
declare
  named_brand text := split_part(token, '.', 1);
  named_user  text := split_part(token, '.', 2);
begin
  if token is null or named_user !~ '^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$' or token is distinct from private.unsubscribe_token(named_brand, named_user::uuid) then
    return false;
  end if;
  insert into public.notice_preferences as chosen (brand_id, user_id, email_kinds, push_kinds, others_failures)
  select membership.brand_id, membership.user_id, '{}', private.default_kinds('push'), false
  from public.brand_users as membership where membership.brand_id = named_brand and membership.user_id = named_user::uuid
  on conflict on constraint notice_preferences_pkey do update set email_kinds = '{}', updated_at = now();
  return true;
end $$;
comment on function public.unsubscribe_from_notices is
  'Ends all mails of one brand to one person. The signed token is the right; to any other it says no and nothing else.';

revoke all on function private.note_webhook, private.unsubscribe_token from public;
revoke all on function public.open_delivery, public.begin_delivery, public.settle_delivery, public.unsubscribe_from_notices
  from public, anon, authenticated, service_role;
grant execute on function public.open_delivery, public.begin_delivery, public.settle_delivery to act_system;
grant execute on function public.unsubscribe_from_notices to anon, authenticated;
