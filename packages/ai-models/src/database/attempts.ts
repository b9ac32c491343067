import type { AiModelsContext, BrandScope } from '../context.ts';
import type { ProviderId, StartOutcome } from '../providers/run.ts';
import { done, rowsOf } from './answer.ts';
import type { Tables } from './database.types.ts';

/** A paid request as its row has it. */
export type AttemptRow = Tables<'provider_attempts'>;

/** The work that a paid request is for. */
export type Work = { readonly job_id: string } | { readonly generation_id: string };

/** Every paid request that was noted for a piece of work, in order. */
export async function listAttempts({ database, brandId }: BrandScope, work: Work): Promise<AttemptRow[]> {
  return rowsOf(
    database.from('provider_attempts').select('*').eq('brand_id', brandId).match(work).order('attempt'),
  );
}

/** The runs at a provider that requests of this brand are known to have started since then. */
export async function listRuns(
  { database, brandId }: BrandScope,
  provider: ProviderId,
  since: Date,
): Promise<string[]> {
  const rows = await rowsOf(
    database
      .from('provider_attempts')
      .select('provider_job_id')
      .match({ brand_id: brandId, provider })
      .gte('created_at', since.toISOString())
      .not('provider_job_id', 'is', null),
  );
  return rows.flatMap(({ provider_job_id }) => provider_job_id ?? []);
}

/** Notes a paid request before it is sent. The number can be taken once: two who want to send it meet here. */
export async function noteIntent(
  { database, brandId }: BrandScope,
  work: Work,
  { attempt, provider }: { attempt: number; provider: ProviderId },
): Promise<AttemptRow> {
  return rowsOf(
    database
      .from('provider_attempts')
      .insert({ brand_id: brandId, ...work, attempt, provider })
      .select('*')
      .single(),
  );
}

/** Notes what became of it. */
export async function noteOutcome(
  { database, brandId, now }: BrandScope & Pick<AiModelsContext, 'now'>,
  { id }: Pick<AttemptRow, 'id'>,
  result: StartOutcome,
): Promise<void> {
  const found =
    result.outcome === 'accepted'
      ? { provider_job_id: result.handle.providerJobId }
      : { error_code: result.error.failure };
  await done(
    database
      .from('provider_attempts')
      .update({ outcome: result.outcome, decided_at: now().toISOString(), ...found })
      .eq('brand_id', brandId)
      .eq('id', id),
  );
}
