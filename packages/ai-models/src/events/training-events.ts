/** What happens to a training, in the words that logs, notices and webhooks use. */
export type TrainingEvent = {
  readonly brandId: string;
  readonly jobId: string;
  readonly at: Date;
} & (
  | { readonly type: 'training.submitted'; readonly provider: string }
  | { readonly type: 'training.started' }
  | { readonly type: 'training.progressed'; readonly progress: number; readonly stage: string | null }
  | { readonly type: 'training.saving' }
  | { readonly type: 'training.completed'; readonly modelId: string }
  | { readonly type: 'training.failed'; readonly code: string; readonly retryable: boolean }
  | { readonly type: 'training.cancelled' }
);
