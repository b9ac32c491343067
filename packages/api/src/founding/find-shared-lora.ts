import type { BrandModel } from '@act/ai-models';
import { findModelOfJob } from '../database/models.ts';
import type { Caller } from '../session/caller.ts';
import { isOthers } from './lora.ts';

/** What somebody else shares, by the id of its training; null where there is none for this caller. */
export async function findSharedLora(
  caller: Caller,
  jobId: string,
): Promise<(BrandModel & { readonly shared: NonNullable<BrandModel['shared']> }) | null> {
  const scope = await caller.needScope();
  const modelId = await findModelOfJob(scope, jobId);
  if (modelId === null) return null;
  const model = await caller.ai.getBrandModel(modelId, { brandId: scope.brandId });
  return isOthers(model) ? model : null;
}
