import { dropPolicy, type Mutant, replacePolicy, rewritePolicy } from './mutant.ts';

const objects = 'storage.objects';
const openKey = String.raw`private\.is_open_key\(name, \( SELECT auth\.uid\(\) AS uid\)\)`;

/** Faults in what protects files. */
export const storageMutants: Mutant[] = [
  {
    name: 'bucket made public',
    why: 'Whoever has an address reads the picture.',
    sql: `update storage.buckets set public = true where id = 'generated-content'`,
    noticedBy: { shape: 'everything', lints: 'everything' },
  },
  {
    name: 'bucket nobody decided about',
    why: 'Files lie where no rule speaks of them.',
    sql: `insert into storage.buckets (id, name) values ('scratch', 'scratch')`,
    noticedBy: { shape: 'everything' },
  },
  {
    name: 'private folders open to read',
    why: 'A colleague downloads a selfie.',
    sql: rewritePolicy({ table: objects, command: 'select' }, openKey, 'true'),
    noticedBy: { storage: ['training-data'] },
    isUsual: true,
  },
  {
    name: 'private folders open to write',
    why: "Somebody puts a picture among another person's.",
    sql: rewritePolicy({ table: objects, command: 'insert' }, openKey, 'true'),
    noticedBy: { storage: ['training-data'] },
  },
  {
    name: 'private folders open to remove',
    why: 'An admin removes what they may not see.',
    sql: `${rewritePolicy({ table: objects, command: 'delete' }, openKey, 'true')}
          ${rewritePolicy({ table: objects, command: 'select' }, openKey, 'true')}`,
    noticedBy: { storage: ['training-data'] },
  },
  {
    name: 'key prefix without slash',
    why: 'acme downloads the files of acme2.',
    sql: replacePolicy(
      { table: objects, command: 'select' },
      {
        using: `exists (select from private.my_brand_ids() as mine where starts_with(name, mine))
                and private.is_open_key(name, (select auth.uid()))`,
      },
    ),
    noticedBy: { storage: ['models'] },
  },
  {
    name: 'path of another brand allowed',
    why: "A member uploads into another brand's folder.",
    sql: rewritePolicy(
      { table: objects, command: 'insert' },
      String.raw`split_part\(name, '/'::text, 1\) = ANY`,
      `'acme' = any`,
    ),
    noticedBy: { storage: ['training-data'] },
  },
  {
    name: '".." allowed in a key',
    why: 'A key that begins right leads elsewhere.',
    sql: `create or replace function private.is_plain_key(name text) returns boolean language sql immutable set search_path = '' as
          $$ select name ~ '^[a-z0-9][a-z0-9-]{1,62}/' $$`,
    noticedBy: { storage: ['training-data'] },
  },
  {
    name: 'copying allowed',
    why: 'A member of both brands carries files across.',
    sql: rewritePolicy(
      { table: objects, command: 'insert' },
      String.raw`storage\.allow_any_operation\(ARRAY\[`,
      `storage.allow_any_operation(array['object.copy'::text, `,
    ),
    noticedBy: { 'storage over HTTP': ['brand-documents'] },
    isUsual: true,
  },
  {
    name: 'signed uploads allowed',
    why: 'A right to upload outlives the membership.',
    sql: rewritePolicy(
      { table: objects, command: 'insert' },
      String.raw`storage\.allow_any_operation\(ARRAY\[`,
      `storage.allow_any_operation(array['object.sign_upload_url'::text, `,
    ),
    noticedBy: { storage: ['training-data'] },
  },
  {
    name: 'overwriting allowed',
    why: "Somebody replaces another person's file by an upsert.",
    sql: `create policy "Members replace files" on storage.objects for update to authenticated
            using (split_part(name, '/', 1) = any (array(select private.my_brand_ids('member'))))
            with check (split_part(name, '/', 1) = any (array(select private.my_brand_ids('member'))))`,
    noticedBy: { storage: ['brand-documents'], shape: 'everything' },
  },
  {
    name: 'members write models',
    why: 'A member puts weights where the system puts them.',
    sql: rewritePolicy(
      { table: objects, command: 'insert' },
      `'brand-documents'::text|brand-documents`,
      'models',
    ),
    noticedBy: { storage: ['models'] },
  },
  {
    name: 'members read archives',
    why: 'The zip that a trainer fetches is handed to people.',
    sql: rewritePolicy(
      { table: objects, command: 'select' },
      'bucket_id = ANY',
      `bucket_id = 'archives' or bucket_id = any`,
    ),
    noticedBy: { storage: ['archives'] },
  },
  {
    name: 'pictures removed after use',
    why: 'What a training was made of is gone.',
    sql: rewritePolicy(
      { table: objects, command: 'delete' },
      String.raw`NOT private\.is_file_used\(name\)`,
      'true',
    ),
    noticedBy: { storage: ['training-data'] },
  },
  {
    name: 'system reads every file',
    why: 'The claim of a system token is not compared for files.',
    sql: replacePolicy({ table: objects, command: 'select', role: 'act_system' }, { using: 'true' }),
    noticedBy: { storage: ['models'] },
  },
  {
    name: 'system cannot write',
    why: 'Weights that were paid for are not saved.',
    sql: dropPolicy({ table: objects, command: 'insert', role: 'act_system' }),
    noticedBy: { storage: ['models'] },
  },
];
