-- What the planner must know to walk an index instead of sorting a brand.
--
-- It multiplies "one of my brands" out over all brands there are, expects less than a row, and picks any index that begins
-- with the brand. Measured with a million trainings: a page of a brand's models read 3,197 blocks instead of 20.

alter table public.brand_assets alter column brand_id set (n_distinct = 500);
alter table public.lora_training_jobs alter column brand_id set (n_distinct = 500);
alter table public.lora_training_job_assets alter column brand_id set (n_distinct = 500);
alter table public.training_events alter column brand_id set (n_distinct = 500);
alter table public.training_metrics alter column brand_id set (n_distinct = 500);
alter table public.brand_models alter column brand_id set (n_distinct = 500);
alter table public.generations alter column brand_id set (n_distinct = 500);
alter table public.generation_images alter column brand_id set (n_distinct = 500);
alter table public.brand_documents alter column brand_id set (n_distinct = 500);

-- The REST interface sends prepared statements, whose settled plan would be made for a brand of no particular size. Hosted
-- lets us say so for its login; the embedded stack says it for its own.
do $$
begin
  alter role authenticator set plan_cache_mode = 'force_custom_plan';
  alter role authenticator set random_page_cost = '1.1';
exception
  when insufficient_privilege then null;
end $$;
