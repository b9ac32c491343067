-- A flow outside, in n8n for one, can begin a training when enough new pictures are there, without asking every minute.

create or replace function private.webhook_kinds() returns text[] language sql immutable set search_path = '' as $$
  select '{training.completed,training.failed,training.cancelled,generation.completed,generation.failed,pictures.rejected,pictures.enough,budget.low}'::text[]
$$;

alter table public.notices drop constraint notices_kind_check;
alter table public.notices add constraint notices_kind_check check (kind in (
  'training.completed', 'training.failed', 'training.cancelled', 'generation.completed', 'generation.failed',
  'pictures.rejected', 'pictures.enough', 'budget.low', 'webhook.disabled', 'webhook.test'
));

create function private.tell_of_enough_pictures() returns trigger language plpgsql security definer set search_path = '' as $$
declare
  enough integer;
begin
  -- Nobody listens as a rule, and then nothing is counted.
  if not exists (select from public.webhook_endpoints as endpoint
                 where endpoint.brand_id = new.brand_id and endpoint.is_enabled and 'pictures.enough' = any (endpoint.kinds)) then
    return null;
  end if;
  perform pg_advisory_xact_lock(hashtextextended(new.brand_id || 'pictures.enough', 0));
  -- Said once, until a training has begun with what there was.
  if exists (select from public.notices as told
             where told.brand_id = new.brand_id and told.user_id is null and told.kind = 'pictures.enough'
               and told.created_at > coalesce((select max(job.created_at) from public.lora_training_jobs as job
                                               where job.brand_id = new.brand_id), '-infinity')) then
    return null;
  end if;
  enough := private.number_setting(new.brand_id, 20, 'training', 'autoRetrain', 'newImages');
  if private.count_new_pictures(new.brand_id, enough) >= enough then
    perform private.write_notice(new.brand_id, null, 'pictures.enough', '{}', jsonb_build_object('pictures', enough));
  end if;
  return null;
end $$;
comment on function private.tell_of_enough_pictures is 'Tells a brand''s machines that enough new pictures for a training are there.';
revoke all on function private.tell_of_enough_pictures from public;

create trigger tell_enough after update of status on public.brand_assets
  for each row when (new.status is distinct from old.status and new.status = 'ready' and new.visibility = 'brand')
  execute function private.tell_of_enough_pictures();
