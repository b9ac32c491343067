-- Whoever shared a model is told when an admin takes it down.

alter table public.notices drop constraint notices_kind_check;
alter table public.notices add constraint notices_kind_check check (kind in (
  'training.completed', 'training.failed', 'training.cancelled', 'generation.completed', 'generation.failed',
  'pictures.rejected', 'pictures.enough', 'budget.low', 'sharing.ended', 'webhook.disabled', 'webhook.test'
));

-- Machines hear of enough pictures, people do not.
create function private.person_kinds() returns text[] language sql immutable set search_path = '' as $$
  select '{training.completed,training.failed,training.cancelled,generation.completed,generation.failed,pictures.rejected,budget.low,sharing.ended,webhook.disabled}'::text[]
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

create or replace function public.share_training(job_id uuid, is_shared boolean) returns void
language plpgsql security definer set search_path = '' as $$
declare
  me    uuid := (select auth.uid());
  job   public.lora_training_jobs;
  model public.brand_models;
  place uuid := gen_random_uuid();
begin
  select * into job from public.lora_training_jobs as candidate
  where candidate.id = share_training.job_id and candidate.brand_id in (select private.my_brand_ids())
    and (candidate.visibility = 'brand' or candidate.user_id = me
         or (is_shared is not true and candidate.sharing = 'shared'))
  for update;
  if not found then
    raise sqlstate 'PT404' using message = 'There is no such training for you.', hint = 'Only its owner shares it.';
  end if;
  -- Everybody knows of what is shared; admins take it down.
  if job.visibility = 'owner' and job.user_id is distinct from me and job.brand_id not in (select private.my_brand_ids('admin')) then
    raise sqlstate 'PT403' using message = 'Somebody else shares this model.', hint = 'Its owner takes it back, or an admin of the brand.';
  end if;
  if job.visibility = 'brand' then
    raise sqlstate 'PT409' using message = 'The whole brand sees this model already.';
  end if;
  -- What is theirs they take back, whatever they may do otherwise.
  if is_shared is not true then
    update public.lora_training_jobs as wished
    set sharing = private.withdraw_model(job.brand_id, job.id)
    where wished.id = job.id and job.sharing is not null;
    if job.user_id <> me then
      perform private.write_notice(job.brand_id, job.user_id, 'sharing.ended', jsonb_build_object('job_id', job.id),
        jsonb_build_object('name', job.name));
    end if;
    return;
  end if;
  if job.brand_id not in (select private.my_brand_ids('member')) then
    raise sqlstate 'PT403' using message = 'Those who only look share nothing.',
      hint = 'Ask an admin of the brand to make you a member.';
  end if;
  if private.setting(job.brand_id, 'features', 'sharing') is distinct from 'true' then
    raise sqlstate 'PT403' using message = 'Nothing is shared in this brand.', hint = 'What is private here stays private.';
  end if;
  if job.sharing in ('sharing', 'shared') then
    return;
  end if;
  select * into model from public.brand_models as made
  where made.brand_id = job.brand_id and made.job_id = job.id
  order by made.created_at desc, made.id limit 1 for no key update;
  if not found or job.status <> 'completed' or job.deleted_at is not null or model.owner_scope = '' or model.status <> 'ready' then
    raise sqlstate 'PT409' using message = 'Only a model that is there to be used can be shared.',
      hint = 'Wait until its training is completed; restore what was deleted.';
  end if;
  delete from private.model_moves as move where move.brand_id = job.brand_id and move.model_id = model.id;
  insert into private.model_moves (brand_id, model_id, user_id, visibility, path, sample_paths)
  values (job.brand_id, model.id, me, 'brand', concat_ws('/', 'models', job.brand_id, 'shared', place, model.slug || '.safetensors'),
          array(select concat_ws('/', 'generated-content', job.brand_id, 'shared', place, number || substring(sample from '\.[a-z0-9]+$'))
                from unnest(private.samples_to_show(job.sample_images_urls)) with ordinality as shown (sample, number)
                order by number));
  update public.lora_training_jobs as wished set sharing = 'sharing' where wished.id = job.id;
  perform pg_notify('act_work', model.id::text);
end $$;
