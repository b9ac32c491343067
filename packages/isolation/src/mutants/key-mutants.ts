import { type Mutant, rewriteFunction } from './mutant.ts';

/** Faults in wall 2. */
export const keyMutants: Mutant[] = [
  {
    name: 'brand_id trigger dropped',
    why: 'A picture is carried from one brand into another.',
    sql: 'drop trigger keep_brand on public.brand_assets',
    noticedBy: { keys: ['brand_assets'], shape: 'everything' },
  },
  {
    name: 'brand_id trigger that lets pass',
    why: 'The trigger is there and does nothing.',
    sql: rewriteFunction('private.keep_brand', 'new.brand_id is distinct from old.brand_id', 'false'),
    noticedBy: { keys: ['brand_documents'] },
  },
  {
    name: 'composite key replaced by a plain one',
    why: "A generation names another brand's model.",
    sql: `alter table public.generations drop constraint generations_brand_id_model_id_fkey;
          alter table public.generations add foreign key (model_id) references public.brand_models (id)`,
    noticedBy: { keys: ['generations'], shape: 'everything' },
    isUsual: true,
  },
  {
    name: 'foreign key forgotten',
    why: 'The list of pictures names what is not there.',
    sql: 'alter table public.lora_training_job_assets drop constraint lora_training_job_assets_brand_id_asset_id_fkey',
    noticedBy: { shape: 'everything' },
  },
  {
    name: 'prefix without slash',
    why: 'acme names the files of acme2.',
    sql: rewriteFunction('private.is_own_path', String.raw`brand_id \|\| '/'`, 'brand_id'),
    noticedBy: { keys: ['brand_assets'] },
    isUsual: true,
  },
  {
    name: '".." allowed in a path',
    why: 'A path that begins right leads elsewhere.',
    sql: rewriteFunction('private.is_own_path', 'and path !~ [^\n]*', ''),
    noticedBy: { keys: ['brand_assets'], escalations: ['paths that lead elsewhere'] },
  },
  {
    name: "somebody's folder not compared",
    why: "A private row names another person's file.",
    sql: rewriteFunction('private.is_own_path', String.raw`\|\| '/' \|\| user_id::text`, ''),
    noticedBy: { keys: ['brand_documents'] },
  },
  {
    name: 'path check dropped',
    why: "A model of one brand is another brand's weights.",
    sql: `do $plant$ declare name text; begin
            for name in select conname from pg_constraint where conrelid = 'public.brand_models'::regclass and contype = 'c'
              and pg_get_constraintdef(oid) like '%path%' loop
              execute format('alter table public.brand_models drop constraint %I', name);
            end loop; end $plant$`,
    noticedBy: { keys: ['brand_models'] },
  },
  {
    name: 'UUID[] without check',
    why: "A training uses another brand's pictures.",
    sql: `drop trigger then_admit on public.lora_training_jobs; drop trigger mirror_training_assets on public.lora_training_jobs`,
    noticedBy: { escalations: ['foreign ids in a wish'] },
    isUsual: true,
  },
  {
    name: 'UUID[] not mirrored',
    why: 'Only the door holds the list to the brand, and no key.',
    sql: 'drop trigger mirror_training_assets on public.lora_training_jobs',
    noticedBy: { escalations: ['a picture list that no key holds'] },
  },
  {
    name: 'pictures admitted without their brand',
    why: 'The key refuses then, and its error tells which ids exist.',
    sql: rewriteFunction('private.admit_training_job', 'where asset.brand_id = new.brand_id and', 'where'),
    noticedBy: { escalations: ['foreign ids in a wish'] },
  },
  {
    name: 'private pictures admitted',
    why: "A training of the brand learns somebody's face.",
    sql: rewriteFunction(
      'private.admit_training_job',
      String.raw`and \(asset\.visibility = 'brand'[^;]*;`,
      ';',
    ),
    noticedBy: { escalations: ['private pictures in a training of the brand', 'foreign ids in a wish'] },
  },
  {
    name: 'private models admitted',
    why: "Somebody generates with another person's face.",
    sql: rewriteFunction(
      'private.admit_generation',
      String.raw`and \(model\.visibility = 'brand' or \(new\.visibility = 'owner' and model\.user_id = new\.user_id\)\)`,
      '',
    ),
    noticedBy: { escalations: ['foreign ids in a wish'] },
  },
  {
    name: 'strangers told before they are refused',
    why: 'The answer to a stranger depends on what is in the brand.',
    sql: rewriteFunction('private.require_membership', 'if .* then', 'if false then'),
    noticedBy: { escalations: ['a brand told by an error'] },
  },
  {
    name: 'limit without a lock',
    why: 'Fifty who come at once all see room for one.',
    sql: rewriteFunction('private.admit_training_job', 'for no key update', ''),
    noticedBy: { escalations: ['a limit passed by 50 at once'] },
    isUsual: true,
  },
  {
    name: 'foreign key without an index',
    why: 'Deleting a training reads every model.',
    sql: 'drop index public.brand_models_job_idx',
    noticedBy: { lints: 'everything' },
  },
];
