-- Roles of a Supabase project, once per cluster. Run by a superuser; may be run again.
--
-- Who is who
--   act_owner                owns our schemas and runs our migrations: like hosted `postgres`, not a superuser
--   act_rest, act_storage    what the REST and the storage service log in as: weak, and owner of nothing of ours
--   authenticator            marks which roles a token may name: those granted to it

do $$
declare
  wanted record;
begin
  for wanted in
    select * from (values
      ('anon',                   'nologin noinherit'),
      ('authenticated',          'nologin noinherit'),
      ('service_role',           'nologin noinherit bypassrls'),
      ('authenticator',          'nologin noinherit'),
      ('supabase_auth_admin',    'nologin noinherit'),
      ('supabase_storage_admin', 'nologin noinherit'),
      ('act_owner',              'login inherit createrole'),
      ('act_rest',               'login inherit'),
      ('act_storage',            'login inherit')
    ) as roles (name, attributes)
  loop
    if not exists (select from pg_roles where rolname = wanted.name) then
      execute format('create role %I %s', wanted.name, wanted.attributes);
    end if;
  end loop;
end $$;

grant anon, authenticated, service_role to authenticator;
-- As hosted limits what people ask for: one request must not make everybody wait.
alter role act_rest set statement_timeout = '8s';
-- See the migration tune_plans: what is asked of a hosted project's login holds for this one.
alter role act_rest set plan_cache_mode = 'force_custom_plan';
alter role act_rest set random_page_cost = '1.1';

-- A service uses its admin role's rights but cannot become it, so a token that names it is refused. The owner puts
-- policies on the storage tables and lets further roles inherit from `anon`, as hosted lets `postgres`. Membership
-- without `set` is known since PostgreSQL 16.
do $$
declare
  knows_set boolean := current_setting('server_version_num')::int >= 160000;
  to_use text := case when knows_set then 'with inherit true, set false' else '' end;
  to_hand_on text := case when knows_set then 'with admin true, inherit false, set false' else 'with admin option' end;
begin
  execute 'grant supabase_auth_admin to act_rest ' || to_use;
  execute 'grant supabase_storage_admin to act_storage, act_owner ' || to_use;
  execute 'grant anon to act_owner ' || to_hand_on;
end $$;
