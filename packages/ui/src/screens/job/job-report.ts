import type { TrainingJob } from '../../api/answers.ts';

/** A text for whoever helps: what happened to which job; nothing in it is secret, and nothing a person wrote. */
export const toReport = (job: TrainingJob): string =>
  [
    `job ${job.id}`,
    `status ${job.status} · stage ${job.stage ?? '–'} · progress ${job.progress}`,
    `provider ${job.provider ?? '–'} · run ${job.providerJobId ?? '–'}`,
    job.error && `${job.error.code}: ${job.error.message}`,
    `created ${job.createdAt} · started ${job.startedAt ?? '–'} · ended ${job.completedAt ?? '–'}`,
    `base ${job.modelType} · ${job.trainingAssetIds.length} pictures · steps ${job.config?.steps ?? '–'}`,
    job.retryOf && `retry of ${job.retryOf}`,
  ]
    .filter(Boolean)
    .join('\n');
