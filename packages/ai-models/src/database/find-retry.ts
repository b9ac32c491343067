import type { BrandScope } from '../context.ts';
import { rowOf } from './answer.ts';
import type { JobRow } from './training-jobs.ts';

/** The job in which this one is being tried again, or was with success; null where this caller sees none. */
export const findRetry = ({ database, brandId }: BrandScope, jobId: string): Promise<JobRow | null> =>
  rowOf(
    database
      .from('lora_training_jobs')
      .select('*')
      .eq('brand_id', brandId)
      .eq('retry_of', jobId)
      .not('status', 'in', '(failed,cancelled)')
      .order('created_at')
      .limit(1)
      .maybeSingle(),
  );
