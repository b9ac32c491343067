import { z } from 'zod';
import type { AiModelsContext } from '../context.ts';
import { getBrandPolicy, type SubjectKind, subjectKinds } from '../database/brand-policy.ts';
import { getAssets } from '../database/queries.ts';
import { parseInput } from '../shared/parse-input.ts';
import { judgeReadiness, type ReadinessReport } from './readiness.ts';

/** Which pictures to judge, and for what. */
export interface CheckReadinessOptions {
  /** Pictures of this brand. */
  readonly assetIds: readonly string[];
  /** What they show. Default `style`. */
  readonly subjectKind?: SubjectKind | undefined;
}

/** Which pictures to judge, and for what. */
export const readinessSchema = z.strictObject({
  assetIds: z.array(z.guid()).min(1).max(1000),
  subjectKind: z.enum(subjectKinds).default('style'),
});

/** Whether these pictures can be trained with, and everything that is to be said about them. */
export async function checkReadiness(
  context: AiModelsContext,
  options: CheckReadinessOptions,
): Promise<ReadinessReport> {
  const { assetIds, subjectKind } = parseInput(readinessSchema, options, { subject: 'The check' });
  const pictures = await getAssets(context, assetIds);
  return judgeReadiness(pictures, { subjectKind, policy: await getBrandPolicy(context) });
}
