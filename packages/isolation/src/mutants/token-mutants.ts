import { type Mutant, replacePolicy, rewriteFunction } from './mutant.ts';

const move = 'public.move_training_job';
const stale = "work moved under a stale lease, or for another's brand";
const doorbell = 'a doorbell rung without its capability';

/** Faults in wall 3: what the system, the worker and functions may. */
export const tokenMutants: Mutant[] = [
  {
    name: 'exp not checked',
    why: 'A token that leaked once is good for ever.',
    sql: `create or replace function private.system_brand_id() returns text language sql stable set search_path = '' as
          $$ select auth.jwt() ->> 'brand_id' $$`,
    noticedBy: { rows: ['brand_models'] },
  },
  {
    name: 'expired tokens taken',
    why: 'What the door forgets the database does not see.',
    sql: rewriteFunction('private.system_brand_id', 'between extract[^+]* and', '<='),
    noticedBy: { rows: ['brand_models'] },
  },
  {
    name: 'claim compared as a pattern',
    why: 'A token for "%" is a token for every brand.',
    sql: replacePolicy(
      { table: 'brand_models', command: 'select', role: 'act_system' },
      { using: 'brand_id like (select private.system_brand_id())' },
    ),
    noticedBy: { rows: ['brand_models'] },
  },
  {
    name: 'claim not compared',
    why: "The worker of one brand reads another's trainings.",
    sql: replacePolicy(
      { table: 'lora_training_jobs', command: 'select', role: 'act_system' },
      { using: 'true' },
    ),
    noticedBy: { rows: ['lora_training_jobs'] },
  },
  {
    name: 'claim not compared in a move',
    why: "The worker of one brand moves another's trainings.",
    sql: rewriteFunction(move, String.raw`and job\.brand_id = \(select private\.system_brand_id\(\)\)`, ''),
    noticedBy: { escalations: [stale] },
  },
  {
    name: 'fence ignored',
    why: 'A stalled worker overwrites its successor.',
    sql: rewriteFunction(move, String.raw`and job\.fence = move_training_job\.fence`, ''),
    noticedBy: { escalations: [stale] },
    isUsual: true,
  },
  {
    name: 'lease over, and still moved',
    why: 'Two workers believe that the work is theirs.',
    sql: rewriteFunction(move, String.raw`and job\.lease_expires_at > now\(\)`, ''),
    noticedBy: { escalations: [stale] },
  },
  {
    name: 'lease for whoever asks',
    why: "The system of one brand takes up another's training.",
    sql: rewriteFunction(
      'public.take_lease',
      String.raw`and job\.brand_id = \(select private\.system_brand_id\(\)\)`,
      '',
    ),
    noticedBy: { escalations: ["another brand's work taken up"] },
  },
  {
    name: 'archive dropped for another',
    why: 'A trainer finds its pictures gone.',
    sql: rewriteFunction(
      'public.drop_archive',
      String.raw`and dataset\.brand_id = \(select private\.system_brand_id\(\)\)`,
      '',
    ),
    noticedBy: { escalations: ["another brand's work taken up"] },
  },
  {
    name: 'policy told to strangers',
    why: 'Whoever signs in learns that a brand exists, and what it asks for.',
    sql: rewriteFunction(
      'public.get_brand_policy',
      String.raw`is not true\s+and`,
      'is not true and false and',
    ),
    noticedBy: { escalations: ["another brand's policy asked for"] },
  },
  {
    name: 'every move is legal',
    why: 'A training is completed that never ran.',
    sql: `create or replace function private.is_legal_move(from_status text, to_status text) returns boolean
          language sql immutable set search_path = '' as $$ select true $$`,
    noticedBy: { escalations: ['a move that no training makes'] },
  },
  {
    name: 'doorbell for everybody',
    why: 'Whoever rings at all wakes a training.',
    sql: rewriteFunction('public.ring_doorbell', 'token_hash = [^\n]* and', 'token_hash is not null and'),
    noticedBy: { escalations: [doorbell] },
  },
  {
    name: 'doorbell that tells',
    why: 'An answer says whether a capability is real.',
    sql: rewriteFunction(
      'public.ring_doorbell',
      String.raw`if not found then\s+return;`,
      `if not found then raise sqlstate 'PT404' using message = 'No such doorbell.';`,
    ),
    noticedBy: { escalations: [doorbell] },
  },
  {
    name: 'worker granted a table',
    why: 'The login that asks what is due reads pictures.',
    sql: 'grant select on public.brand_assets to act_worker',
    noticedBy: { columns: ['brand_assets'] },
  },
  {
    name: 'worker functions for people',
    why: 'A person learns which brands have work.',
    sql: 'grant execute on function private.claim_work to authenticated',
    noticedBy: { functions: ['private.claim_work'] },
  },
  {
    name: 'function granted to anon',
    why: 'Nobody has to sign in to invite.',
    sql: 'grant execute on function public.create_invitation to anon',
    noticedBy: { functions: ['public.create_invitation'], lints: 'everything' },
  },
  {
    name: 'definer without search_path',
    why: "A caller's own table answers in place of ours.",
    sql: 'alter function public.accept_invitation(text) reset all',
    noticedBy: { lints: 'everything' },
  },
  {
    name: 'definer nobody decided about',
    why: "Whoever finds it reads with the owner's rights.",
    sql: `create function public.peek() returns bigint language sql security definer set search_path = '' as
          $$ select count(*) from public.brand_assets $$; grant execute on function public.peek to authenticated`,
    noticedBy: { functions: ['public.peek'], lints: 'everything' },
  },
  {
    name: 'plain view',
    why: 'A view reads as its owner, past every policy.',
    sql: `create view public.all_pictures as select id, brand_id, name from public.brand_assets;
          grant select on public.all_pictures to authenticated`,
    noticedBy: { lints: 'everything', shape: 'everything' },
    isUsual: true,
  },
  {
    name: 'table nobody decided about',
    why: 'A new table begins without any wall.',
    sql: 'create table public.notes (id uuid primary key, brand_id text); grant select on public.notes to authenticated',
    noticedBy: { rows: ['notes'], shape: 'everything' },
  },
  {
    name: 'column grant too wide',
    why: 'A member says that their training is completed.',
    sql: 'grant update (status) on public.lora_training_jobs to authenticated',
    noticedBy: {
      columns: ['lora_training_jobs'],
      'escalations over HTTP': ['status, cost, result and lease forged by plain REST'],
    },
  },
  {
    name: 'every column granted',
    why: 'A member adds pictures in the name of somebody else.',
    sql: 'grant insert on public.brand_assets to authenticated',
    noticedBy: { columns: ['brand_assets'] },
  },
  {
    name: 'hash of the code granted',
    why: 'An admin reads what stands for a code.',
    sql: 'grant select on public.brand_invitations to authenticated',
    noticedBy: { columns: ['brand_invitations'] },
  },
  {
    name: 'truncate granted',
    why: 'Policies are not asked when a table is emptied.',
    sql: 'grant truncate on public.training_events to authenticated',
    noticedBy: { columns: ['training_events'] },
  },
  {
    name: 'default privileges given back',
    why: 'The next table belongs to everybody.',
    sql: 'alter default privileges for role act_owner in schema public grant all on tables to anon, authenticated',
    noticedBy: { shape: 'everything' },
  },
  {
    name: 'default execute given back',
    why: 'The next helper is called by everybody.',
    sql: 'alter default privileges for role act_owner grant execute on functions to public',
    noticedBy: { shape: 'everything' },
  },
  {
    name: 'invitation without e-mail check',
    why: 'Whoever finds a code comes in, as whatever it says.',
    sql: rewriteFunction(
      'public.accept_invitation',
      String.raw`and email = lower\(\(select auth\.email\(\)\)\)`,
      '',
    ),
    noticedBy: { escalations: ["another's invitation"] },
  },
  {
    name: 'invitation that works twice',
    why: 'A code that was used lets somebody in again.',
    sql: rewriteFunction('public.accept_invitation', 'and accepted_at is null', ''),
    noticedBy: { escalations: ["another's invitation"] },
  },
  {
    name: 'invitations by members',
    why: 'A member invites an admin.',
    sql: rewriteFunction(
      'public.create_invitation',
      String.raw`my_brand_ids\('admin'\)`,
      `my_brand_ids('member')`,
    ),
    noticedBy: { escalations: ['invitations by those who may not'] },
  },
  {
    name: 'join_brand ignores signUp.open',
    why: 'Every brand is open to whoever knows its name.',
    sql: rewriteFunction('public.join_brand', String.raw`if \(sign_up[^t]*'open'.* or`, 'if'),
    noticedBy: { escalations: ['a closed brand is joined'] },
  },
];
