-- What a Supabase database holds before our migrations: run by a superuser in each database, before the auth and
-- storage tables are made under their admins' roles.
do $$
begin
  execute format('grant create on database %I to act_owner, supabase_auth_admin, supabase_storage_admin', current_database());
  -- Databases of one server are strangers to each other, though their roles are not.
  execute format('revoke connect, temporary on database %I from public', current_database());
  execute format('grant connect on database %I to act_owner, act_rest, act_storage', current_database());
end $$;

create schema if not exists auth authorization supabase_auth_admin;
create schema if not exists storage authorization supabase_storage_admin;
create schema if not exists supabase_migrations authorization act_owner;
create schema if not exists extensions;
create extension if not exists pgcrypto with schema extensions;

alter schema public owner to act_owner;
revoke all on schema public from public;
grant usage on schema public, auth, storage, extensions to anon, authenticated, service_role, act_owner, act_rest, act_storage;

-- Hosted projects grant all rights on every new table to the API's roles; a migration that forgets to take them back
-- must be as wrong here as it is there.
alter default privileges for role act_owner in schema public grant all on tables to anon, authenticated, service_role;
alter default privileges for role act_owner in schema public grant all on sequences to anon, authenticated, service_role;
alter default privileges for role act_owner in schema public grant all on functions to anon, authenticated, service_role;
