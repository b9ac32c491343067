-- Notices: what happened to a person's work, in a list of their own, by mail, in their browser, and to a brand's machines.
--
-- A notice is written in the same transaction as the change that it tells of, and with it one delivery for each way in
-- which it is to leave; so none is lost, and none is made twice. What is private to its owner is told to its owner only.
-- Whoever leaves a brand leaves their notices in it: the key to their membership takes them along.
--
-- Read by: the person alone; webhooks by admins. Written by: triggers and the functions of the next migrations.

create table public.notices (
  id            uuid primary key default gen_random_uuid(),
  brand_id      text not null references public.brands (id) on delete cascade,
  user_id       uuid,
  kind          text not null check (kind in
                  ('training.completed', 'training.failed', 'training.cancelled', 'generation.completed', 'generation.failed',
                   'pictures.rejected', 'budget.low', 'webhook.disabled', 'webhook.test')),
  job_id        uuid,
  generation_id uuid,
  facts         jsonb not null default '{}' check (jsonb_typeof(facts) = 'object' and pg_column_size(facts) <= 4096),
  read_at       timestamptz,
  created_at    timestamptz not null default now(),
  unique (brand_id, id),
  foreign key (user_id, brand_id) references public.brand_users (user_id, brand_id) on delete cascade,
  foreign key (brand_id, job_id) references public.lora_training_jobs (brand_id, id) on delete cascade,
  foreign key (brand_id, generation_id) references public.generations (brand_id, id) on delete cascade
);
comment on table public.notices is 'One row for each thing that somebody is told; it goes with the work that it tells of.';
comment on column public.notices.user_id is 'Who is told; null for what a brand''s webhooks are told.';
comment on column public.notices.facts is 'Names and counts, from which every channel makes its own words.';
create index notices_newest_idx on public.notices (brand_id, user_id, created_at desc, id desc);
create index notices_unread_idx on public.notices (brand_id, user_id) where read_at is null;
create index notices_job_idx on public.notices (brand_id, job_id);
create index notices_generation_idx on public.notices (brand_id, generation_id);
-- A budget runs low once a month.
create unique index notices_budget_idx on public.notices (brand_id, user_id, (facts ->> 'month')) nulls not distinct
  where kind = 'budget.low';
alter table public.notices alter column brand_id set (n_distinct = 500);

create table public.notice_preferences (
  brand_id         text not null references public.brands (id) on delete cascade,
  user_id          uuid not null,
  language         text check (language in ('en', 'ru')),
  email_kinds      text[] not null,
  push_kinds       text[] not null,
  others_failures  boolean not null,
  updated_at       timestamptz not null default now(),
  primary key (brand_id, user_id),
  foreign key (user_id, brand_id) references public.brand_users (user_id, brand_id) on delete cascade
);
comment on table public.notice_preferences is 'What a person wants to hear of a brand, and how; without a row the defaults hold.';
comment on column public.notice_preferences.language is 'Null: the language of the brand.';
comment on column public.notice_preferences.others_failures is 'An admin hears of failures in the whole brand''s work too.';

create table public.push_subscriptions (
  id          uuid primary key default gen_random_uuid(),
  brand_id    text not null references public.brands (id) on delete cascade,
  user_id     uuid not null,
  endpoint    text not null check (endpoint ~ '^https://[^\s@]+$' and char_length(endpoint) <= 1000),
  -- A point of P-256 in full: 65 bytes, of which the first is 4.
  public_key  text not null check (public_key ~ '^B[A-P][A-Za-z0-9_-]{85}=?$'),
  auth_secret text not null check (auth_secret ~ '^[A-Za-z0-9_-]{22}={0,2}$'),
  created_at  timestamptz not null default now(),
  unique (brand_id, id),
  unique (brand_id, user_id, endpoint),
  foreign key (user_id, brand_id) references public.brand_users (user_id, brand_id) on delete cascade
);
comment on table public.push_subscriptions is 'Browsers that a person wants notices in; the keys encrypt what is sent there.';
create index push_subscriptions_endpoint_idx on public.push_subscriptions (endpoint);

create table public.webhook_endpoints (
  id              uuid primary key default gen_random_uuid(),
  brand_id        text not null references public.brands (id) on delete cascade,
  address         text not null check (address ~ '^https://[^\s@/?#]+([/?#][^\s]*)?$' and char_length(address) <= 2000),
  secret          text not null check (secret ~ '^whsec_[A-Za-z0-9+/=]{32,}$'),
  kinds           text[] not null,
  is_enabled      boolean not null default true,
  disabled_reason text check (disabled_reason in ('gone', 'failing')),
  failure_count   integer not null default 0 check (failure_count >= 0),
  last_error      text check (char_length(last_error) <= 200),
  last_sent_at    timestamptz,
  created_at      timestamptz not null default now(),
  unique (brand_id, id)
);
comment on table public.webhook_endpoints is 'Where a brand''s machines hear what happened; each call is signed with a secret of its own.';
comment on column public.webhook_endpoints.secret is 'Shown once, when it is made; only the engine reads it.';
comment on column public.webhook_endpoints.disabled_reason is 'Why the engine stopped calling; null where a person switched it off.';
comment on column public.webhook_endpoints.failure_count is 'Notices in a row that were given up; the third one disables it.';
create index webhook_endpoints_newest_idx on public.webhook_endpoints (brand_id, created_at desc, id desc);

create table public.notice_deliveries (
  id               uuid primary key default gen_random_uuid(),
  brand_id         text not null references public.brands (id) on delete cascade,
  notice_id        uuid not null,
  channel          text not null check (channel in ('email', 'push', 'webhook')),
  subscription_id  uuid,
  endpoint_id      uuid,
  state            text not null default 'waiting' check (state in ('waiting', 'sending', 'sent', 'failed', 'given_up')),
  attempts         integer not null default 0,
  unknown_outcomes integer not null default 0,
  next_at          timestamptz default now(),
  fence            bigint not null default 0,
  lease_owner      text,
  lease_expires_at timestamptz,
  last_error       text check (char_length(last_error) <= 200),
  created_at       timestamptz not null default now(),
  sent_at          timestamptz,
  unique (brand_id, id),
  unique nulls not distinct (brand_id, notice_id, channel, subscription_id, endpoint_id),
  foreign key (brand_id, notice_id) references public.notices (brand_id, id) on delete cascade,
  foreign key (brand_id, subscription_id) references public.push_subscriptions (brand_id, id) on delete cascade,
  foreign key (brand_id, endpoint_id) references public.webhook_endpoints (brand_id, id) on delete cascade,
  check ((channel = 'push') = (subscription_id is not null) and (channel = 'webhook') = (endpoint_id is not null)),
  check ((next_at is null) = (state in ('sent', 'given_up')))
);
comment on table public.notice_deliveries is 'The outbox: one row for each notice and way out. The engine alone reads and moves it.';
comment on column public.notice_deliveries.state is
  '`sending` is written before anything leaves. Whoever finds it under a lease that is over does not know what became of it.';
comment on column public.notice_deliveries.unknown_outcomes is 'How often it may have left without our knowing; a mail is repeated once.';
comment on column public.notice_deliveries.next_at is 'When it is to be tried next; null when it has ended.';
create index notice_deliveries_turn_idx on public.notice_deliveries (brand_id, next_at) where next_at is not null;
create index notice_deliveries_subscription_idx on public.notice_deliveries (brand_id, subscription_id);
create index notice_deliveries_endpoint_idx on public.notice_deliveries (brand_id, endpoint_id);

create table private.notice_turns (
  brand_id     text primary key references public.brands (id) on delete cascade,
  last_claimed timestamptz not null default '-infinity',
  is_waiting   boolean not null default true
);
comment on table private.notice_turns is 'When each brand''s notices were last sent, so that one with thousands delays another by one at most.';
create index notice_turns_waiting_idx on private.notice_turns (last_claimed) where is_waiting;

create table private.signing_keys (
  purpose text primary key,
  key     bytea not null default extensions.gen_random_bytes(32)
);
comment on table private.signing_keys is 'Keys with which the database signs for itself; they never leave it.';
insert into private.signing_keys (purpose) values ('unsubscribe');

create trigger keep_brand before update on public.notices for each row execute function private.keep_brand();
create trigger keep_brand before update on public.notice_preferences for each row execute function private.keep_brand();
create trigger keep_brand before update on public.push_subscriptions for each row execute function private.keep_brand();
create trigger keep_brand before update on public.webhook_endpoints for each row execute function private.keep_brand();
create trigger keep_brand before update on public.notice_deliveries for each row execute function private.keep_brand();
create trigger keep_brand before update on private.notice_turns for each row execute function private.keep_brand();

alter table public.notices enable row level security;
alter table public.notice_preferences enable row level security;
alter table public.push_subscriptions enable row level security;
alter table public.webhook_endpoints enable row level security;
alter table public.notice_deliveries enable row level security;
alter table private.notice_turns enable row level security;
alter table private.signing_keys enable row level security;

grant select, update (read_at) on public.notices to authenticated;
grant select on public.notice_preferences to authenticated;
grant select (id, brand_id, user_id, endpoint, created_at), delete on public.push_subscriptions to authenticated;
grant select (id, brand_id, address, kinds, is_enabled, disabled_reason, failure_count, last_error, last_sent_at, created_at),
      update (address, kinds, is_enabled), delete on public.webhook_endpoints to authenticated;

create policy "People read their own notices" on public.notices
  for select to authenticated using (
    brand_id = any (array(select private.my_brand_ids())) and user_id = (select auth.uid())
  );
create policy "People mark their own notices as read" on public.notices
  for update to authenticated
  using (brand_id = any (array(select private.my_brand_ids())) and user_id = (select auth.uid()))
  with check (brand_id = any (array(select private.my_brand_ids())) and user_id = (select auth.uid()));
create policy "People read what they want to hear" on public.notice_preferences
  for select to authenticated using (
    brand_id = any (array(select private.my_brand_ids())) and user_id = (select auth.uid())
  );
create policy "People see their own browsers" on public.push_subscriptions
  for select to authenticated using (
    brand_id = any (array(select private.my_brand_ids())) and user_id = (select auth.uid())
  );
create policy "People remove their own browsers" on public.push_subscriptions
  for delete to authenticated using (
    brand_id = any (array(select private.my_brand_ids())) and user_id = (select auth.uid())
  );
create policy "Admins see where their brand's machines listen" on public.webhook_endpoints
  for select to authenticated using (brand_id = any (array(select private.my_brand_ids('admin'))));
create policy "Admins change where their brand's machines listen" on public.webhook_endpoints
  for update to authenticated
  using (brand_id = any (array(select private.my_brand_ids('admin'))))
  with check (brand_id = any (array(select private.my_brand_ids('admin'))));
create policy "Admins remove where their brand's machines listen" on public.webhook_endpoints
  for delete to authenticated using (brand_id = any (array(select private.my_brand_ids('admin'))));

create function private.follow_reading() returns trigger language plpgsql security definer set search_path = '' as $$
begin
  -- A person says that, not when.
  new.read_at := case when new.read_at is not null then coalesce(old.read_at, now()) end;
  return new;
end $$;
comment on function private.follow_reading is 'What people may change in a notice, made precise.';

create function private.check_kinds() returns trigger language plpgsql security definer set search_path = '' as $$
begin
  if new.kinds is null or not new.kinds <@ private.webhook_kinds() or cardinality(new.kinds) = 0 then
    raise sqlstate 'PT422' using
      message = 'A webhook needs kinds of notices that there are.',
      detail = format('There are %s.', array_to_string(private.webhook_kinds(), ', '));
  end if;
  if tg_op = 'UPDATE' and new.is_enabled is distinct from old.is_enabled and new.disabled_reason is not distinct from old.disabled_reason then
    -- A person switched it: whatever failed before is forgotten.
    new.disabled_reason := null;
    new.failure_count := 0;
    new.last_error := null;
  end if;
  return new;
end $$;
comment on function private.check_kinds is 'Holds a webhook to kinds that there are, and begins anew when it is switched on again.';

create function private.webhook_kinds() returns text[] language sql immutable set search_path = '' as $$
  select '{training.completed,training.failed,training.cancelled,generation.completed,generation.failed,pictures.rejected,budget.low}'::text[]
$$;
comment on function private.webhook_kinds is 'What a brand''s machines can be told.';

create function private.default_kinds(channel text) returns text[] language sql immutable set search_path = '' as $$
  select case channel
    when 'email' then '{training.completed,training.failed,pictures.rejected,budget.low,webhook.disabled}'::text[]
    else '{training.completed,training.failed,generation.completed,generation.failed}'::text[]
  end
$$;
comment on function private.default_kinds is 'What a channel brings to somebody who has chosen nothing.';

revoke all on function private.follow_reading, private.check_kinds, private.webhook_kinds, private.default_kinds from public;
create trigger then_follow before update on public.notices for each row execute function private.follow_reading();
create trigger then_check before insert or update on public.webhook_endpoints for each row execute function private.check_kinds();
