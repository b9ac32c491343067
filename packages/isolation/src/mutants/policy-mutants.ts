import { dropPolicy, type Mutant, replacePolicy, rewriteFunction, rewritePolicy } from './mutant.ts';

const openVisibility = (table: string, command: 'select' | 'update' | 'delete') =>
  rewritePolicy({ table, command }, String.raw`\(visibility = 'brand'::text\)`, '(true)');

/** Faults in wall 1 for rows. */
export const policyMutants: Mutant[] = [
  {
    name: 'dropped policy',
    why: 'Members see their pictures no more.',
    sql: dropPolicy({ table: 'brand_assets', command: 'select' }),
    noticedBy: { rows: ['brand_assets'] },
    isUsual: true,
  },
  {
    name: 'using (true)',
    why: 'Everybody who is signed in reads every model.',
    sql: replacePolicy({ table: 'brand_models', command: 'select' }, { using: 'true' }),
    noticedBy: { rows: ['brand_models'] },
  },
  {
    name: 'using (true), seen in the catalogue',
    why: 'The same, noticed before anybody tries.',
    sql: replacePolicy({ table: 'brand_documents', command: 'select' }, { using: 'true' }),
    noticedBy: { shape: 'everything' },
  },
  {
    name: 'row level security disabled',
    why: 'Policies are there, and nobody asks them.',
    sql: 'alter table public.generations disable row level security',
    noticedBy: { rows: ['generations'], lints: 'everything' },
  },
  {
    name: 'visibility forgotten',
    why: "A colleague reads somebody's private pictures.",
    sql: openVisibility('brand_assets', 'select'),
    noticedBy: { rows: ['brand_assets'] },
  },
  {
    name: 'visibility forgotten for admins',
    why: "An admin reads their customers' selfies.",
    sql: rewritePolicy(
      { table: 'brand_assets', command: 'select' },
      String.raw`\(visibility = 'brand'::text\)`,
      `(visibility = 'brand' or brand_id = any (array(select private.my_brand_ids('admin'))))`,
    ),
    noticedBy: {
      rows: ['brand_assets'],
      'escalations over HTTP': ['a private selfie read by an admin of the brand'],
    },
    isUsual: true,
  },
  {
    name: 'visibility forgotten in a child',
    why: 'What happened to a private training is read by colleagues.',
    sql: openVisibility('training_events', 'select'),
    noticedBy: { rows: ['training_events'] },
  },
  {
    name: 'visibility not copied into a child',
    why: 'The pictures of a private generation belong to the whole brand.',
    sql: rewriteFunction(
      'private.follow_generation',
      'generation.visibility into new.user_id, new.visibility',
      `'brand' into new.user_id, new.visibility`,
    ),
    noticedBy: { escalations: ['what comes of a private thing is private'] },
  },
  {
    name: 'visibility not stamped',
    why: 'In a consumer brand new pictures are seen by everybody.',
    sql: rewriteFunction(
      'private.stamp_visibility',
      'select brand.default_visibility into',
      `select 'brand' into`,
    ),
    noticedBy: { 'escalations over HTTP': ['a private selfie read by an admin of the brand'] },
  },
  {
    name: 'self-join into brand_users',
    why: 'Whoever knows the name of a brand makes themselves its admin.',
    sql: `create policy "Anybody joins" on public.brand_users
            for insert to authenticated with check (user_id = (select auth.uid()));
          grant insert on public.brand_users to authenticated`,
    noticedBy: { escalations: ['self-join into a brand'] },
    isUsual: true,
  },
  {
    name: 'members added by admins',
    why: 'An admin puts anybody into their brand, and reads their address.',
    sql: `create policy "Admins add members" on public.brand_users
            for insert to authenticated with check (brand_id = any (array(select private.my_brand_ids('admin'))));
          grant insert on public.brand_users to authenticated`,
    noticedBy: { rows: ['brand_users'], escalations: ['somebody added who never said yes'] },
  },
  {
    name: 'self-promotion',
    why: 'Members make themselves admins.',
    sql: rewritePolicy(
      { table: 'brand_users', command: 'update' },
      '^(.*)$',
      String.raw`(\1) or user_id = (select auth.uid())`,
    ),
    noticedBy: { escalations: ['self-promote'] },
  },
  {
    name: 'update that asks only afterwards',
    why: "Somebody describes another brand's pictures.",
    sql: replacePolicy({ table: 'brand_assets', command: 'update' }, { using: 'true' }),
    noticedBy: { shape: 'everything', rows: ['brand_assets'] },
  },
  {
    name: 'update that asks only before',
    why: 'What a row becomes is not checked.',
    sql: replacePolicy({ table: 'generation_images', command: 'update' }, { check: 'true' }),
    noticedBy: { shape: 'everything' },
  },
  {
    name: 'role not compared',
    why: 'Viewers do what members do.',
    sql: rewriteFunction('private.my_brand_ids', String.raw`and array_position\(.*min_role\)`, ''),
    noticedBy: { rows: ['brand_assets', 'brand_users'] },
  },
  {
    name: 'roles in the wrong order',
    why: 'Members do what admins do.',
    sql: rewritePolicy({ table: 'brand_models', command: 'delete' }, `'admin'`, `'member'`),
    noticedBy: { rows: ['brand_models'] },
  },
  {
    name: 'membership from user_metadata',
    why: 'People say themselves which brand they are in.',
    sql: rewritePolicy(
      { table: 'generations', command: 'select' },
      '^(.*)$',
      String.raw`(\1) or brand_id = (select auth.jwt() -> 'user_metadata' ->> 'brand_id')`,
    ),
    noticedBy: { rows: ['generations'], lints: 'everything' },
  },
  {
    name: 'policy for everybody',
    why: 'A policy that names no role is for anonymous callers too.',
    sql: `create policy "Everybody reads models" on public.brand_models for select using (visibility = 'brand');
          grant select on public.brand_models to anon`,
    noticedBy: { rows: ['brand_models'], shape: 'everything' },
  },
  {
    name: 'policy that reads its own table',
    why: 'Every question about members ends in an error.',
    sql: replacePolicy(
      { table: 'brand_users', command: 'select' },
      {
        using:
          'brand_id in (select own.brand_id from public.brand_users as own where own.user_id = (select auth.uid()))',
      },
    ),
    noticedBy: { escalations: ['policies that ask themselves'] },
  },
  {
    name: 'last admin not kept',
    why: 'A brand is left without anybody who can help.',
    sql: 'drop trigger keep_an_admin on public.brand_users',
    noticedBy: { escalations: ['the last admin goes'] },
  },
  {
    name: 'last admin kept without a lock',
    why: 'Two admins who demote each other at once are both gone.',
    sql: rewriteFunction('private.keep_an_admin', 'for no key update', ''),
    noticedBy: { escalations: ['the last admins demote each other at once'] },
  },
  {
    name: 'second policy for one role and verb',
    why: 'Policies add up: the weaker one wins.',
    sql: `create policy "Also" on public.brand_documents for select to authenticated using (false)`,
    noticedBy: { lints: 'everything' },
  },
  {
    name: 'bare auth.uid()',
    why: 'It is asked for every row of a large table.',
    sql: rewritePolicy(
      { table: 'brand_assets', command: 'select' },
      String.raw`\( ?SELECT auth\.uid\(\) AS uid\)`,
      'auth.uid()',
    ),
    noticedBy: { lints: 'everything' },
  },
];
