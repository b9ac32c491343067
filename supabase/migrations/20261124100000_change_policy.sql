-- What a brand's admins may change of its settings by themselves: how much is needed to train, what it may cost, when it
-- trains again by itself, how long things are kept, and in which language it speaks.
--
-- The rest of the settings (hosts, theme, who may join, how much may run at once) stays the operator's. An admin can call
-- this without our interface, so the bounds of @act/tenant-config are checked here as well; its schema reads the result.

create function private.policy_rules()
returns table (field text, kind text, lowest numeric, highest numeric, may_be_none boolean)
language sql immutable set search_path = '' as $$
  values
    ('language',                                  'language', null, null,    false),
    ('budget.monthlyUsd',                         'number',   0,    1000000, true),
    ('budget.warnAtShare',                        'number',   0.001, 1,      false),
    ('retention.generationDays',                  'whole',    1,    3650,    true),
    ('retention.deletedDays',                     'whole',    1,    365,     false),
    ('training.autoRetrain.enabled',              'switch',   null, null,    false),
    ('training.autoRetrain.newImages',            'whole',    1,    1000,    false),
    ('training.autoRetrain.minimumHoursBetween',  'whole',    1,    8760,    false),
    ('training.autoRetrain.monthlyBudgetUsd',     'number',   0,    1000000, true),
    ('training.autoRetrain.quietHours',           'hours',    null, null,    true)
  union all
  select format('training.subjects.%s.%s', subject, bound), 'whole', 1, 1000, false
  from unnest(array['style', 'character', 'product', 'person']) as subject,
       unnest(array['minimumImages', 'recommendedImages', 'maximumImages']) as bound
$$;
comment on function private.policy_rules is 'Which settings a brand''s admins may change, and within which bounds.';

create function private.are_quiet_hours(value jsonb) returns boolean
language sql stable set search_path = '' as $$
  select case when jsonb_typeof(value) = 'object' then
    (select count(*) = 3 from jsonb_object_keys(value))
    and coalesce(value ->> 'from' ~ '^([01]\d|2[0-3]):[0-5]\d$' and value ->> 'to' ~ '^([01]\d|2[0-3]):[0-5]\d$'
                 and value ->> 'from' <> value ->> 'to', false)
    -- Named by a place: what else PostgreSQL knows (Factory, posix/…, right/…), programs that read the settings may not.
    and value ->> 'timeZone' ~ '^(UTC|(Africa|America|Antarctica|Arctic|Asia|Atlantic|Australia|Europe|Indian|Pacific)/.+)$'
    and exists (select from pg_catalog.pg_timezone_names as zone where zone.name = value ->> 'timeZone')
  else false end
$$;
comment on function private.are_quiet_hours is 'Whether this is a time of day, on a clock that there is.';

create function private.is_policy_value(field text, value jsonb) returns boolean
language sql stable set search_path = '' as $$
  select coalesce((
    select case
      when jsonb_typeof(value) = 'null' then rule.may_be_none
      when rule.kind = 'language' then value in ('"en"', '"ru"')
      when rule.kind = 'switch' then jsonb_typeof(value) = 'boolean'
      when rule.kind = 'hours' then private.are_quiet_hours(value)
      when jsonb_typeof(value) <> 'number' then false
      else (value #>> '{}')::numeric between rule.lowest and rule.highest
           and (rule.kind <> 'whole' or (value #>> '{}')::numeric = trunc((value #>> '{}')::numeric))
    end
    from private.policy_rules() as rule where rule.field = is_policy_value.field
  ), false)
$$;
comment on function private.is_policy_value is 'Whether an admin may set this field to this.';

create function private.put_setting(settings jsonb, path text[], value jsonb) returns jsonb
language plpgsql immutable set search_path = '' as $$
begin
  for depth in 1 .. cardinality(path) - 1 loop
    if jsonb_typeof(settings #> path[:depth]) is distinct from 'object' then
      settings := jsonb_set(settings, path[:depth], '{}');
    end if;
  end loop;
  return jsonb_set(settings, path, value);
end $$;
comment on function private.put_setting is 'Settings with one value put in, wherever it lies.';

create function private.check_image_counts(settings jsonb, subject text) returns void
language plpgsql immutable set search_path = '' as $$
declare
  counts jsonb := settings #> array['training', 'subjects', subject];
begin
  if ((counts ->> 'minimumImages')::integer <= (counts ->> 'recommendedImages')::integer
      and (counts ->> 'recommendedImages')::integer <= (counts ->> 'maximumImages')::integer) is not true then
    raise sqlstate 'PT422' using
      message = format('For a %s, the least, the best and the most pictures must grow in this order.', subject),
      hint = 'Send all three together.';
  end if;
end $$;
comment on function private.check_image_counts is 'Refuses a least number of pictures above the best or the most.';

create function public.change_policy(brand_id text, changes jsonb) returns void
language plpgsql security definer set search_path = '' as $$
declare
  changed jsonb;
  change  record;
begin
  if brand_id is null or brand_id not in (select private.my_brand_ids()) then
    raise sqlstate 'PT404' using message = 'There is no such brand for you.', hint = 'Ask an admin of the brand to add you.';
  end if;
  if brand_id not in (select private.my_brand_ids('admin')) then
    raise sqlstate 'PT403' using message = 'You may not change what the brand allows.', hint = 'The admins of the brand may.';
  end if;
  if jsonb_typeof(changes) is distinct from 'object' then
    raise sqlstate 'PT422' using message = 'Changes are named fields, such as "budget.monthlyUsd".';
  end if;
  select brand.settings into changed from public.brands as brand where brand.id = change_policy.brand_id for no key update;
  for change in select field.key, field.value from jsonb_each(changes) as field loop
    if not private.is_policy_value(change.key, change.value) then
      raise sqlstate 'PT422' using
        message = format('%s cannot be set to %s.', left(change.key, 80), left(change.value::text, 80)),
        hint = 'Use a field that admins may change, and a value within its bounds.';
    end if;
    changed := private.put_setting(changed, string_to_array(change.key, '.'), change.value);
  end loop;
  perform private.check_image_counts(changed, subject.name)
  from (select distinct split_part(field, '.', 3) as name from jsonb_object_keys(changes) as field
        where field like 'training.subjects.%') as subject;
  update public.brands as brand set settings = changed
  where brand.id = change_policy.brand_id and brand.settings is distinct from changed;
end $$;
comment on function public.change_policy is 'Changes settings of a brand that its admins may change; fields by path, such as "budget.monthlyUsd".';

revoke all on function private.policy_rules, private.are_quiet_hours, private.is_policy_value, private.put_setting,
  private.check_image_counts, public.change_policy from public, anon, service_role;
grant execute on function public.change_policy to authenticated;
