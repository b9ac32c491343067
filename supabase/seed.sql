-- The demo brands. Safe to run again; the people in them are made by the embedded stack, never on a hosted project.
insert into public.brands (id, name) values
  ('creativetechnologists', 'Creative Technologists'),
  ('acmecompany', 'Acme Company'),
  ('techstartup', 'Tech Startup')
on conflict (id) do nothing;
