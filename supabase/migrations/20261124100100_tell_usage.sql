-- What a brand's work cost and how long it took, by month, by model and by person; and what goes with an account.
--
-- Both run with the rights of whoever asks: what is private to another person is in neither. Both are bounded: a year at
-- most, fifty models and people, found by the index of the newest.

create function public.get_usage(brand_id text, months integer default 6)
returns table (part text, month text, model text, user_id uuid, trainings bigint, pictures bigint, cost_usd numeric, gpu_seconds numeric)
language sql stable set search_path = '' as $$
  with since as (
    select date_trunc('month', now() at time zone 'UTC') - make_interval(months => least(greatest(months, 1), 12) - 1) as start
  ), runs as (
    select to_char(job.created_at at time zone 'UTC', 'YYYY-MM') as month, job.name as model, job.user_id,
           1 as trainings, 0 as pictures, job.gpu_seconds,
           coalesce(job.cost_usd, case when job.status in ('failed', 'cancelled') then 0 else job.estimated_cost_usd end, 0) as cost_usd
    from public.lora_training_jobs as job
    where job.brand_id = get_usage.brand_id and job.created_at >= (select start at time zone 'UTC' from since)
    union all
    select to_char(generation.created_at at time zone 'UTC', 'YYYY-MM'), model.name, generation.user_id,
           0, case when generation.status in ('failed', 'cancelled') then 0 else generation.image_count end, 0,
           coalesce(generation.cost_usd, case when generation.status in ('failed', 'cancelled') then 0 else generation.estimated_cost_usd end, 0)
    from public.generations as generation
    left join public.brand_models as model on model.brand_id = generation.brand_id and model.id = generation.model_id
    where generation.brand_id = get_usage.brand_id and generation.created_at >= (select start at time zone 'UTC' from since)
  ), totals as (
    select case when grouping(runs.month) = 0 then 'month' when grouping(runs.model) = 0 then 'model' else 'person' end as part,
           runs.month, runs.model, runs.user_id, sum(runs.trainings) as trainings, sum(runs.pictures) as pictures,
           sum(runs.cost_usd) as cost_usd, coalesce(sum(runs.gpu_seconds), 0) as gpu_seconds
    from runs
    group by grouping sets ((runs.month), (runs.model), (runs.user_id))
  ), ranked as (
    select totals.*, row_number() over (partition by totals.part order by totals.cost_usd desc, totals.month, totals.model, totals.user_id) as place
    from totals
  )
  select ranked.part, ranked.month, ranked.model, ranked.user_id, ranked.trainings, ranked.pictures, ranked.cost_usd, ranked.gpu_seconds
  from ranked where ranked.place <= 50
  order by ranked.part, ranked.month desc, ranked.place
$$;
comment on function public.get_usage is 'Money, GPU time and counts of a brand by month, model and person, as far as the caller sees its work.';

create function public.count_my_data()
returns table (pictures bigint, trainings bigint, models bigint, generations bigint, documents bigint, memberships bigint, running bigint)
language sql stable set search_path = '' as $$
  select
    (select count(*) from public.brand_assets where user_id = (select auth.uid()) and visibility = 'owner'),
    (select count(*) from public.lora_training_jobs where user_id = (select auth.uid()) and visibility = 'owner'
       and status in ('completed', 'failed', 'cancelled')),
    (select count(*) from public.brand_models where user_id = (select auth.uid()) and visibility = 'owner'),
    (select count(*) from public.generations where user_id = (select auth.uid()) and visibility = 'owner'
       and status in ('completed', 'failed', 'cancelled')),
    (select count(*) from public.brand_documents where user_id = (select auth.uid()) and visibility = 'owner'),
    (select count(*) from public.brand_users where user_id = (select auth.uid())),
    (select count(*) from public.lora_training_jobs where user_id = (select auth.uid()) and visibility = 'owner'
       and status not in ('completed', 'failed', 'cancelled'))
    + (select count(*) from public.generations where user_id = (select auth.uid()) and visibility = 'owner'
       and status not in ('completed', 'failed', 'cancelled'))
$$;
comment on function public.count_my_data is 'How much delete_my_data would delete now.';

revoke all on function public.get_usage, public.count_my_data from public, anon, service_role;
grant execute on function public.get_usage, public.count_my_data to authenticated;
