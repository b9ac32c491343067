-- Every role that a token may name, so also those that migrations granted to `authenticator`, can be assumed by the
-- REST and the storage service. Run after migrations; may be run again.
do $$
declare
  granted regrole;
begin
  for granted in
    select roleid::regrole from pg_auth_members where member = 'authenticator'::regrole
  loop
    execute format('grant %s to act_rest, act_storage', granted);
  end loop;
end $$;
