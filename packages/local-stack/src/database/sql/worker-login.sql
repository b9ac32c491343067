-- The worker's role comes of a migration, and on Supabase itself an operator gives it a login. Run after migrations; may
-- be run again.
do $$
begin
  alter role act_worker login;
  execute format('grant connect on database %I to act_worker', current_database());
end $$;
