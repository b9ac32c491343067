import { createServerSession } from '@act/auth';
import { z } from 'zod';

const jobSchema = z.object({
  id: z.string(),
  name: z.string(),
  status: z.enum([
    'pending',
    'uploading',
    'queued',
    'training',
    'saving',
    'completed',
    'failed',
    'cancelled',
  ]),
  progress: z.number(),
  created_at: z.string(),
});
const modelSchema = z.object({
  id: z.string(),
  slug: z.string(),
  trigger_word: z.string().nullable(),
  created_at: z.string(),
});

/** What a brand has, and what happened in it last. */
export interface Overview {
  readonly pictures: number;
  readonly models: number;
  readonly underWay: number;
  readonly latestJobs: readonly z.output<typeof jobSchema>[];
  readonly latestModels: readonly z.output<typeof modelSchema>[];
}

const latest = 5;

/** As whoever asks may see it. */
export async function readOverview(brandId: string): Promise<Overview> {
  const session = await createServerSession();
  const jobs = () => session.from('lora_training_jobs');
  const [pictures, models, underWay, latestJobs, latestModels] = await Promise.all([
    session
      .from('brand_assets')
      .select('id', { count: 'exact', head: true })
      .eq('brand_id', brandId)
      .throwOnError(),
    session
      .from('brand_models')
      .select('id', { count: 'exact', head: true })
      .eq('brand_id', brandId)
      .eq('status', 'ready')
      .throwOnError(),
    jobs()
      .select('id', { count: 'exact', head: true })
      .eq('brand_id', brandId)
      .is('deleted_at', null)
      .in('status', ['pending', 'uploading', 'queued', 'training', 'saving'])
      .throwOnError(),
    jobs()
      .select('id, name, status, progress, created_at')
      .eq('brand_id', brandId)
      .is('deleted_at', null)
      .order('created_at', { ascending: false })
      .limit(latest)
      .throwOnError(),
    session
      .from('brand_models')
      .select('id, slug, trigger_word, created_at')
      .eq('brand_id', brandId)
      .eq('status', 'ready')
      .order('created_at', { ascending: false })
      .limit(latest)
      .throwOnError(),
  ]);
  return {
    pictures: pictures.count ?? 0,
    models: models.count ?? 0,
    underWay: underWay.count ?? 0,
    latestJobs: z.array(jobSchema).parse(latestJobs.data),
    latestModels: z.array(modelSchema).parse(latestModels.data),
  };
}
