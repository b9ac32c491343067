-- A key stands for one wish: whoever sends it again with another wish is told so, instead of getting the answer to the first.
--
-- The wish is hashed by whoever writes the row, as it was said: before pictures were found, a name chosen or a model looked
-- up. A row that says no hash, as all until here, is taken for whatever its key is sent with.
--
-- Captions had no keys until now: a picture that waits is not asked for twice, but one that has its caption would be.

alter table public.lora_training_jobs add column wish_hash text check (wish_hash ~ '^[0-9a-f]{64}$');
alter table public.generations add column wish_hash text check (wish_hash ~ '^[0-9a-f]{64}$');
comment on column public.lora_training_jobs.wish_hash is 'SHA-256 of what was asked for under the key; null where nobody said.';
comment on column public.generations.wish_hash is 'SHA-256 of what was asked for under the key; null where nobody said.';
grant insert (wish_hash) on public.lora_training_jobs, public.generations to authenticated, act_system;

alter table public.caption_requests
  add column asked_by        uuid references auth.users (id) on delete set null default (auth.uid()),
  add column idempotency_key text check (char_length(idempotency_key) between 1 and 200),
  add column wish_hash       text check (wish_hash ~ '^[0-9a-f]{64}$');
comment on column public.caption_requests.asked_by is 'Whose wish it is, and whose key.';
comment on column public.caption_requests.idempotency_key is 'The same in all rows of one wish.';
comment on column public.caption_requests.wish_hash is 'SHA-256 of what was asked for under the key.';
create index caption_requests_asked_by_idx on public.caption_requests (asked_by);
create index caption_requests_key_idx on public.caption_requests (brand_id, asked_by, idempotency_key)
  where idempotency_key is not null;
grant insert (idempotency_key, wish_hash) on public.caption_requests to authenticated;

create function private.hold_captions_to_wish() returns trigger language plpgsql security definer set search_path = '' as $$
begin
  perform private.require_membership(new.brand_id, 'caption_requests');
  -- The brand is locked since admit_caption_request: two who come at once come one after the other.
  if exists (
    select from public.caption_requests as before
    where before.brand_id = new.brand_id and before.asked_by = new.asked_by and before.idempotency_key = new.idempotency_key
      and before.wish_hash is distinct from new.wish_hash
  ) then
    raise sqlstate 'PT409' using message = 'This key was used for another wish.', hint = 'Use a new key for a new wish.';
  end if;
  return new;
end $$;
comment on function private.hold_captions_to_wish is 'Lets no second wish for captions under a key of the same person.';
revoke all on function private.hold_captions_to_wish from public;
create trigger hold_to_wish before insert on public.caption_requests
  for each row when (new.idempotency_key is not null) execute function private.hold_captions_to_wish();
