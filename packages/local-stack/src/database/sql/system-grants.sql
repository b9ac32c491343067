-- Rights on the auth and storage tables, as hosted gives them. Row level security decides the rest. Run by a superuser
-- after those tables exist.
grant references, select, delete on auth.users to act_owner;
grant execute on all functions in schema auth to anon, authenticated, service_role, act_owner;

grant all on storage.buckets, storage.objects to anon, authenticated, service_role;
grant all on storage.buckets, storage.objects to act_owner with grant option;
grant execute on all functions in schema storage to anon, authenticated, service_role, act_owner;

-- A row of storage.objects stands for bytes: only the storage service may remove it, or they would be left behind.
create or replace function storage.protect_delete() returns trigger language plpgsql as $$
begin
  if coalesce(current_setting('storage.allow_delete_query', true), 'false') <> 'true' then
    raise insufficient_privilege using
      message = 'Direct deletion from storage tables is not allowed. Use the Storage API instead.',
      hint = 'This prevents accidental data loss from orphaned objects.';
  end if;
  return null;
end $$;
alter function storage.protect_delete() owner to supabase_storage_admin;

create or replace trigger protect_buckets_delete before delete on storage.buckets
  for each statement execute function storage.protect_delete();
create or replace trigger protect_objects_delete before delete on storage.objects
  for each statement execute function storage.protect_delete();
