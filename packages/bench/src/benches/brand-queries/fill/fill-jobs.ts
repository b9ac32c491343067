import { askedBrand } from '../people.ts';
import type { Scale } from '../scale.ts';
import { chance, rowId, spread } from './spread.ts';

const eventsOfAskedJob = 200;

/** Trainings: one in a hundred is still open, and half of those are due. */
export function fillJobs(scale: Scale): string[] {
  return [
    `insert into public.lora_training_jobs
       (id, brand_id, user_id, visibility, name, model_type, training_config, training_asset_ids, status, progress,
        error_code, due_at, fence, provider, provider_job_id, cost_usd, created_at, started_at, completed_at)
     select ${rowId('job', 'n')}, brand_id, user_id, visibility, 'Training ' || n, 'flux',
            '{"steps": 1000, "learning_rate": 0.0001, "rank": 16}', array_fill(${rowId('asset', 'n')}, array[10]),
            status, case status when 'completed' then 100 when 'training' then 50 else 0 end,
            case status when 'failed' then 'provider_failed' end,
            case when is_open then now() + (${chance('n', 37)} - 0.5) * interval '2 minutes' end,
            1, 'replicate', 'run-' || n, 2.4, created_at, created_at, case when not is_open then created_at end
     from ${spread({ scale, rows: scale.jobs, bigShare: 0.3, seed: 30 })},
          lateral (select ${chance('n', 35)} as luck offset 0) as state,
          lateral (select luck < 0.01 as is_open, case
            when luck < 0.002 then 'pending' when luck < 0.003 then 'uploading' when luck < 0.005 then 'queued'
            when luck < 0.009 then 'training' when luck < 0.01 then 'saving' when luck < 0.05 then 'failed'
            when luck < 0.06 then 'cancelled' else 'completed' end as status offset 0) as states`,
    // As triggers would have it: brands with open work wait for their turn.
    `insert into private.turns (brand_id, last_claimed)
     select brand_id, now() - ${chance('hashtext(brand_id)', 39)} * interval '1 hour'
     from (select distinct brand_id from public.lora_training_jobs where due_at is not null) as waiting`,
    `insert into public.training_events
       (brand_id, job_id, user_id, visibility, kind, status, progress, created_at)
     select brand_id, id, user_id, visibility, 'state', 'training', step, created_at
     from public.lora_training_jobs, generate_series(1, ${scale.eventsPerJob}) as step`,
    `insert into public.training_events
       (brand_id, job_id, user_id, visibility, kind, status, progress, created_at)
     select brand_id, id, user_id, visibility, 'log', 'training', step % 100, created_at
     from (select * from public.lora_training_jobs
           where brand_id = '${askedBrand}' and visibility = 'brand' and status = 'completed'
           order by created_at desc, id desc limit 1) as asked, generate_series(1, ${eventsOfAskedJob}) as step`,
    ...fillModels(scale),
  ];
}

/** The models that came of trainings, numbered within their brand or, where they are private, for their owner. */
function fillModels({ modelShare }: Scale): string[] {
  return [
    `insert into public.brand_models
       (id, brand_id, user_id, visibility, owner_scope, name, version, base_model, job_id, path, sha256, size_bytes, created_at)
     select id, brand_id, user_id, visibility, owner_scope, 'flux-lora', version, 'flux', id,
            'models/' || brand_id || '/' || case owner_scope when '' then '' else owner_scope || '/' end
              || 'flux-lora-v' || version || '.safetensors',
            md5(id::text) || md5(brand_id), 150000000, created_at
     from (
       select *, row_number() over (partition by brand_id, owner_scope order by created_at, id) as version
       from (select *, case visibility when 'owner' then user_id::text else '' end as owner_scope
             from public.lora_training_jobs where status = 'completed') as ended
       where ${chance('hashtext(id::text)', 38)} < ${modelShare}
     ) as trained
     order by created_at`,
    `insert into public.model_aliases (brand_id, owner_scope, name, alias, model_id, user_id, visibility)
     select distinct on (brand_id, owner_scope) brand_id, owner_scope, name, 'live', id, user_id, visibility
     from public.brand_models order by brand_id, owner_scope, version desc`,
  ];
}
