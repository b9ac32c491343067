-- Who is told, and when: triggers on the work itself, so that nothing that moves it can forget to tell.
--
-- For private work only its owner is told; for a brand's work the person who asked for it, its webhooks, and of failures
-- those admins who chose to hear of them.

create function private.write_notice(brand_id text, user_id uuid, kind text, about jsonb default '{}', facts jsonb default '{}',
                                     wait interval default '0')
returns void language plpgsql security definer set search_path = '' as $$
declare
  written uuid;
begin
  if user_id is null then
    -- The brand itself is told where a machine of it listens.
    if not exists (select from public.webhook_endpoints as endpoint
                   where endpoint.brand_id = write_notice.brand_id and endpoint.is_enabled and write_notice.kind = any (endpoint.kinds)) then
      return;
    end if;
    delete from public.notices as old
    where old.brand_id = write_notice.brand_id and old.user_id is null and old.created_at < now() - interval '30 days';
  else
    -- Held until this is done: somebody who is leaving is told nothing any more.
    perform from public.brand_users as membership
    where membership.brand_id = write_notice.brand_id and membership.user_id = write_notice.user_id for key share;
    if not found then
      return;
    end if;
    delete from public.notices as old
    where old.brand_id = write_notice.brand_id and old.user_id = write_notice.user_id and old.created_at < now() - interval '180 days';
  end if;

  insert into public.notices (brand_id, user_id, kind, job_id, generation_id, facts)
  values (write_notice.brand_id, write_notice.user_id, write_notice.kind, (about ->> 'job_id')::uuid,
          (about ->> 'generation_id')::uuid, jsonb_strip_nulls(write_notice.facts))
  on conflict do nothing
  returning id into written;
  if written is null then
    return;
  end if;

  if user_id is null then
    insert into public.notice_deliveries (brand_id, notice_id, channel, endpoint_id, next_at)
    select endpoint.brand_id, written, 'webhook', endpoint.id, now() + wait
    from public.webhook_endpoints as endpoint
    where endpoint.brand_id = write_notice.brand_id and endpoint.is_enabled and write_notice.kind = any (endpoint.kinds);
  else
    insert into public.notice_deliveries (brand_id, notice_id, channel, subscription_id, next_at)
    select write_notice.brand_id, written, 'email', null, now() + wait
    where private.is_wanted(write_notice.brand_id, write_notice.user_id, write_notice.kind, 'email')
    union all
    select subscription.brand_id, written, 'push', subscription.id, now() + wait
    from public.push_subscriptions as subscription
    where subscription.brand_id = write_notice.brand_id and subscription.user_id = write_notice.user_id
      and private.is_wanted(write_notice.brand_id, write_notice.user_id, write_notice.kind, 'push');
  end if;
end $$;
comment on function private.write_notice is
  'Tells one person, or with no person the brand''s webhooks: a notice, and a delivery for each way out that is wanted.';

create function private.is_wanted(brand_id text, user_id uuid, kind text, channel text) returns boolean
language sql stable security definer set search_path = '' as $$
  select kind = any (coalesce(
    (select case channel when 'email' then chosen.email_kinds else chosen.push_kinds end
     from public.notice_preferences as chosen
     where chosen.brand_id = is_wanted.brand_id and chosen.user_id = is_wanted.user_id),
    private.default_kinds(channel)))
$$;
comment on function private.is_wanted is 'Whether a person wants this kind of notice by this channel.';

create function private.tell_outcome(brand_id text, user_id uuid, visibility text, kind text, about jsonb, facts jsonb) returns void
language plpgsql security definer set search_path = '' as $$
declare
  listener uuid;
begin
  if user_id is not null then
    perform private.write_notice(brand_id, user_id, kind, about, facts);
  end if;
  if visibility = 'owner' then
    return;
  end if;
  perform private.write_notice(brand_id, null, kind, about, facts);
  if kind not in ('training.failed', 'generation.failed') then
    return;
  end if;
  for listener in
    select membership.user_id from public.brand_users as membership
    join public.notice_preferences as chosen
      on chosen.brand_id = membership.brand_id and chosen.user_id = membership.user_id and chosen.others_failures
    where membership.brand_id = tell_outcome.brand_id and membership.role = 'admin'
      and membership.user_id is distinct from tell_outcome.user_id
    order by membership.user_id
  loop
    perform private.write_notice(brand_id, listener, kind, about, facts);
  end loop;
end $$;
comment on function private.tell_outcome is 'Tells everybody whom the end of a piece of work concerns, and nobody whom it does not.';

create function private.tell_of_training() returns trigger language plpgsql security definer set search_path = '' as $$
begin
  -- What its owner threw away is no news to them.
  if new.deleted_at is null then
    perform private.tell_outcome(new.brand_id, new.user_id, new.visibility, 'training.' || new.status,
      jsonb_build_object('job_id', new.id),
      jsonb_build_object('name', new.name, 'baseModel', new.model_type, 'pictures', cardinality(new.training_asset_ids),
        'errorCode', case new.status when 'failed' then new.error_code end,
        'modelId', (select model.name || '-v' || model.version from public.brand_models as model
                    where model.brand_id = new.brand_id and model.job_id = new.id
                    order by model.created_at desc, model.version desc limit 1)));
  end if;
  perform private.tell_of_budget(new.brand_id);
  return null;
end $$;
comment on function private.tell_of_training is 'Tells how a training ended.';

create function private.tell_of_generation() returns trigger language plpgsql security definer set search_path = '' as $$
begin
  perform private.tell_outcome(new.brand_id, new.user_id, new.visibility, 'generation.' || new.status,
    jsonb_build_object('generation_id', new.id),
    jsonb_build_object('pictures', new.image_count, 'errorCode', case new.status when 'failed' then new.error_code end));
  perform private.tell_of_budget(new.brand_id);
  return null;
end $$;
comment on function private.tell_of_generation is 'Tells how a generation ended. What was asked for stays in its row.';

-- Somebody who uploads twenty pictures is told once: what comes within two minutes joins a notice that has not left yet.
create function private.tell_of_picture() returns trigger language plpgsql security definer set search_path = '' as $$
declare
  listener uuid;
  listeners uuid[] := case when new.visibility = 'brand' then array[new.user_id, null] else array[new.user_id] end;
begin
  foreach listener in array listeners loop
    continue when listener is null and new.visibility = 'owner';
    perform pg_advisory_xact_lock(hashtextextended(new.brand_id || coalesce(listener::text, '') || 'pictures.rejected', 0));
    update public.notices as open
    set facts = open.facts || jsonb_build_object(
          'pictures', (open.facts ->> 'pictures')::integer + 1,
          'names', case when jsonb_array_length(open.facts -> 'names') < 5
                        then open.facts -> 'names' || to_jsonb(left(new.name, 120)) else open.facts -> 'names' end),
        read_at = null
    where open.id = (
      select latest.id from public.notices as latest
      where latest.brand_id = new.brand_id and latest.user_id is not distinct from listener and latest.kind = 'pictures.rejected'
        and latest.created_at > now() - interval '2 minutes'
        and not exists (select from public.notice_deliveries as delivery
                        where delivery.brand_id = latest.brand_id and delivery.notice_id = latest.id
                          and (delivery.state <> 'waiting' or delivery.lease_expires_at > now()))
      order by latest.created_at desc limit 1);
    if not found then
      perform private.write_notice(new.brand_id, listener, 'pictures.rejected', '{}',
        jsonb_build_object('pictures', 1, 'names', jsonb_build_array(left(new.name, 120))), interval '2 minutes');
    end if;
    -- Where nobody uploaded it, both are the brand.
    exit when new.user_id is null;
  end loop;
  return null;
end $$;
comment on function private.tell_of_picture is 'Tells the person who uploaded them which pictures cannot be used.';

create function private.tell_of_budget(brand_id text) returns void language plpgsql security definer set search_path = '' as $$
declare
  budget   numeric := private.number_setting(tell_of_budget.brand_id, null, 'budget', 'monthlyUsd');
  spent    numeric;
  facts    jsonb;
  listener uuid;
begin
  if budget is null or budget <= 0 then
    return;
  end if;
  spent := private.spent_this_month(tell_of_budget.brand_id);
  if spent < budget * 0.8 then
    return;
  end if;
  facts := jsonb_build_object('month', to_char(now() at time zone 'utc', 'YYYY-MM'), 'spentUsd', round(spent, 2), 'budgetUsd', budget);
  for listener in
    select membership.user_id from public.brand_users as membership
    where membership.brand_id = tell_of_budget.brand_id and membership.role = 'admin' order by membership.user_id
  loop
    perform private.write_notice(brand_id, listener, 'budget.low', '{}', facts);
  end loop;
  perform private.write_notice(brand_id, null, 'budget.low', '{}', facts);
end $$;
comment on function private.tell_of_budget is 'Tells admins once a month that four fifths of the budget are used.';

create function private.watch_budget() returns trigger language plpgsql security definer set search_path = '' as $$
begin
  perform private.tell_of_budget(new.brand_id);
  return null;
end $$;
comment on function private.watch_budget is 'Looks at the budget when something is asked for that costs.';

create function private.queue_delivery() returns trigger language plpgsql security definer set search_path = '' as $$
begin
  insert into private.notice_turns as turn (brand_id) values (new.brand_id)
  on conflict on constraint notice_turns_pkey do update set is_waiting = true where not turn.is_waiting;
  perform pg_notify('act_work', 'notices');
  return null;
end $$;
comment on function private.queue_delivery is 'Lines a brand up when it has something to send, and wakes the engine.';

revoke all on function private.write_notice, private.is_wanted, private.tell_outcome, private.tell_of_training,
  private.tell_of_generation, private.tell_of_picture, private.tell_of_budget, private.watch_budget, private.queue_delivery from public;

create trigger tell_outcome after update of status on public.lora_training_jobs
  for each row when (new.status is distinct from old.status and new.status in ('completed', 'failed', 'cancelled'))
  execute function private.tell_of_training();
create trigger tell_outcome after update of status on public.generations
  for each row when (new.status is distinct from old.status and new.status in ('completed', 'failed'))
  execute function private.tell_of_generation();
create trigger tell_outcome after update of status on public.brand_assets
  for each row when (new.status is distinct from old.status and new.status = 'rejected')
  execute function private.tell_of_picture();
create trigger watch_budget after insert on public.lora_training_jobs for each row execute function private.watch_budget();
create trigger watch_budget after insert on public.generations for each row execute function private.watch_budget();
create trigger queue_delivery after insert on public.notice_deliveries for each row execute function private.queue_delivery();
