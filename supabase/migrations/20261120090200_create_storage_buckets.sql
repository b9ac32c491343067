-- The five private buckets and who may do what in them.
--
-- A key begins with its brand: {brand_id}/file, or {brand_id}/{user_id}/file for what only its owner may see. Nobody
-- replaces a file: there is no update policy, so neither overwriting nor moving is possible.
--
--   training-data      members add pictures; admins and the person who uploaded remove them
--   models             written by the system; admins remove
--   generated-content  written by the system; admins remove
--   brand-documents    members add; admins remove
--   archives           the system's own: the zips that trainers fetch

insert into storage.buckets (id, name, public, file_size_limit, allowed_mime_types) values
  ('training-data',     'training-data',     false, 20 * 1024 * 1024, array['image/jpeg', 'image/png', 'image/webp']),
  ('models',            'models',            false, 2147483648, array['application/octet-stream', 'application/json']),
  ('generated-content', 'generated-content', false, 50 * 1024 * 1024, array['image/jpeg', 'image/png', 'image/webp']),
  ('brand-documents',   'brand-documents',   false, 20 * 1024 * 1024, array['application/pdf', 'text/markdown', 'text/plain']),
  ('archives',          'archives',          false, 2147483648, array['application/zip'])
on conflict (id) do update set
  public = excluded.public,
  file_size_limit = excluded.file_size_limit,
  allowed_mime_types = excluded.allowed_mime_types;

create function private.is_plain_key(name text) returns boolean
language sql immutable set search_path = '' as $$
  select name ~ '^[a-z0-9][a-z0-9-]{1,62}(/[^/]+)+$' and name !~ '(^|/)\.\.?(/|$)'
$$;
comment on function private.is_plain_key is 'A brand, then at least one more part, none of them empty, "." or "..".';
revoke all on function private.is_plain_key from public;
grant execute on function private.is_plain_key to authenticated, act_system;

create function private.is_open_key(name text, user_id uuid) returns boolean
language sql immutable set search_path = '' as $$
  select split_part(name, '/', 2) !~ '^[0-9a-fA-F]{8}(-[0-9a-fA-F]{4}){3}-[0-9a-fA-F]{12}$'
      or split_part(name, '/', 2) = user_id::text
$$;
comment on function private.is_open_key is 'Not in the private folder of somebody else, for admins too.';
revoke all on function private.is_open_key from public;
grant execute on function private.is_open_key to authenticated;

create policy "Members read their brand's files" on storage.objects
  for select to authenticated using (
    -- Nobody without a brand has a bucket, so that their request ends before it reads a row.
    bucket_id = any (array(
      select bucket from unnest('{training-data,models,generated-content,brand-documents}'::text[]) as bucket
      where exists (select private.my_brand_ids())
    ))
    and split_part(name, '/', 1) = any (array(select private.my_brand_ids()))
    and private.is_open_key(name, (select auth.uid()))
  );

create policy "Members add pictures and documents" on storage.objects
  for insert to authenticated with check (
    bucket_id = any ('{training-data,brand-documents}')
    and split_part(name, '/', 1) = any (array(select private.my_brand_ids('member')))
    and private.is_plain_key(name)
    and private.is_open_key(name, (select auth.uid()))
    -- Not by copying, which would carry a file from one brand into another and past the limits of its bucket; and not by
    -- signing, for whoever redeems a signed upload is asked nothing, also when they have left the brand since.
    and storage.allow_any_operation(array[
      'object.upload', 'tus.upload.create', 'tus.upload.part', 'tus.upload.get'
    ])
  );

create policy "Admins remove files, and people their own pictures" on storage.objects
  for delete to authenticated using (
    bucket_id = any ('{training-data,models,generated-content,brand-documents}')
    and (
      split_part(name, '/', 1) = any (array(select private.my_brand_ids('admin')))
      or (
        bucket_id = 'training-data'
        and owner_id = (select auth.uid())::text
        and split_part(name, '/', 1) = any (array(select private.my_brand_ids('member')))
      )
    )
    and private.is_open_key(name, (select auth.uid()))
  );

create policy "The system reads the files of the brand it works for" on storage.objects
  for select to act_system using (split_part(name, '/', 1) = (select private.system_brand_id()));
create policy "The system adds files for the brand it works for" on storage.objects
  for insert to act_system with check (
    split_part(name, '/', 1) = (select private.system_brand_id()) and private.is_plain_key(name)
  );
create policy "The system removes files of the brand it works for" on storage.objects
  for delete to act_system using (split_part(name, '/', 1) = (select private.system_brand_id()));
