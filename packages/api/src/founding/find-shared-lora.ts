import { findModelIdOfJob } from '../database/models.ts';
import type { Caller } from '../session/caller.ts';
import { isOthers, type OthersModel } from './lora.ts';

/** What somebody else shares, by the id of its training; null where there is none for this caller. */
export async function findSharedLora(caller: Caller, jobId: string): Promise<OthersModel | null> {
  const scope = await caller.needScope();
  const modelId = await findModelIdOfJob(scope, jobId);
  if (modelId === null) return null;
  const model = await caller.ai.getBrandModel(modelId, { brandId: scope.brandId });
  return isOthers(model) ? model : null;
}
