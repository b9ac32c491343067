-- Looking for generations: by words of their prompt, by what their models are called, by a seed, by a star.
--
-- Read by: people, with their own rights; the policies of the tables decide what is found.

create function public.search_generations(
  brand_id         text,
  words            text[] default '{}',
  is_starred       boolean default false,
  model_id         uuid default null,
  created_from     timestamptz default '-infinity',
  created_before   timestamptz default 'infinity',
  after_created_at timestamptz default 'infinity',
  after_id         uuid default 'ffffffff-ffff-ffff-ffff-ffffffffffff',
  most             integer default 51
) returns setof public.generations
language plpgsql stable security invoker set search_path = '' as $$
begin
  return query
  select generation.* from public.generations as generation
  where generation.brand_id = search_generations.brand_id
    and generation.created_at >= created_from
    and generation.created_at < created_before
    -- The order of the index: a page begins where the one before ended, and ends once it is full.
    and (generation.created_at, generation.id) < (after_created_at, after_id)
    and (search_generations.model_id is null or generation.model_id = search_generations.model_id)
    and (not search_generations.is_starred or exists (
      select from public.generation_images as image
      where image.brand_id = generation.brand_id and image.generation_id = generation.id and image.is_starred))
    and not exists (
      select from unnest(words) as word
      where strpos(lower(generation.prompt), lower(word)) = 0
        and generation.settings ->> 'seed' is distinct from word
        and not exists (
          select from public.generation_images as image
          where word ~ '^\d+$' and image.brand_id = generation.brand_id and image.generation_id = generation.id
            and image.seed::text = word)
        and not exists (
          select from public.brand_models as model
          where model.brand_id = generation.brand_id and model.id in (generation.model_id, generation.second_model_id)
            and strpos(lower(model.slug), lower(word)) > 0))
  order by generation.created_at desc, generation.id desc
  limit most;
end $$;
comment on function public.search_generations is
  'A page of the generations of a brand that hold all of these words, newest first, as far as the caller sees them.';
revoke all on function public.search_generations from public, anon, authenticated, service_role;
grant execute on function public.search_generations to authenticated, act_system;
