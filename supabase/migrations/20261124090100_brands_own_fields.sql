-- A brand's own fields of a training, checked where the row is created: whoever asks, by whichever way.
--
-- The rules are those of @act/tenant-config, whose `parseMetadata` says them to forms; a test of @act/api compares the two. A
-- brand that names no fields takes any, up to the 8 kB that the column holds. What tries a training again carries what that
-- one carried, whatever the brand asks for by now.

create function private.is_choice(field jsonb, value jsonb) returns boolean
language sql immutable set search_path = '' as $$
  select exists (select from jsonb_array_elements(field -> 'choices') as choice (one) where one -> 'value' = is_choice.value)
$$;
comment on function private.is_choice is 'Whether a value is one of those that a field offers.';

create function private.are_choices(field jsonb, value jsonb) returns boolean
language sql immutable set search_path = '' as $$
  select (count(*) > 0 or (field -> 'required' = 'true') is not true)
     and count(*) = count(distinct one) and coalesce(bool_and(private.is_choice(field, one)), true)
  from jsonb_array_elements(are_choices.value) as choice (one)
$$;
comment on function private.are_choices is 'Whether a list holds some of the values that a field offers, each once.';

create function private.is_own_value(field jsonb, value jsonb) returns boolean
language plpgsql immutable set search_path = '' as $$
declare
  kind text := field ->> 'kind';
  form text := jsonb_typeof(value);
  said text := value #>> '{}';
begin
  case
    when kind = 'boolean' then
      return form = 'boolean';
    when kind = 'number' then
      if form <> 'number' then
        return false;
      end if;
      return (said::numeric < (field ->> 'minimum')::numeric or said::numeric > (field ->> 'maximum')::numeric) is not true;
    when kind = 'choices' then
      if form <> 'array' then
        return false;
      end if;
      return private.are_choices(field, value);
    when form <> 'string' then
      return false;
    when kind = 'choice' then
      return private.is_choice(field, value);
    when kind = 'colour' then
      return said ~* '^#[0-9a-f]{6}$';
    when kind = 'text' then
      -- Several lines are a text; other control characters could only hide or forge something.
      return char_length(said) <= coalesce((field ->> 'maximumLength')::integer, 200)
         and said !~ '[\u0001-\u0009\u000b-\u001f\u007f-\u009f]'
         and (said ~ '\S' or (field -> 'required' = 'true') is not true);
    else
      return false;
  end case;
end $$;
comment on function private.is_own_value is 'Whether a value is what a brand asks for in one of its own fields.';

create function private.wrong_fields(fields jsonb, metadata jsonb) returns text[]
language sql immutable set search_path = '' as $$
  select array_agg(problem order by problem) from (
    select format('%s is not known here', said.name) as problem
    from jsonb_object_keys(metadata) as said (name)
    where not exists (select from jsonb_array_elements(fields) as field where field ->> 'name' = said.name)
    union all
    select format(case when metadata ? (field ->> 'name') then '%s is not what this brand asks for' else '%s is missing' end,
                  field ->> 'name')
    from jsonb_array_elements(fields) as field
    where case when metadata ? (field ->> 'name') then not private.is_own_value(field, metadata -> (field ->> 'name'))
               else (field -> 'required' = 'true') is true end
  ) as found
$$;
comment on function private.wrong_fields is 'What is wrong with a training''s metadata, a sentence for each field; null where nothing is.';

create function private.require_own_fields() returns trigger language plpgsql security definer set search_path = '' as $$
declare
  fields jsonb := private.setting(new.brand_id, 'metadata');
  wrong  text[];
begin
  perform private.require_membership(new.brand_id, 'lora_training_jobs');
  -- What is no object, the column refuses.
  if jsonb_typeof(fields) is distinct from 'array' or fields = '[]' or jsonb_typeof(new.metadata) <> 'object' then
    return new;
  end if;
  if exists (select from public.lora_training_jobs as earlier
             where earlier.brand_id = new.brand_id and earlier.id = new.retry_of and earlier.metadata = new.metadata) then
    return new;
  end if;
  wrong := private.wrong_fields(fields, new.metadata);
  if wrong is not null then
    raise sqlstate 'PT422' using
      message = format('The metadata cannot be used: %s.', array_to_string(wrong, '; ')),
      hint = format('The fields of this brand are %s.',
                    (select string_agg(field ->> 'name', ', ') from jsonb_array_elements(fields) as field));
  end if;
  return new;
end $$;
comment on function private.require_own_fields is 'Holds the metadata of a training to the fields that its brand asks for.';
revoke all on function private.is_choice, private.are_choices, private.is_own_value, private.wrong_fields,
  private.require_own_fields from public;
-- Behind then_admit, which says first what speaks against the training as such.
create trigger then_require_own_fields before insert on public.lora_training_jobs
  for each row execute function private.require_own_fields();
