import type { JobRow } from '../../database/training-jobs.ts';
import type { ProviderId } from '../../providers/run.ts';
import type { KeyOwner } from '../../storage/storage-paths.ts';
import { type ModelType, toModelType } from '../../training/model-type.ts';
import { parseTrainingWish, type TrainingConfig } from '../../training/training-config.ts';

type Owned = Pick<JobRow, 'brand_id' | 'user_id' | 'visibility'>;

/** In this folder nobody looks. */
const nobody = '00000000-0000-0000-0000-000000000000';

/** Whose files come of this work. What belonged to somebody who is gone is nobody's, and never the brand's. */
export const ownerOf = ({ brand_id, user_id, visibility }: Owned): KeyOwner => ({
  brandId: brand_id,
  ownerId: visibility === 'owner' ? (user_id ?? nobody) : null,
});

/** Nobody waits for it any more: somebody said so, or whoever it was private to is gone. */
export const isUnwanted = (work: Owned & Pick<JobRow, 'cancel_requested_at'>): boolean =>
  work.cancel_requested_at !== null || (work.visibility === 'owner' && work.user_id === null);

/** What the job trains, complete: a row that was written without this library may leave things out. */
export function configOf(
  job: Pick<JobRow, 'model_type' | 'training_config'>,
  provider: ProviderId,
): { modelType: ModelType; config: TrainingConfig } {
  const modelType = toModelType(job.model_type);
  return { modelType, config: parseTrainingWish(job.training_config, { modelType, provider }).config };
}
