-- The same key by the same caller is one wish, also where the caller is the system: it has no user, and a unique key
-- takes two rows without one for different. A unique index would do, but people who leave turn into nobody too, and
-- their keys may be the same.

create function private.refuse_second_wish() returns trigger language plpgsql security definer set search_path = '' as $$
declare
  is_known boolean;
begin
  perform private.require_membership(new.brand_id, tg_table_name);
  -- Two who ask at the same moment come one after the other.
  perform from public.brands where id = new.brand_id for no key update;
  execute format('select exists (select from public.%I where brand_id = $1 and idempotency_key = $2 and user_id is null)', tg_table_name)
    into is_known using new.brand_id, new.idempotency_key;
  if is_known then
    raise unique_violation using message = 'This was asked for already.';
  end if;
  return new;
end $$;
comment on function private.refuse_second_wish is 'Holds the system to one row for one key; people are held to it by a unique key.';
revoke all on function private.refuse_second_wish from public;

create index lora_training_jobs_system_key_idx on public.lora_training_jobs (brand_id, idempotency_key) where user_id is null;
create index generations_system_key_idx on public.generations (brand_id, idempotency_key) where user_id is null;
create trigger refuse_second_wish before insert on public.lora_training_jobs
  for each row when (new.user_id is null and new.idempotency_key is not null) execute function private.refuse_second_wish();
create trigger refuse_second_wish before insert on public.generations
  for each row when (new.user_id is null and new.idempotency_key is not null) execute function private.refuse_second_wish();
