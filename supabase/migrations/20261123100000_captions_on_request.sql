-- Captions that people ask for: a wish for each picture, which the engine fulfils, one brand after the other.
--
-- A caption costs a fraction of a cent, a thousand of them do not: a brand asks for so many a day, and for none once its
-- month is spent. A request is counted before it is sent. One whose outcome nobody learned is sent once more and then given
-- up, so that no picture is ever paid for more than twice.
--
-- Read by: members. Written by: members (the wish), the system (what became of it).

create table public.caption_requests (
  id               uuid primary key default gen_random_uuid(),
  brand_id         text not null references public.brands (id),
  asset_id         uuid not null,
  user_id          uuid references auth.users (id) on delete set null,
  visibility       text not null default 'owner' check (visibility in ('brand', 'owner')),
  prefix           text check (char_length(prefix) between 1 and 200),
  overwrite        boolean not null default false,

  status           text not null default 'waiting' check (status in ('waiting', 'completed', 'passed_over', 'failed')),
  error_code       text check (char_length(error_code) <= 80),
  error_message    text check (char_length(error_message) <= 1000),
  sent_count       integer not null default 0,
  due_at           timestamptz default now(),
  fence            bigint not null default 0,
  lease_owner      text,
  lease_expires_at timestamptz,

  created_at       timestamptz not null default now(),
  completed_at     timestamptz,
  unique (brand_id, id),
  foreign key (brand_id, asset_id) references public.brand_assets (brand_id, id) on delete cascade,
  check (status <> 'failed' or error_code is not null),
  check ((status = 'waiting') = (due_at is not null))
);
comment on table public.caption_requests is 'One wish for a caption each; seen by whoever sees the picture.';
comment on column public.caption_requests.user_id is 'Whose picture it is, not who asked.';
comment on column public.caption_requests.overwrite is 'Whether it may take the place of a caption that is there already.';
comment on column public.caption_requests.error_code is 'Why there is none, or why it still waits.';
comment on column public.caption_requests.sent_count is 'Requests to a provider that were paid, or may have been.';
comment on column public.caption_requests.due_at is 'When the engine must look at it next; null when nothing is left to do.';
create index caption_requests_newest_idx on public.caption_requests (brand_id, created_at desc, id desc);
create index caption_requests_asset_idx on public.caption_requests (brand_id, asset_id);
create index caption_requests_user_idx on public.caption_requests (user_id);
create index caption_requests_turn_idx on public.caption_requests (brand_id, due_at) where due_at is not null;
alter table public.caption_requests alter column brand_id set (n_distinct = 500);

create table private.caption_turns (
  brand_id     text primary key references public.brands (id) on delete cascade,
  last_claimed timestamptz not null default clock_timestamp()
);
comment on table private.caption_turns is 'Brands that wait for captions, and when each was last served.';
create index caption_turns_last_claimed_idx on private.caption_turns (last_claimed);

create table private.caption_days (
  brand_id text not null references public.brands (id) on delete cascade,
  day      date not null,
  asked    integer not null,
  primary key (brand_id, day)
);
comment on table private.caption_days is 'How many captions a brand asked for on a day, whatever became of the pictures since.';

alter table public.caption_requests enable row level security;
alter table private.caption_turns enable row level security;
alter table private.caption_days enable row level security;
revoke all on public.caption_requests from anon, authenticated, service_role;
grant select on public.caption_requests to authenticated, act_system;
grant insert (brand_id, asset_id, prefix, overwrite) on public.caption_requests to authenticated;
create policy "Members read wishes for captions" on public.caption_requests
  for select to authenticated using (
    brand_id = any (array(select private.my_brand_ids()))
    and (visibility = 'brand' or user_id = (select auth.uid()))
  );
create policy "Members ask for captions of pictures they see" on public.caption_requests
  for insert to authenticated with check (
    brand_id = any (array(select private.my_brand_ids('member')))
    and (visibility = 'brand' or user_id = (select auth.uid()))
  );
create policy "The system reads wishes for captions" on public.caption_requests
  for select to act_system using (brand_id = (select private.system_brand_id()));
create trigger keep_brand before update on public.caption_requests for each row execute function private.keep_brand();
create trigger keep_brand before update on private.caption_turns for each row execute function private.keep_brand();
create trigger keep_brand before update on private.caption_days for each row execute function private.keep_brand();

create function private.admit_caption_request() returns trigger language plpgsql security definer set search_path = '' as $$
declare
  picture    public.brand_assets;
  most_a_day integer := private.number_setting(new.brand_id, 200, 'captions', 'maximumPerDay');
  asked_now  integer;
begin
  perform private.require_membership(new.brand_id, 'caption_requests');
  perform from public.brands where id = new.brand_id for no key update;
  select * into picture from public.brand_assets as asset where asset.brand_id = new.brand_id and asset.id = new.asset_id;
  -- Somebody else's private picture looks like one that is not there.
  if (select auth.uid()) is not null
     and (picture.id is null or (picture.visibility = 'owner' and picture.user_id is distinct from (select auth.uid()))) then
    raise insufficient_privilege using message = 'new row violates row-level security policy for table "caption_requests"';
  end if;
  new.user_id := picture.user_id;
  new.visibility := coalesce(picture.visibility, 'owner');

  if exists (select from public.caption_requests as open
             where open.brand_id = new.brand_id and open.asset_id = new.asset_id and open.due_at is not null) then
    return null; -- asked for already: one caption is enough
  end if;
  if private.setting(new.brand_id, 'features', 'autoCaption') = 'false'::jsonb then
    raise sqlstate 'PT422' using message = 'This brand writes its captions by hand.',
      hint = 'Write it yourself, or ask an admin to allow captions by a model.';
  end if;
  if picture.status <> 'ready' then
    raise sqlstate 'PT422' using message = 'A picture that is still being checked, or was rejected, gets no caption.',
      hint = 'Wait until it is ready.';
  end if;
  insert into private.caption_days as today (brand_id, day, asked) values (new.brand_id, current_date, 1)
  on conflict on constraint caption_days_pkey do update set asked = today.asked + 1
  returning today.asked into asked_now;
  if asked_now > most_a_day then
    raise sqlstate 'PT429' using
      message = 'As many captions were asked for today as this brand may ask for in a day.',
      detail = format('The limit is %s.', most_a_day), hint = 'Try again tomorrow.';
  end if;
  delete from private.caption_days as earlier where earlier.brand_id = new.brand_id and earlier.day < current_date;
  -- More than one costs, so that the last cent of a month is not passed.
  perform private.check_budget(new.brand_id, 0.01);
  return new;
end $$;
comment on function private.admit_caption_request is 'Lets a wish for a caption in once for each picture, within the limits of the brand.';

create function private.queue_caption() returns trigger language plpgsql security definer set search_path = '' as $$
begin
  -- The row is locked also where nothing changes in it: a claim that is about to remove it waits and looks again.
  insert into private.caption_turns as turn (brand_id) values (new.brand_id)
  on conflict on constraint caption_turns_pkey do update set last_claimed = turn.last_claimed;
  perform pg_notify('act_work', new.id::text);
  return null;
end $$;
comment on function private.queue_caption is 'Lines a brand up for captions, and tells the engine.';
create trigger admit before insert on public.caption_requests for each row execute function private.admit_caption_request();
create trigger queue after insert on public.caption_requests for each row execute function private.queue_caption();

create function private.claim_caption(worker text, seconds integer default 600)
returns table (brand_id text, request_id uuid, fence bigint)
language plpgsql security definer set search_path = '' as $$
declare
  turn text;
begin
  for turn in select turns.brand_id from private.caption_turns as turns order by turns.last_claimed
  loop
    continue when not exists (select from public.caption_requests as request
                              where request.brand_id = turn and request.due_at <= now() and coalesce(request.lease_expires_at, now()) <= now())
              and exists (select from public.caption_requests as request where request.brand_id = turn and request.due_at is not null);
    perform from private.caption_turns as turns where turns.brand_id = turn for update skip locked;
    continue when not found;

    return query
      with oldest as (
        select request.id from public.caption_requests as request
        where request.brand_id = turn and request.due_at <= now() and coalesce(request.lease_expires_at, now()) <= now()
        order by request.due_at limit 1 for update skip locked
      )
      update public.caption_requests as request
      set lease_owner = worker, lease_expires_at = now() + make_interval(secs => seconds), fence = request.fence + 1
      from oldest where request.id = oldest.id
      returning request.brand_id, request.id, request.fence;
    if found then
      update private.caption_turns as turns set last_claimed = clock_timestamp() where turns.brand_id = turn;
      return;
    end if;
    delete from private.caption_turns as turns
    where turns.brand_id = turn
      and not exists (select from public.caption_requests as request where request.brand_id = turn and request.due_at is not null);
  end loop;
end $$;
comment on function private.claim_caption is 'The next caption for a worker, fairly among brands, under a new lease.';

create function public.begin_caption(request_id uuid, fence bigint) returns boolean
language plpgsql security definer set search_path = '' as $$
declare
  held public.caption_requests;
begin
  select * into held from public.caption_requests as request
  where request.id = begin_caption.request_id and request.brand_id = (select private.system_brand_id())
    and request.fence = begin_caption.fence and request.lease_expires_at > now() and request.status = 'waiting'
  for update;
  if not found then
    return false;
  end if;
  if not held.overwrite and exists (
    select from public.brand_assets as asset
    where asset.brand_id = held.brand_id and asset.id = held.asset_id and asset.training_caption <> ''
  ) then
    update public.caption_requests as request set status = 'passed_over', due_at = null, completed_at = now() where request.id = held.id;
    return false;
  end if;
  if held.sent_count >= 2 then
    perform private.give_up_caption(held.id);
    return false;
  end if;
  update public.caption_requests as request set sent_count = request.sent_count + 1 where request.id = held.id;
  return true;
end $$;
comment on function public.begin_caption is
  'Counts a request before it is sent; false where it must not be: lost, given up, or somebody wrote a caption meanwhile.';

create function private.give_up_caption(request_id uuid) returns void
language sql security definer set search_path = '' as $$
  update public.caption_requests as request
  set status = 'failed', due_at = null, completed_at = now(), error_code = 'outcome_unknown',
      error_message = 'The model was asked twice and no answer arrived. Ask again, or write the caption yourself.'
  where request.id = give_up_caption.request_id
$$;
comment on function private.give_up_caption is 'Ends a wish whose requests brought no answer.';

create function public.settle_caption(
  request_id uuid, fence bigint, outcome text, caption text default null,
  error_code text default null, error_message text default null, next_at timestamptz default null
) returns boolean language plpgsql security definer set search_path = '' as $$
declare
  held public.caption_requests;
begin
  if outcome not in ('completed', 'delayed', 'refused', 'unknown', 'failed') then
    raise sqlstate 'PT400' using message = format('A caption does not end as %s.', outcome);
  end if;
  select * into held from public.caption_requests as request
  where request.id = settle_caption.request_id and request.brand_id = (select private.system_brand_id())
    and request.fence = settle_caption.fence and request.lease_expires_at > now() and request.status = 'waiting'
  for update;
  if not found then
    return false;
  end if;
  if outcome = 'completed' then
    update public.brand_assets as asset set training_caption = left(caption, 2000)
    where asset.brand_id = held.brand_id and asset.id = held.asset_id
      and (held.overwrite or coalesce(asset.training_caption, '') = '');
    update public.caption_requests as request
    set status = case when found then 'completed' else 'passed_over' end, due_at = null, completed_at = now(),
        error_code = null, error_message = null
    where request.id = held.id;
  elsif outcome in ('delayed', 'refused') and held.created_at > now() - interval '1 day' then
    update public.caption_requests as request
    set sent_count = request.sent_count - (outcome = 'refused' and request.sent_count > 0)::integer, due_at = coalesce(next_at, now()), lease_expires_at = now(),
        error_code = settle_caption.error_code, error_message = settle_caption.error_message
    where request.id = held.id;
  elsif outcome = 'unknown' and held.sent_count < 2 then
    update public.caption_requests as request
    set due_at = coalesce(next_at, now()), lease_expires_at = now(),
        error_code = settle_caption.error_code, error_message = settle_caption.error_message
    where request.id = held.id;
  elsif outcome = 'unknown' then
    perform private.give_up_caption(held.id);
  else
    update public.caption_requests as request
    set status = 'failed', due_at = null, completed_at = now(),
        error_code = coalesce(settle_caption.error_code, 'unknown'), error_message = settle_caption.error_message
    where request.id = held.id;
  end if;
  return true;
end $$;
comment on function public.settle_caption is
  'Says what became of a request: delayed was not sent, refused is unpaid, both are tried again for a day; unknown is sent once more; the others are the end.';

revoke all on function private.admit_caption_request, private.queue_caption, private.claim_caption, private.give_up_caption from public;
revoke all on function public.begin_caption, public.settle_caption from public, anon, authenticated, service_role;
grant execute on function private.claim_caption to act_worker;
grant execute on function public.begin_caption, public.settle_caption to act_system;
