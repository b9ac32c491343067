-- Whoever shared a model is told when an admin takes it down.

alter table public.notices drop constraint notices_kind_check;
alter table public.notices add constraint notices_kind_check check (kind in (
  'training.completed', 'training.failed', 'training.cancelled', 'generation.completed', 'generation.failed',
  'pictures.rejected', 'pictures.enough', 'budget.low', 'sharing.ended', 'webhook.disabled', 'webhook.test'
));

-- Machines hear of enough pictures, people do not.
create function private.person_kinds() returns text[] language sql immutable set search_path = '' as $$
  select array_remove(private.webhook_kinds(), 'pictures.enough') || '{sharing.ended,webhook.disabled}'::text[]
$$;
comment on function private.person_kinds is 'What a person can be told, in the order in which it is listed everywhere.';
revoke all on function private.person_kinds from public;
update public.notice_preferences
set email_kinds = array_remove(email_kinds, 'pictures.enough'), push_kinds = array_remove(push_kinds, 'pictures.enough')
where 'pictures.enough' = any (email_kinds || push_kinds);

create or replace function private.default_kinds(channel text) returns text[] language sql immutable set search_path = '' as $$
  select case channel
    when 'email' then '{training.completed,training.failed,pictures.rejected,budget.low,sharing.ended,webhook.disabled}'::text[]
    else '{training.completed,training.failed,generation.completed,generation.failed}'::text[]
  end
$$;

create or replace function public.set_notice_preferences(brand_id text, changes jsonb) returns jsonb
language plpgsql security definer set search_path = '' as $$
declare
  known text[] := private.person_kinds();
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

create function private.tell_of_taking_down() returns trigger language plpgsql security definer set search_path = '' as $$
begin
  perform private.write_notice(new.brand_id, new.user_id, 'sharing.ended', jsonb_build_object('job_id', new.id),
    jsonb_build_object('name', new.name));
  return null;
end $$;
comment on function private.tell_of_taking_down is 'Tells an owner that somebody else made their shared model private again.';
revoke all on function private.tell_of_taking_down from public;

-- What its owner takes back, or the engine does, has nobody else behind it.
create trigger tell_taking_down after update of sharing on public.lora_training_jobs
  for each row when (old.sharing = 'shared' and new.sharing = 'withdrawing' and auth.uid() <> new.user_id)
  execute function private.tell_of_taking_down();
