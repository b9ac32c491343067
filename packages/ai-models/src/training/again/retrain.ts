import type { AiModelsContext } from '../../context.ts';
import { listTrainableAssets } from '../../database/brand-assets.ts';
import { type SubjectKind, toSubjectKind } from '../../database/brand-policy.ts';
import type { AssetRow } from '../../database/queries.ts';
import { getRetrainingRow, type RetrainingRow } from '../../database/retraining.ts';
import { AiModelsError } from '../../errors/index.ts';
import { requireSystem } from '../../jobs/require-system.ts';
import { createProviderRegistry } from '../../providers/provider-registry.ts';
import { sha256Of } from '../../shared/hashing/sha256-text.ts';
import { type ModelType, toModelType } from '../model-type.ts';
import { startTraining } from '../start-training.ts';
import { readTrainingConfig } from '../training-config.ts';
import type { TrainingJob } from '../training-job.ts';
import { readTriggerWord } from '../trigger-word.ts';
import { decideRetraining, type RetrainingDecision } from './decide-retraining.ts';

/** What would be trained, or was. */
export interface RetrainingPlan extends RetrainingDecision {
  /** What kind of model. */
  readonly modelType: ModelType;
  /** What the pictures show. */
  readonly subjectKind: SubjectKind;
  /** The pictures, the newest first; only ones that the whole brand sees. */
  readonly trainingAssetIds: readonly string[];
  /** How many of them no training has used yet. */
  readonly newImages: number;
  /** What it would cost. */
  readonly estimatedCostUsd: number;
}

/** What became of it. */
export interface RetrainingReport extends RetrainingPlan {
  /** The training that began; null where none did. */
  readonly job: TrainingJob | null;
}

/** Says whether this brand would be trained again now by itself, with what, and why; begins nothing. */
export async function explainRetraining(context: AiModelsContext): Promise<RetrainingPlan> {
  const { plan } = await makePlan(context);
  return plan;
}

/**
 * Trains a brand again where enough new pictures came in and nothing speaks against it; as system. What it takes after is
 * the last training that was completed: kind of model, subject, settings and trigger word. It is only asked for: the
 * engine takes it forward like any other.
 */
export async function retrain(context: AiModelsContext): Promise<RetrainingReport> {
  requireSystem(context);
  const { plan, row } = await makePlan(context);
  if (!plan.retrain) return { ...plan, job: null };
  try {
    return { ...plan, job: await start(context, plan, row) };
  } catch (error) {
    if (!AiModelsError.isInstance(error, ...refusals)) throw error;
    const refused = { code: 'refused', message: error.message, until: null } as const;
    return { ...plan, retrain: false, reasons: [refused], job: null };
  }
}

/** The database decides last: somebody was faster, or the brand asks for other fields than the earlier training had. */
const refusals = [
  'conflict',
  'key_reused',
  'limit_reached',
  'budget_exceeded',
  'not_ready',
  'input_invalid',
] as const;

async function makePlan(context: AiModelsContext): Promise<{ plan: RetrainingPlan; row: RetrainingRow }> {
  const row = await getRetrainingRow(context);
  const modelType = toModelType(row.earlier?.model_type ?? 'flux');
  const subjectKind = toSubjectKind(row.earlier?.subject_kind ?? 'style');
  const chosen = await choosePictures(context, row.pictures.maximum_images);
  const decision = decideRetraining(
    {
      isOn: row.is_on,
      isShared: row.visibility === 'brand',
      newImages: row.new_images,
      wantedImages: row.wanted_images,
      usableImages: new Set(chosen.map(({ id, sha256 }) => sha256 ?? id)).size,
      recommendedImages: row.pictures.recommended_images,
      isModelTypeAllowed: row.model_types.includes(modelType),
      lastAutomaticAt: row.last_automatic_at === null ? null : new Date(row.last_automatic_at),
      hoursBetween: row.hours_between,
      quietHours: row.quiet_hours,
      estimatedCostUsd: row.estimated_cost_usd,
      automaticBudgetUsd: row.automatic_budget_usd,
      spentAutomaticallyUsd: row.spent_automatically_usd,
      budgetUsd: row.budget_usd,
      spentUsd: row.spent_usd,
      running: row.running,
      mostRunning: row.most_running,
      startedToday: row.started_today,
      mostADay: row.most_a_day,
    },
    context.now(),
  );
  const plan = {
    ...decision,
    modelType,
    subjectKind,
    trainingAssetIds: chosen.map(({ id }) => id),
    newImages: row.new_images,
    estimatedCostUsd: row.estimated_cost_usd,
  };
  return { plan, row };
}

/** The newest that the whole brand sees; a person sees their own private ones too, the training does not. */
async function choosePictures(context: AiModelsContext, most: number): Promise<AssetRow[]> {
  const pictures = await listTrainableAssets(context);
  return pictures.filter(({ visibility }) => visibility === 'brand').slice(0, most);
}

async function start(
  context: AiModelsContext,
  plan: RetrainingPlan,
  row: RetrainingRow,
): Promise<TrainingJob> {
  const { modelType, subjectKind, trainingAssetIds } = plan;
  // The same pictures after the same training are one wish, however many workers have it.
  const snapshot = [...trainingAssetIds].sort().join();
  const key = await sha256Of(`${context.brandId} ${row.last_automatic_at ?? ''} ${snapshot}`);
  return startTraining(
    { ...context, providers: createProviderRegistry([]) },
    {
      modelType,
      subjectKind,
      trainingAssetIds,
      config: {
        ...readTrainingConfig(row.earlier?.training_config),
        triggerWord: readTriggerWord(row.earlier?.trigger_word ?? null),
      },
      ...(row.earlier && { name: row.earlier.name, metadata: row.earlier.metadata }),
      description: `Begun by itself: ${plan.newImages} new pictures.`,
      idempotencyKey: `auto-retrain:${key}`,
      // What is to be said about single pictures is said where they are; their number was looked at.
      trainAnyway: true,
    },
  );
}
