-- Lets a brand of the embedded world name a webhook on the machine it runs on, such as a local n8n. The engine calls such
-- an address only where it is told to (ACT_LOOPBACK_WEBHOOKS), which it refuses for a project elsewhere: there a row like
-- this is given up as an address that is not public.
alter table public.webhook_endpoints drop constraint webhook_endpoints_address_check;
alter table public.webhook_endpoints add constraint webhook_endpoints_address_check check (
  address ~ '^(https://[^\s@/?#]+|http://(127\.0\.0\.1|localhost|\[::1\])(:\d{1,5})?)([/?#][^\s]*)?$'
  and char_length(address) <= 2000
);
