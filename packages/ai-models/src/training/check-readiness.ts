import { z } from 'zod';
import type { AiModelsContext } from '../context.ts';
import { getBrandPolicy, type SubjectKind, subjectKinds } from '../database/brand-policy.ts';
import { findAssets } from '../database/queries.ts';
import { AssetNotFoundError } from '../errors/index.ts';
import { parseInput } from '../shared/parse-input.ts';
import { judgeReadiness, type ReadinessReport } from './readiness.ts';

export interface CheckReadinessOptions {
  /** Pictures of this brand. */
  readonly assetIds: readonly string[];
  /** What they show. Default `style`. */
  readonly subjectKind?: SubjectKind | undefined;
}

const optionsSchema = z.strictObject({
  assetIds: z.array(z.guid()).min(1).max(1000),
  subjectKind: z.enum(subjectKinds).default('style'),
});

/** Whether these pictures can be trained with, and everything that is to be said about them. */
export async function checkReadiness(
  context: AiModelsContext,
  options: CheckReadinessOptions,
): Promise<ReadinessReport> {
  const { assetIds, subjectKind } = parseInput(optionsSchema, options, { subject: 'The check' });
  const wanted = [...new Set(assetIds)];
  const pictures = await findAssets(context, wanted);
  const found = new Set(pictures.map(({ id }) => id));
  const missing = wanted.filter((id) => !found.has(id));
  if (missing.length > 0) throw new AssetNotFoundError({ brandId: context.brandId, assetIds: missing });
  return judgeReadiness(pictures, { subjectKind, policy: await getBrandPolicy(context) });
}
