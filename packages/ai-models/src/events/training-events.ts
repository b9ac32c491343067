/** What happens to a training, in the words that logs, notices and webhooks use. */
export type TrainingEvent = {
  /** Whose training it is. */
  readonly brandId: string;
  /** The training. */
  readonly jobId: string;
  /** When it happened. */
  readonly at: Date;
} & (
  | {
      readonly type: 'training.submitted';
      /** Who trains it, such as `replicate`. */
      readonly provider: string;
    }
  | { readonly type: 'training.started' }
  | {
      readonly type: 'training.progressed';
      /** 0 to 100. */
      readonly progress: number;
      /** What happens inside of the state, as words for people; null where nobody said. */
      readonly stage: string | null;
    }
  | { readonly type: 'training.saving' }
  | {
      readonly type: 'training.completed';
      /** Of the row of the model that came of it. */
      readonly modelId: string;
    }
  | {
      readonly type: 'training.failed';
      /** Why, as `error.code` of the job. */
      readonly code: string;
      /** Whether the same training may work later, unchanged. */
      readonly retryable: boolean;
    }
  | { readonly type: 'training.cancelled' }
);
